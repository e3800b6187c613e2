package ma.balagh.intake.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its sender is shown it.
 *
 * @param offset how many bytes are there for good
 * @param expiresAt absent once it is evidence
 * @param evidenceId absent until then
 */
record UploadView(
        UUID reportId,
        long offset,
        long length,
        @Nullable Instant expiresAt,
        @Nullable UUID evidenceId) {

    static UploadView of(Upload upload) {
        return new UploadView(
                upload.reportId(),
                upload.position(),
                upload.length(),
                upload.isSecured() ? null : upload.expiresAt(),
                upload.evidenceId());
    }
}
