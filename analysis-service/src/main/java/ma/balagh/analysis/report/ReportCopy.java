package ma.balagh.analysis.report;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A report as intake describes it.
 *
 * @param publishedAt as claimed by whoever published it
 * @param claim when and where it happened, as claimed; null when nothing is claimed
 * @param answer what the reporter is told; null while the report is under examination, or is so again
 */
public record ReportCopy(
        UUID id,
        Channel channel,
        String jurisdiction,
        @Nullable Instant publishedAt,
        Instant receivedAt,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable Claim claim,
        @Nullable Answer answer) {

    /** What the reporter's receipt shows. */
    public record Answer(AnswerKind kind, Instant at) {}
}
