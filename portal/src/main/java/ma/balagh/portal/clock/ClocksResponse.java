package ma.balagh.portal.clock;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.incident.IncidentTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * How long each stage took for what ended in a period.
 *
 * @param takenInUntilReady the machine's own time
 */
@TemplateData
public record ClocksResponse(
        Instant from,
        Instant to,
        List<StageTime> stages,
        @Nullable Durations takenInUntilReady) {

    /** The stages of a published video, in their order. */
    @TemplateData
    public enum Stage {
        PUBLISHED_TO_TAKEN_IN,
        TAKEN_IN_TO_SECURED,
        SECURED_TO_EXAMINED,
        EXAMINED_TO_PROPOSED,
        PROPOSED_TO_CONFIRMED,
        CONFIRMED_TO_ASSIGNED,
        ASSIGNED_TO_ON_SCENE,
        ON_SCENE_TO_OUTCOME,
        OUTCOME_TO_REFERRED;

        /** Whether the stage takes machine time rather than people's. */
        public boolean isMachine() {
            return this == TAKEN_IN_TO_SECURED || this == SECURED_TO_EXAMINED;
        }

        /** What goes through it. */
        public Subject subject() {
            return switch (this) {
                case PUBLISHED_TO_TAKEN_IN -> Subject.REPORT;
                case TAKEN_IN_TO_SECURED, SECURED_TO_EXAMINED -> Subject.EVIDENCE;
                case EXAMINED_TO_PROPOSED, PROPOSED_TO_CONFIRMED -> Subject.DOSSIER;
                case CONFIRMED_TO_ASSIGNED, ASSIGNED_TO_ON_SCENE, ON_SCENE_TO_OUTCOME, OUTCOME_TO_REFERRED ->
                    Subject.INCIDENT;
            };
        }

        /** Whether what goes through it may have a type of incident. */
        public boolean isTyped() {
            return subject() == Subject.DOSSIER || subject() == Subject.INCIDENT;
        }
    }

    /** What goes through a stage, with the address of its page. */
    @TemplateData
    public enum Subject {
        REPORT("/reports/%s"),
        EVIDENCE("/evidence/%s/custody"),
        DOSSIER("/dossiers/%s"),
        INCIDENT("/incidents/%s");

        private final String address;

        Subject(String address) {
            this.address = address;
        }

        public String address(UUID id) {
            return address.formatted(id);
        }
    }

    /** The stages that are known here, in order; with a type of incident, those that have one. */
    public List<StageTime> shown(@Nullable IncidentTypeCode type) {
        return stages.stream()
                .filter(time ->
                        time.stage() != null && (type == null || time.stage().isTyped()))
                .toList();
    }

    /**
     * Quantiles in seconds of one stage.
     *
     * @param targetSeconds how long it should last
     * @param withinTarget how many lasted no longer
     * @param previous of the period of the same length before this one
     */
    @TemplateData
    public record StageTime(
            @Nullable Stage stage,
            long count,
            @Nullable Double targetSeconds,
            long withinTarget,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99,
            @Nullable PreviousTime previous) {

        /** The p95 on a logarithmic scale of a second to a day, 0 to 100, for a bar. */
        public double bar() {
            return p95 == null ? 0 : Scale.percent(p95);
        }

        /** The share that kept the target; nothing where there are none. */
        public @Nullable Double share() {
            return count == 0 ? null : (double) withinTarget / count;
        }

        /** The same of the period before. */
        public @Nullable Double previousShare() {
            return previous == null ? null : previous.share();
        }

        /** How the share moved; nothing where there is nothing to compare. */
        public StageStatisticsResponse.@Nullable Trend trend() {
            return StageStatisticsResponse.Trend.of(share(), previousShare());
        }

        /** The same of a hundred, for a bar. */
        public long shareBar() {
            return count == 0 ? 0 : Math.round(100.0 * withinTarget / count);
        }

        /** The median on the same scale. */
        public double middle() {
            return p50 == null ? 0 : Scale.percent(p50);
        }
    }

    /** The figures of the period before that a trend needs. */
    @TemplateData
    public record PreviousTime(long count, long withinTarget) {

        @Nullable
        Double share() {
            return count == 0 ? null : (double) withinTarget / count;
        }
    }

    /** Quantiles in seconds. */
    @TemplateData
    public record Durations(
            long count,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    private static final class Scale {

        private static final double SHORTEST = 0.1;
        private static final double LONGEST = 86_400;

        static double percent(double seconds) {
            double bounded = Math.clamp(seconds, SHORTEST, LONGEST);
            return Math.round(100 * Math.log(bounded / SHORTEST) / Math.log(LONGEST / SHORTEST));
        }
    }
}
