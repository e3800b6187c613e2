package ma.balagh.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown.
 *
 * @param media the evidence that stands in it
 * @param mediaUrls media that it names by address and pages that may show some, and whether we have them
 * @param rule absent where no answer comes, or would come, by rule; and for partners
 */
record ReportView(
        UUID id,
        String receipt,
        ReportStatus status,
        Channel channel,
        String jurisdiction,
        @Nullable UUID sourceId,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant receivedAt,
        @Nullable Claim claim,
        List<ReportMedia.Medium> media,
        List<MediaLink> mediaUrls,
        @Nullable AnswerView answer,
        @Nullable RuleView rule) {

    record AnswerView(AnswerKind kind, @Nullable OutcomeKind outcome, Instant at) {}

    /**
     * That nobody looked at the report: its media are those of a dossier that had been decided before it came.
     *
     * @param dossierId that dossier, for those who read dossiers
     * @param stopped an officer stopped the rule for this report
     * @param stoppedBy user name
     */
    record RuleView(
            @Nullable UUID dossierId,
            boolean stopped,
            @Nullable String stoppedBy,
            @Nullable String reason) {}

    static ReportView of(
            Report report, List<ReportMedia.Medium> media, List<MediaLink> links, @Nullable RuleView rule) {
        Answer answer = report.answer();
        return new ReportView(
                report.id(),
                report.receipt().value(),
                report.status(),
                report.channel(),
                report.jurisdiction(),
                report.sourceId(),
                report.url(),
                report.title(),
                report.text(),
                report.language(),
                report.publishedAt(),
                report.receivedAt(),
                report.claim(),
                media,
                links,
                answer == null ? null : new AnswerView(answer.kind(), answer.outcome(), answer.at()),
                rule);
    }
}
