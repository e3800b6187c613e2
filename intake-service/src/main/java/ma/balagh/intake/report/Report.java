package ma.balagh.intake.report;

import java.time.Instant;
import java.util.Objects;
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
 * @param forwarded it is hidden with the dossiers that it stands in, which were handed to another competent authority; see {@link Visibility}
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
        boolean forwarded,
        int version) {

    /** An officer answered it, which stands as long as it stands in no dossier. */
    Report answered(Answer answer) {
        return new Report(
                id,
                receipt,
                channel,
                ReportStatus.ANSWERED,
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
                answer,
                forwarded,
                version + 1);
    }

    /** It stands in dossiers of which this follows. An answer is taken back when another dossier is opened. */
    Report standing(Standing standing) {
        ReportStatus newStatus = standing.answer() == null ? ReportStatus.UNDER_EXAMINATION : ReportStatus.ANSWERED;
        // Who filed it still reads it and must not see by the version alone that it was hidden from others.
        boolean shown = newStatus != status || !Objects.equals(standing.answer(), answer);
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
                standing.answer(),
                standing.forwarded(),
                shown ? version + 1 : version);
    }
}
