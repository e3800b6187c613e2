package ma.balagh.intake.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code balagh.retention.*}: how long what is kept, as periods of ISO 8601 ({@code P1Y}, {@code P90D}). */
@ConfigMapping(prefix = "balagh.retention")
public interface RetentionConfig {

    /** Items that were set aside, from when they were seen. */
    @WithDefault("P90D")
    Period setAsideItems();

    /** Reporters' identities, from the answer to their report. */
    @WithDefault("P1Y")
    Period identities();

    /** The words of false reports, from their answer. */
    @WithDefault("P2Y")
    Period falseReports();

    /** The bytes of evidence of which every report is answered, from the latest answer. */
    @WithDefault("P10Y")
    Period closedCaseEvidence();

    /**
     * The bytes of evidence of which a report still has no answer, from when they were secured; for as long as the case is
     * open without it. Even then nothing goes by itself.
     */
    Optional<Period> openCaseEvidence();

    /** When what is due is erased every day, as a cron expression; {@code off} leaves it to people. */
    @WithDefault("0 30 3 * * ?")
    String schedule();

    /** So many are erased in one transaction. */
    @WithDefault("200")
    int batch();

    /** How long a person who orders a run waits for its end. */
    @WithDefault("PT1M")
    Duration answerWithin();

    /** The latest beginning of a period that is over at that time; before everything where it has no end. */
    default Instant cutoff(RetentionKind kind, Instant now) {
        return period(kind)
                .map(period -> now.atZone(ZoneOffset.UTC).minus(period).toInstant())
                .orElse(Instant.EPOCH);
    }

    /** The period of a kind; empty where it has no end. */
    default Optional<Period> period(RetentionKind kind) {
        return switch (kind) {
            case SET_ASIDE_ITEM -> Optional.of(setAsideItems());
            case IDENTITY -> Optional.of(identities());
            case FALSE_REPORT -> Optional.of(falseReports());
            case CLOSED_CASE_EVIDENCE -> Optional.of(closedCaseEvidence());
            case OPEN_CASE_EVIDENCE -> openCaseEvidence();
        };
    }
}
