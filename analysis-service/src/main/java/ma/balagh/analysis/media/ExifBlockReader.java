package ma.balagh.analysis.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the Exif block of a picture, whose other bytes it passes over: a JPEG's APP1 segment, a PNG's {@code eXIf} chunk, a
 * WebP's {@code EXIF} chunk. However the file lies about lengths, this reads no more than it says here.
 */
final class ExifBlockReader {

    /** Cameras write some kilobytes, with a thumbnail up to 64. */
    private static final int LARGEST = 1 << 20;

    /** Parts of a file that are looked at; a large PNG has some thousands. */
    private static final int MOST_PARTS = 100_000;

    private static final byte[] JPEG_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_NAME = "eXIf".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_NAME = "EXIF".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel file;

    private ExifBlockReader(FileChannel file) {
        this.file = file;
    }

    /** The block as TIFF lays it out; empty where the picture has none. */
    static Optional<ByteBuffer> of(Path picture) throws IOException {
        try (var file = FileChannel.open(picture)) {
            return new ExifBlockReader(file).find(picture);
        } catch (EOFException endsBeforeOne) {
            return Optional.empty();
        }
    }

    private Optional<ByteBuffer> find(Path picture) throws IOException {
        var head = read(0, 12);
        if (head.getInt(4) == 0x66747970) { // ftyp: an ISO file, as HEIC is
            return HeifMetaReader.exifOf(picture);
        }
        if (head.getShort(0) == (short) 0xFFD8) {
            return inJpeg();
        }
        if (head.getInt(0) == 0x89504E47) {
            return inChunks(8, PNG_NAME, 4, ByteOrder.BIG_ENDIAN);
        }
        return head.getInt(0) == 0x52494646 && head.getInt(8) == 0x57454250
                ? inChunks(12, WEBP_NAME, 0, ByteOrder.LITTLE_ENDIAN)
                : Optional.empty();
    }

    /** A segment is 0xFF, its kind, and its length including the two bytes that say it. From the scan on all is picture. */
    private Optional<ByteBuffer> inJpeg() throws IOException {
        long at = 2;
        for (int k = 0; k < MOST_PARTS; k++) {
            var head = read(at, 4);
            int kind = Short.toUnsignedInt(head.getShort(0));
            if (kind == 0xFFFF) { // padding
                at++;
                continue;
            }
            int length = Short.toUnsignedInt(head.getShort(2));
            if (kind < 0xFFC0 || kind == 0xFFDA || length < 2) {
                return Optional.empty();
            }
            if (kind == 0xFFE1 && length > 2 + JPEG_NAME.length && isAt(at + 4, JPEG_NAME)) {
                return Optional.of(read(at + 4 + JPEG_NAME.length, length - 2 - JPEG_NAME.length));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    /**
     * PNG writes length, name, content and a checksum; RIFF, on which WebP stands, name, length, content and a byte where
     * the length is odd.
     */
    private Optional<ByteBuffer> inChunks(long first, byte[] name, int nameAt, ByteOrder order) throws IOException {
        boolean isPng = nameAt == 4;
        long at = first;
        for (int k = 0; k < MOST_PARTS; k++) {
            var head = read(at, 8).order(order);
            long length = Integer.toUnsignedLong(head.getInt(4 - nameAt));
            if (isAt(at + nameAt, name)) {
                return length > LARGEST ? Optional.empty() : Optional.of(read(at + 8, (int) length));
            }
            at += 8 + length + (isPng ? 4 : length % 2);
        }
        return Optional.empty();
    }

    private boolean isAt(long position, byte[] name) throws IOException {
        return read(position, name.length).equals(ByteBuffer.wrap(name));
    }

    private ByteBuffer read(long position, int length) throws IOException {
        if (position + length > file.size()) {
            throw new EOFException();
        }
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
