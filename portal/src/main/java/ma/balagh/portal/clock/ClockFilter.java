package ma.balagh.portal.clock;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.escalation.StageClockResponse;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks are narrowed by.
 *
 * @param jurisdiction nothing for everywhere
 * @param type of incidents; nothing for all
 */
@TemplateData
public record ClockFilter(
        ClockPeriod period,
        @Nullable String jurisdiction,
        @Nullable IncidentTypeCode type) {

    private static final String CLOCKS = "/clocks";
    private static final String STAGES = "/clocks/stages";

    static ClockFilter of(@Nullable String name, @Nullable String jurisdiction, @Nullable String type) {
        return new ClockFilter(
                Arrays.stream(ClockPeriod.values())
                        .filter(period -> period.name().equals(name))
                        .findFirst()
                        .orElse(ClockPeriod.MONTH),
                FormInputParser.text(jurisdiction),
                Arrays.stream(IncidentTypeCode.values())
                        .filter(each -> each.name().equals(type))
                        .findFirst()
                        .orElse(null));
    }

    public List<ClockPeriod> periods() {
        return List.of(ClockPeriod.values());
    }

    public List<IncidentTypeCode> types() {
        return List.of(IncidentTypeCode.values());
    }

    /** These clocks as they stand, for refreshing. */
    public String here() {
        return over(period);
    }

    /** These clocks over another period. */
    public String over(ClockPeriod other) {
        return address(CLOCKS, other);
    }

    /** What is behind a stage. */
    public String samples(ClocksResponse.Stage stage) {
        return samplesOver(stage, period);
    }

    public String samplesOver(ClocksResponse.Stage stage, ClockPeriod other) {
        return address(CLOCKS + "/" + stage, other);
    }

    /** The same as a file. */
    public String samplesFile(ClocksResponse.Stage stage) {
        return address(CLOCKS + "/" + stage + "/csv", period);
    }

    /** The stages of incidents, of the same period and territory. */
    public String stages() {
        return stagesOver(period);
    }

    public String stagesOver(ClockPeriod other) {
        return address(STAGES, other);
    }

    /** The incidents behind one of them. */
    public String incidents(StageClockResponse.Stage stage) {
        return incidentsOver(stage, period);
    }

    public String incidentsOver(StageClockResponse.Stage stage, ClockPeriod other) {
        return address(STAGES + "/" + stage, other);
    }

    /** The same as a file. */
    public String file(StageClockResponse.Stage stage) {
        return address(STAGES + "/" + stage + "/csv", period);
    }

    private String address(String path, ClockPeriod over) {
        UriBuilder address = UriBuilder.fromPath(path).queryParam("period", over.name());
        if (jurisdiction != null) {
            address.queryParam("jurisdiction", "{jurisdiction}").resolveTemplate("jurisdiction", jurisdiction);
        }
        if (type != null) {
            address.queryParam("type", type.name());
        }
        return address.build().toString();
    }
}
