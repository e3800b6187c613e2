package ma.balagh.portal.source;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of sources is narrowed by.
 *
 * @param cursor where the page begins; nothing for the newest
 */
@TemplateData
public record SourceFilter(
        SourceResponse.@Nullable State state, @Nullable String cursor) {

    static SourceFilter of(@Nullable String name, @Nullable String cursor) {
        return new SourceFilter(
                Arrays.stream(SourceResponse.State.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .orElse(null),
                FormInputParser.text(cursor));
    }

    public List<SourceResponse.State> states() {
        return List.of(SourceResponse.State.values());
    }

    @Nullable
    String stateName() {
        return state == null ? null : state.name();
    }

    public String in(SourceResponse.State other) {
        return address(other.name(), null);
    }

    public String inAnyState() {
        return address(null, null);
    }

    public String here() {
        return address(stateName(), cursor);
    }

    public String from(@Nullable String next) {
        return address(stateName(), next);
    }

    private static String address(@Nullable String stateName, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/sources");
        if (stateName != null) {
            address.queryParam("state", stateName);
        }
        if (from != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", from);
        }
        return address.build().toString();
    }
}
