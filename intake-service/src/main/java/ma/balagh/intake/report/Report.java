package ma.balagh.intake.report;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody published or told us.
 *
 * @param filedBy the caller that filed it, as its token's subject
 * @param sourceId the source that it came from, when intake fetched it by itself
 * @param language BCP 47 tag
 * @param publishedAt as claimed
 * @param claim time and place as claimed; null when nothing is claimed
 * @param version grows with every change of what a reader is shown
 */
public record Report(
        UUID id,
        ReceiptCode receipt,
        Channel channel,
        ReportStatus status,
        String jurisdiction,
        String filedBy,
        @Nullable UUID sourceId,
        @Nullable String url,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant receivedAt,
        @Nullable Claim claim,
        @Nullable Answer answer,
        int version) {

    /** It stands in a dossier now; an answered one stays answered. */
    Report joinedADossier() {
        return status == ReportStatus.RECEIVED ? with(ReportStatus.UNDER_EXAMINATION, answer) : this;
    }

    /** Its receipt shows this answer from now on. */
    Report answered(Answer newer) {
        return newer.equals(answer) ? this : with(ReportStatus.ANSWERED, newer);
    }

    private Report with(ReportStatus newStatus, @Nullable Answer newAnswer) {
        return new Report(
                id,
                receipt,
                channel,
                newStatus,
                jurisdiction,
                filedBy,
                sourceId,
                url,
                title,
                text,
                language,
                publishedAt,
                receivedAt,
                claim,
                newAnswer,
                version + 1);
    }
}
