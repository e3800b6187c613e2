package ma.balagh.intake.upload;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.intake.evidence.ContainerFormat;
import ma.balagh.intake.evidence.DeclaredMetadata;
import ma.balagh.intake.evidence.Sha256Digest;
import ma.balagh.intake.report.ReportAudience;
import org.jspecify.annotations.Nullable;

/**
 * A medium that comes in piece by piece.
 *
 * @param createdBy the caller that it belongs to, as its token's subject
 * @param sender the caller's name
 * @param sees what may be said to the caller about earlier media
 * @param length how many bytes it will have, at least one
 * @param position how many of them are on disk
 * @param contents what all the bytes are; null while some are missing
 * @param receivedAt when its first byte came in
 * @param expiresAt when it ends unless bytes come
 */
record Upload(
        UUID id,
        UUID reportId,
        String createdBy,
        String sender,
        ReportAudience sees,
        UploadMetadata metadata,
        long length,
        long position,
        UploadStatus status,
        @Nullable Contents contents,
        @Nullable UUID evidenceId,
        @Nullable Instant receivedAt,
        Instant expiresAt) {

    /** What the bytes turned out to be. */
    record Contents(Sha256Digest digest, ContainerFormat container) {}

    boolean isComplete() {
        return position == length;
    }

    boolean isSecured() {
        return status == UploadStatus.SECURED;
    }

    /** A complete one waits to be secured, however long that takes. */
    boolean isExpired(Instant now) {
        return status == UploadStatus.OPEN && !isComplete() && !expiresAt.isAfter(now);
    }

    DeclaredMetadata declared() {
        return metadata.declared();
    }
}
