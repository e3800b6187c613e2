package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of incidents is narrowed by.
 *
 * @param tab which of them; nothing where the state says so
 * @param state one of them; nothing where the tab says so
 * @param cursor where the page begins; nothing for the newest
 * @param chosen the incident that stands beside the list, on the desk of whoever sends units
 */
@TemplateData
public record IncidentFilter(
        @Nullable Tab tab,
        IncidentResponse.@Nullable State state,
        @Nullable String cursor,
        @Nullable UUID chosen) {

    /** Those that an incident goes through before its end. */
    static final List<IncidentResponse.State> UNFINISHED = List.of(
            IncidentResponse.State.OPEN,
            IncidentResponse.State.ASSIGNED,
            IncidentResponse.State.EN_ROUTE,
            IncidentResponse.State.ON_SCENE);

    /** What the list shows, if not a state. */
    public enum Tab {
        /** Those that have no end yet. */
        UNFINISHED,
        /** Those that have waited too long for something. */
        OVERDUE,
        /** Those where a duty towards somebody arrested is missing. */
        MISSING_RIGHTS,
        ALL
    }

    /** @param sends whether it is for somebody who sends units, and sees what has no end yet unless they ask otherwise */
    static IncidentFilter of(@Nullable String name, @Nullable String cursor, @Nullable UUID chosen, boolean sends) {
        var asked = named(IncidentResponse.State.values(), name);
        var tab = asked.isPresent() ? null : named(Tab.values(), name).orElse(sends ? Tab.UNFINISHED : Tab.ALL);
        return new IncidentFilter(tab, asked.orElse(null), FormInputParser.text(cursor), sends ? chosen : null);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    public List<IncidentResponse.State> states() {
        return List.of(IncidentResponse.State.values());
    }

    /** The states in one of which they are; none for any. */
    List<IncidentResponse.State> wanted() {
        if (state != null) {
            return List.of(state);
        }
        return isUnfinished() ? UNFINISHED : List.of();
    }

    /** What dispatch is asked for; nothing where it does not matter. */
    @Nullable
    Boolean withRights() {
        return tab == Tab.MISSING_RIGHTS ? Boolean.TRUE : null;
    }

    /** The same. */
    @Nullable
    Boolean overdue() {
        return tab == Tab.OVERDUE ? Boolean.TRUE : null;
    }

    public boolean isUnfinished() {
        return tab == Tab.UNFINISHED;
    }

    public boolean isOverdue() {
        return tab == Tab.OVERDUE;
    }

    public boolean isMissingRights() {
        return tab == Tab.MISSING_RIGHTS;
    }

    public boolean isAll() {
        return tab == Tab.ALL;
    }

    public String withMissingRights() {
        return address(Tab.MISSING_RIGHTS.name(), null, null);
    }

    public String inDelay() {
        return address(Tab.OVERDUE.name(), null, null);
    }

    public String in(IncidentResponse.State other) {
        return address(other.name(), null, null);
    }

    public String inAnyState() {
        return address(Tab.ALL.name(), null, null);
    }

    public String inNoEnd() {
        return address(Tab.UNFINISHED.name(), null, null);
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
        return tab == null ? Objects.requireNonNull(state).name() : tab.name();
    }

    /** Whether these are put in order of urgency: what has no end yet, from the beginning. */
    boolean isByUrgency() {
        return cursor == null && (isUnfinished() || isWaiting());
    }

    /** Whether these are those that wait for a unit. */
    boolean isWaiting() {
        return state == IncidentResponse.State.OPEN;
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
