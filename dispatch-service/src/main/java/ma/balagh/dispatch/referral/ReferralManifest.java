package ma.balagh.dispatch.referral;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code manifest.json} of a referral file says: what is in it, what is not and why, who asked for it. */
record ReferralManifest(
        TimelineDocument timeline,
        ReferralRequest request,
        Instant at,
        AsicSigner signer,
        List<EvidenceExhibit> exhibits,
        List<ReferralPart> parts) {

    static final String FORMAT = "balagh-referral/1";

    /**
     * The file's content.
     *
     * @param timeStamped whether the signature has the time stamp of an authority
     * @param missingRights how many duties towards arrested people are missing
     */
    @RegisterForReflection
    record Content(
            String format,
            UUID incidentId,
            UUID dossierId,
            Instant createdAt,
            String createdBy,
            String purpose,
            String keyId,
            boolean timeStamped,
            int missingRights,
            List<Entry> entries,
            List<LeftOut> leftOut) {}

    /** A file of the container. */
    @RegisterForReflection
    record Entry(String name, String mediaType, long size, String sha256) {}

    /**
     * What the file would have if it still existed.
     *
     * @param reason {@code ERASED}: its bytes are kept no more, by the periods of retention
     */
    @RegisterForReflection
    record LeftOut(
            UUID evidenceId,
            String sha256,
            String reason,
            @Nullable String since) {}

    Content content() {
        return new Content(
                FORMAT,
                timeline.incidentId(),
                timeline.dossierId(),
                at,
                request.name(),
                request.purpose().text(),
                signer.keyId(),
                signer.stamps(),
                timeline.rights().missing(),
                parts.stream()
                        .map(part -> new Entry(part.name(), part.mediaType(), part.size(), part.sha256()))
                        .toList(),
                exhibits.stream()
                        .filter(exhibit -> !exhibit.isKept())
                        .map(exhibit -> new LeftOut(exhibit.id(), exhibit.sha256(), "ERASED", exhibit.erasedAt()))
                        .toList());
    }
}
