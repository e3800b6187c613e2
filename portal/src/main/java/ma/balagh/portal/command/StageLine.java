package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.portal.clock.ClocksResponse;
import ma.balagh.portal.clock.StageStatisticsResponse.Trend;
import org.jspecify.annotations.Nullable;

/**
 * How one stage did in the last seven days, beside the seven before.
 *
 * @param before nothing where that cannot be said
 */
@TemplateData
public record StageLine(
        ClocksResponse.Stage stage, ClocksResponse.StageTime now, ClocksResponse.@Nullable StageTime before) {

    /** Every stage that is known here, in order. */
    static List<StageLine> of(ClocksResponse now, @Nullable ClocksResponse before) {
        return now.stages().stream().flatMap(time -> lines(time, before)).toList();
    }

    private static Stream<StageLine> lines(ClocksResponse.StageTime time, @Nullable ClocksResponse before) {
        var stage = time.stage();
        return stage == null ? Stream.empty() : Stream.of(new StageLine(stage, time, earlier(stage, before)));
    }

    private static ClocksResponse.@Nullable StageTime earlier(
            ClocksResponse.Stage stage, @Nullable ClocksResponse before) {
        return before == null
                ? null
                : before.stages().stream()
                        .filter(time -> time.stage() == stage)
                        .findFirst()
                        .orElse(null);
    }

    /** The share that kept the target in the seven days before; nothing where there is none. */
    public @Nullable Double earlierShare() {
        return before == null ? null : before.share();
    }

    /** How the share moved; nothing where there is nothing to compare. */
    public @Nullable Trend trend() {
        Double share = now.share();
        Double earlier = earlierShare();
        if (share == null || earlier == null) {
            return null;
        }
        int difference = Double.compare(share, earlier);
        return difference > 0 ? Trend.BETTER : difference < 0 ? Trend.WORSE : Trend.SAME;
    }
}
