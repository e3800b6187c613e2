package ma.balagh.portal.incident;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.balagh.operation.TileArchiveVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's map file. Its header is checked when the portal starts, so that whoever operates the suite learns of a file
 * that is cut or of another kind, and each time that a desk is shown, which says so: it goes on with the built-in coast. Nobody
 * waits long for a volume that does not answer.
 */
@Singleton
class TileArchiveReader {

    private static final Logger LOG = LoggerFactory.getLogger(TileArchiveReader.class);

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Optional<Path> file;

    private Look look = new Look(CompletableFuture.completedFuture(null), 0);

    TileArchiveReader(MapConfig config) {
        this.file = config.file();
    }

    /** A look at the file, and when it began, by {@link System#nanoTime()}. */
    private record Look(CompletableFuture<Void> end, long startedAt) {

        void await() throws InterruptedException, ExecutionException, TimeoutException {
            end.get(startedAt + PATIENCE.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** Whether there is a map file, and of what use it is. */
    enum State {
        NONE,
        SOUND,
        UNUSABLE
    }

    void check(@Observes StartupEvent start) {
        file.ifPresent(present -> {
            try {
                requireSoundInTime(present);
            } catch (IllegalStateException e) {
                LOG.atError().setCause(e).log("The map file is not used");
            }
        });
    }

    State state() {
        if (file.isEmpty()) {
            return State.NONE;
        }
        try {
            requireSoundInTime(file.get());
            return State.SOUND;
        } catch (IllegalStateException e) {
            LOG.debug("The map file is not used", e);
            return State.UNUSABLE;
        }
    }

    /** The file, where it is of use. */
    Optional<Path> file() {
        return file.filter(present -> state() == State.SOUND);
    }

    private void requireSoundInTime(Path present) {
        try {
            look(present).await();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the map file " + present + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("whoever looked at the map file " + present + " was interrupted", e);
        }
    }

    /** The look that is under way, of which there is one at most, or a new one. */
    private synchronized Look look(Path present) {
        if (look.end().isDone()) {
            look = new Look(
                    CompletableFuture.runAsync(
                            () -> requireSound(present),
                            work -> Thread.ofPlatform()
                                    .daemon()
                                    .name("map-file")
                                    .start(work)),
                    System.nanoTime());
        }
        return look;
    }

    /** @throws IllegalStateException says what is wrong with the file */
    static void requireSound(Path file) {
        try {
            TileArchiveVerifier.fault(file).ifPresent(fault -> {
                throw new IllegalStateException("the map file " + file + " " + fault);
            });
        } catch (IOException e) {
            throw new IllegalStateException("the map file " + file + " cannot be read", e);
        }
    }

    /** Changes with the file, so that a browser does not mix tiles of two. */
    static String tag(Path file) throws IOException {
        return "\"" + Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
    }
}
