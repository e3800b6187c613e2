package ma.balagh.portal.clock;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks are narrowed by.
 *
 * @param jurisdiction nothing for everywhere
 */
@TemplateData
public record ClockFilter(ClockPeriod period, @Nullable String jurisdiction) {

    static ClockFilter of(@Nullable String name, @Nullable String jurisdiction) {
        return new ClockFilter(
                Arrays.stream(ClockPeriod.values())
                        .filter(period -> period.name().equals(name))
                        .findFirst()
                        .orElse(ClockPeriod.MONTH),
                FormInputParser.text(jurisdiction));
    }

    public List<ClockPeriod> periods() {
        return List.of(ClockPeriod.values());
    }

    /** These clocks as they stand, for refreshing. */
    public String here() {
        return over(period);
    }

    /** These clocks over another period. */
    public String over(ClockPeriod other) {
        UriBuilder address = UriBuilder.fromPath("/clocks").queryParam("period", other.name());
        if (jurisdiction != null) {
            address.queryParam("jurisdiction", "{jurisdiction}").resolveTemplate("jurisdiction", jurisdiction);
        }
        return address.build().toString();
    }
}
