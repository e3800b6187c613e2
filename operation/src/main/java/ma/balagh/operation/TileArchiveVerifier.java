package ma.balagh.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with an operator's map file: to whoever starts a local suite with it, and in the portal, which draws on it.
 * It reads the header alone, so that a file of any size takes a moment.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles, version 3</a>
 */
public final class TileArchiveVerifier {

    private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    private static final int HEADER = 127;
    /** Where the offsets of the root directory, the metadata, the leaf directories and the tiles stand, each with its length. */
    private static final int SECTIONS = 8;

    private static final int NUMBER_OF_SECTIONS = 4;
    private static final int TILE_TYPE = 99;
    private static final int VECTOR_TILES = 1;

    private TileArchiveVerifier() {}

    /**
     * What is wrong with the file, as the predicate of a sentence without its full stop; nothing where it is sound.
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<String> fault(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header is there, or the file ends
            }
            return Optional.ofNullable(fault(header, channel.size()));
        }
    }

    private static @Nullable String fault(ByteBuffer header, long size) {
        if (header.position() == 0) {
            return "is empty";
        }
        if (header.position() <= MAGIC.length || !hasMagic(header)) {
            return "is no PMTiles file";
        }
        if (header.get(MAGIC.length) != VERSION) {
            return "is of version %d of PMTiles, not 3".formatted(header.get(MAGIC.length) & 0xff);
        }
        if (header.hasRemaining()) {
            return "is cut within its header: it has %d bytes".formatted(size);
        }
        if (header.get(TILE_TYPE) != VECTOR_TILES) {
            return "has pictures, not vector tiles";
        }
        long end = end(header);
        return end <= size ? null : "is cut: it has %d bytes, and its header announces %d".formatted(size, end);
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
}
