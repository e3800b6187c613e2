package ma.balagh.intake.upload;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one request.
 *
 * @param offset number of its first byte in the medium, as the client says
 * @param announced how many bytes it has, or -1 when the client did not say
 */
record UploadChunk(
        long offset,
        InputStream body,
        long announced,
        @Nullable UploadChecksum checksum) {}
