package ma.balagh.portal.unit;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.incident.UnitResponse;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of units is narrowed by.
 *
 * @param cursor where the page begins; nothing for the newest
 */
@TemplateData
public record UnitFilter(
        UnitResponse.@Nullable Status status, @Nullable String cursor) {

    static UnitFilter of(@Nullable String name, @Nullable String cursor) {
        return new UnitFilter(
                Arrays.stream(UnitResponse.Status.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElse(null),
                FormInputParser.text(cursor));
    }

    public List<UnitResponse.Status> statuses() {
        return List.of(UnitResponse.Status.values());
    }

    @Nullable
    String statusName() {
        return status == null ? null : status.name();
    }

    public String in(UnitResponse.Status other) {
        return address(other.name(), null);
    }

    public String inAnyStatus() {
        return address(null, null);
    }

    public String here() {
        return address(statusName(), cursor);
    }

    public String from(@Nullable String next) {
        return address(statusName(), next);
    }

    private static String address(@Nullable String statusName, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/units");
        if (statusName != null) {
            address.queryParam("status", statusName);
        }
        if (from != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", from);
        }
        return address.build().toString();
    }
}
