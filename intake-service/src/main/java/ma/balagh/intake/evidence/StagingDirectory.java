package ma.balagh.intake.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.intake.IntakeProblem;
import org.jspecify.annotations.Nullable;

/** The local directory that media come in on, whichever store keeps them. */
@ApplicationScoped
class StagingDirectory {

    private final EvidenceConfig config;
    private @Nullable IncomingDirectory incoming;

    StagingDirectory(EvidenceConfig config, MeterRegistry meters) {
        this.config = config;
        Gauge.builder("balagh.evidence.free", this, StagingDirectory::free)
                .description("Bytes that media may still take on the disk that they come in on")
                .baseUnit("bytes")
                .register(meters);
    }

    void open(@Observes StartupEvent start) throws IOException {
        if (config.readOnly()) {
            return;
        }
        incoming = IncomingDirectory.open(config.directory().resolve("incoming"));
    }

    void close(@Observes ShutdownEvent shutdown) {
        if (incoming != null) {
            incoming.close();
        }
    }

    /** A name for bytes that are still coming in. */
    Path newFile() {
        if (incoming == null) {
            throw new IllegalStateException("the evidence store is not open");
        }
        return incoming.newFile();
    }

    boolean isThere() {
        // Of a process that only looks there is no folder; where nothing is mounted, there is no evidence at all.
        return incoming == null ? Files.isDirectory(config.directory().resolve(Sha256Digest.ROOT)) : incoming.isThere();
    }

    private double free() {
        try {
            long usable = Files.getFileStore(config.directory()).getUsableSpace();
            return Math.max(0, usable - config.keepFree().asLongValue());
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** @throws ma.balagh.http.ProblemException 507 when that many more bytes do not fit */
    void requireRoom(long bytes) {
        try {
            long usable = Files.getFileStore(config.directory()).getUsableSpace();
            if (usable - bytes < config.keepFree().asLongValue()) {
                throw IntakeProblem.STORE_FULL.because("%,d bytes are free, of which %,d must stay so"
                        .formatted(usable, config.keepFree().asLongValue()));
            }
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        }
    }
}
