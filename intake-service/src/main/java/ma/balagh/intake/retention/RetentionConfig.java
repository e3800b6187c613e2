package ma.balagh.intake.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

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

    /** When what is due is erased every day, as a cron expression; {@code off} leaves it to people. */
    @WithDefault("0 30 3 * * ?")
    String schedule();

    /** So many are erased in one transaction. */
    @WithDefault("200")
    int batch();

    /** The period of a kind. */
    default Period period(RetentionKind kind) {
        return switch (kind) {
            case SET_ASIDE_ITEM -> setAsideItems();
            case IDENTITY -> identities();
            case FALSE_REPORT -> falseReports();
        };
    }
}
