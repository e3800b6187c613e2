package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of incidents is narrowed by.
 *
 * @param state one of them; nothing for all
 * @param unfinished whether those alone that have no end yet
 * @param onlyMissingRights whether those alone where a duty towards somebody arrested is missing
 * @param cursor where the page begins; nothing for the newest
 * @param chosen the incident that stands beside the list, on the desk of whoever sends units
 */
@TemplateData
public record IncidentFilter(
        IncidentResponse.@Nullable State state,
        boolean unfinished,
        boolean onlyMissingRights,
        @Nullable String cursor,
        @Nullable UUID chosen) {

    private static final String ANY = "ALL";
    private static final String UNFINISHED = "UNFINISHED";
    private static final String MISSING_RIGHTS = "MISSING_RIGHTS";

    /** @param sends whether it is for somebody who sends units, and sees what has no end yet unless they ask otherwise */
    static IncidentFilter of(@Nullable String name, @Nullable String cursor, @Nullable UUID chosen, boolean sends) {
        IncidentResponse.State asked = Arrays.stream(IncidentResponse.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
        boolean unfinished = asked == null
                && (UNFINISHED.equals(name) || (sends && !ANY.equals(name) && !MISSING_RIGHTS.equals(name)));
        return new IncidentFilter(
                asked, unfinished, MISSING_RIGHTS.equals(name), FormInputParser.text(cursor), sends ? chosen : null);
    }

    public List<IncidentResponse.State> states() {
        return List.of(IncidentResponse.State.values());
    }

    @Nullable
    String stateName() {
        return state == null ? null : state.name();
    }

    /** What dispatch is asked for; nothing where it does not matter. */
    @Nullable
    Boolean withRights() {
        return onlyMissingRights ? Boolean.TRUE : null;
    }

    public boolean isAll() {
        return state == null && !unfinished && !onlyMissingRights;
    }

    public String missingRights() {
        return address(MISSING_RIGHTS, null, null);
    }

    public String in(IncidentResponse.State other) {
        return address(other.name(), null, null);
    }

    public String inAnyState() {
        return address(ANY, null, null);
    }

    public String inNoEnd() {
        return address(UNFINISHED, null, null);
    }

    public String here() {
        return address(name(), cursor, chosen);
    }

    public String from(@Nullable String next) {
        return address(name(), next, chosen);
    }

    /** The same list, with that incident beside it. */
    public String choosing(UUID incident) {
        return address(name(), cursor, incident);
    }

    private String name() {
        if (onlyMissingRights) {
            return MISSING_RIGHTS;
        }
        String name = stateName();
        return unfinished ? UNFINISHED : name == null ? ANY : name;
    }

    /** Whether these are all that wait for a unit, from the beginning. */
    boolean isWaiting() {
        return state == IncidentResponse.State.OPEN && cursor == null;
    }

    private static String address(String stateName, @Nullable String from, @Nullable UUID chosen) {
        UriBuilder address = UriBuilder.fromPath("/incidents").queryParam("state", stateName);
        if (from != null) {
            address.queryParam("cursor", from);
        }
        if (chosen != null) {
            address.queryParam("chosen", chosen);
        }
        return address.build().toString();
    }
}
