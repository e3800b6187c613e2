package ma.balagh.platform.part;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/**
 * Reads the first block of an OpenStreetMap extract, which says what it is and what it covers, and how long the others are.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/PBF_Format">PBF Format</a>
 */
final class OsmExtractReader {

    /** By the format. */
    private static final int LONGEST_HEADER = 64 * 1024;

    private static final int LONGEST_BLOCK = 32 * 1024 * 1024;
    private static final double NANODEGREE = 1e-9;

    /** Warns that messages of this age could be slow to read if somebody hostile wrote them: not the operator's extract. */
    private static final Logger PROTOCOL_BUFFERS = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    static {
        PROTOCOL_BUFFERS.setLevel(Level.SEVERE);
    }

    private OsmExtractReader() {}

    /** What an extract covers, in degrees. */
    record Bounds(double west, double south, double east, double north) {

        boolean overlaps(Bounds other) {
            return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
        }
    }

    /**
     * What the extract says that it covers; nothing where it does not say.
     *
     * @throws IOException when it is no extract in PBF format
     */
    static Optional<Bounds> bounds(Path extract) throws IOException {
        try (var input = new DataInputStream(Files.newInputStream(extract))) {
            var header = Fileformat.BlobHeader.parseFrom(block(input, input.readInt(), LONGEST_HEADER));
            if (!header.getType().equals("OSMHeader")) {
                throw new IOException("the first block is " + header.getType());
            }
            var blob = Fileformat.Blob.parseFrom(block(input, header.getDatasize(), LONGEST_BLOCK));
            var content = Osmformat.HeaderBlock.parseFrom(content(blob));
            return content.hasBbox() ? Optional.of(bounds(content.getBbox())) : Optional.empty();
        }
    }

    /**
     * Goes from block to block to the end, without reading what stands in them.
     *
     * @throws IOException when the file ends within a block, as a copy does that broke off, or something else stands there
     */
    static void requireWhole(Path extract) throws IOException {
        long left = Files.size(extract);
        try (var input = new DataInputStream(Files.newInputStream(extract))) {
            while (left > 0) {
                int length = input.readInt();
                var header = Fileformat.BlobHeader.parseFrom(block(input, length, LONGEST_HEADER));
                input.skipNBytes(header.getDatasize());
                left -= Integer.BYTES + length + header.getDatasize();
            }
        }
    }

    private static byte[] block(DataInputStream input, int length, int most) throws IOException {
        if (length <= 0 || length > most) {
            throw new IOException("a block of " + length + " bytes");
        }
        return input.readNBytes(length);
    }

    private static byte[] content(Fileformat.Blob blob) throws IOException {
        if (blob.hasRaw()) {
            return blob.getRaw().toByteArray();
        }
        if (blob.getRawSize() <= 0 || blob.getRawSize() > LONGEST_BLOCK) {
            throw new IOException("a block of " + blob.getRawSize() + " bytes");
        }
        var content = new byte[blob.getRawSize()];
        try (var inflater = new Inflater()) {
            inflater.setInput(blob.getZlibData().toByteArray());
            if (inflater.inflate(content) < content.length) {
                throw new IOException("the first block is cut");
            }
            return content;
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private static Bounds bounds(Osmformat.HeaderBBox box) {
        return new Bounds(
                box.getLeft() * NANODEGREE,
                box.getBottom() * NANODEGREE,
                box.getRight() * NANODEGREE,
                box.getTop() * NANODEGREE);
    }
}
