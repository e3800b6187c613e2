package ma.balagh.portal.clock;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.escalation.StageClockResponse;
import org.jspecify.annotations.Nullable;

/** How the stages of incidents did in a period, and in the one before it. */
@TemplateData
public record StageStatisticsResponse(List<StageTrend> stages) {

    /**
     * Figures of one stage.
     *
     * @param shortestTarget in seconds, of the targets that these had; nothing where there are none, as the longest
     */
    @TemplateData
    public record StageFigures(
            long count,
            long withinTarget,
            @Nullable Double shortestTarget,
            @Nullable Double longestTarget,
            @Nullable Double p50,
            @Nullable Double p95) {

        /** Whether all had the same target. */
        public boolean isOneTarget() {
            return shortestTarget != null && shortestTarget.equals(longestTarget);
        }

        /** The share that kept its target; nothing where there are none. */
        public @Nullable Double share() {
            return count == 0 ? null : (double) withinTarget / count;
        }

        /** The same of a hundred, for a bar. */
        public long bar() {
            return count == 0 ? 0 : Math.round(100.0 * withinTarget / count);
        }
    }

    /** @param previous of the period of the same length before this one */
    @TemplateData
    public record StageTrend(StageClockResponse.@Nullable Stage stage, StageFigures present, StageFigures previous) {

        /** How the share that kept its target moved; nothing where there is nothing to compare. */
        public @Nullable Trend trend() {
            return Trend.of(present.share(), previous.share());
        }
    }

    /** Which way a figure went. */
    public enum Trend {
        BETTER,
        SAME,
        WORSE;

        /** Nothing where there is nothing to compare. */
        static @Nullable Trend of(@Nullable Double now, @Nullable Double before) {
            if (now == null || before == null) {
                return null;
            }
            int difference = Double.compare(now, before);
            return difference > 0 ? BETTER : difference < 0 ? WORSE : SAME;
        }
    }
}
