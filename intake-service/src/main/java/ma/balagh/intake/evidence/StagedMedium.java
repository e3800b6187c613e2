package ma.balagh.intake.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * A completely received medium under a temporary name; closing deletes the file.
 *
 * @param size in bytes
 * @param receivedAt when its first byte came in
 */
public record StagedMedium(Path file, Sha256Digest digest, long size, ContainerFormat container, Instant receivedAt)
        implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StagedMedium.class);

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next start sweeps it.
            LOG.warnf(e, "cannot remove %s", file);
        }
    }
}
