package ma.balagh.portal.incident;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's map file. Its header is checked when the portal starts, so that whoever operates the suite learns of a file
 * that is cut or of another kind, and each time that a desk is shown, which says so: it goes on with the built-in coast. Nobody
 * waits long for a volume that does not answer.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles, version 3</a>
 */
@Singleton
class TileArchiveReader {

    private static final Logger LOG = LoggerFactory.getLogger(TileArchiveReader.class);

    private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    private static final int HEADER = 127;
    /** Where the offsets of the root directory, the metadata, the leaf directories and the tiles stand, each with its length. */
    private static final int SECTIONS = 8;

    private static final int NUMBER_OF_SECTIONS = 4;
    private static final int TILE_TYPE = 99;
    private static final int VECTOR_TILES = 1;

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
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is there, or the file ends
            }
            require(header.position() >= MAGIC.length + 1 && hasMagic(header), file, "is no PMTiles file");
            require(header.get(MAGIC.length) == VERSION, file, "is of another version of PMTiles than 3");
            require(!header.hasRemaining(), file, "is cut within its header");
            require(header.get(TILE_TYPE) == VECTOR_TILES, file, "has pictures, not vector tiles");
            require(end(header) <= channel.size(), file, "is cut: its header announces more than there is");
        } catch (IOException e) {
            throw new IllegalStateException("the map file " + file + " cannot be read", e);
        }
    }

    private static boolean hasMagic(ByteBuffer header) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (header.get(i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first byte after the last section; the largest number where a section has no sound bounds. */
    private static long end(ByteBuffer header) {
        long end = HEADER;
        for (int section = 0; section < NUMBER_OF_SECTIONS; section++) {
            long offset = header.getLong(SECTIONS + section * 2 * Long.BYTES);
            long length = header.getLong(SECTIONS + (section * 2 + 1) * Long.BYTES);
            boolean isSound = offset >= 0 && length >= 0 && offset <= Long.MAX_VALUE - length;
            end = isSound ? Math.max(end, offset + length) : Long.MAX_VALUE;
        }
        return end;
    }

    private static void require(boolean isSo, Path file, String otherwise) {
        if (!isSo) {
            throw new IllegalStateException("the map file " + file + " " + otherwise);
        }
    }

    /** Changes with the file, so that a browser does not mix tiles of two. */
    static String tag(Path file) throws IOException {
        return "\"" + Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
    }
}
