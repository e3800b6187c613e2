package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.shell.Input;
import org.jspecify.annotations.Nullable;

/**
 * What the list of incidents is narrowed by.
 *
 * @param cursor where the page begins; nothing for the newest
 */
@TemplateData
public record IncidentFilter(
        Incident.@Nullable State state, @Nullable String cursor) {

    private static final String ANY = "ALL";

    /** @param usual what somebody sees who asks for no state in particular; nothing for all */
    static IncidentFilter of(@Nullable String name, @Nullable String cursor, Incident.@Nullable State usual) {
        Incident.State asked = Arrays.stream(Incident.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
        return new IncidentFilter(ANY.equals(name) || asked != null ? asked : usual, Input.text(cursor));
    }

    public List<Incident.State> states() {
        return List.of(Incident.State.values());
    }

    @Nullable
    String stateName() {
        return state == null ? null : state.name();
    }

    public String in(Incident.State other) {
        return address(other.name(), null);
    }

    public String inAnyState() {
        return address(null, null);
    }

    public String here() {
        return address(stateName(), cursor);
    }

    public String from(String next) {
        return address(stateName(), next);
    }

    /** Whether these are all that wait for a unit, from the beginning. */
    boolean isWaiting() {
        return state == Incident.State.OPEN && cursor == null;
    }

    private static String address(@Nullable String stateName, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/incidents").queryParam("state", stateName == null ? ANY : stateName);
        if (from != null) {
            address.queryParam("cursor", from);
        }
        return address.build().toString();
    }
}
