package ma.balagh.analysis.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Writes Exif into pictures as cameras do. */
public final class ExifPicture {

    private record Value(int type, int count, byte[] bytes, int[] fractions) {}

    private static final int GPS = 0x8825;
    private static final int EXIF = 0x8769;

    private final Map<Integer, Value> main = new TreeMap<>();
    private final Map<Integer, Value> exif = new TreeMap<>();
    private final Map<Integer, Value> gps = new TreeMap<>();

    public ExifPicture text(int tag, String text) {
        (tag >= 0x9000 ? exif : main).put(tag, text(text));
        return this;
    }

    /** Degrees, minutes, seconds; each as numerator and denominator. */
    public ExifPicture place(String latitudeRef, int[] latitude, String longitudeRef, int[] longitude) {
        gps.put(1, text(latitudeRef));
        gps.put(2, new Value(5, 3, new byte[0], latitude));
        gps.put(3, text(longitudeRef));
        gps.put(4, new Value(5, 3, new byte[0], longitude));
        return this;
    }

    private static Value text(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Value(2, bytes.length, bytes, new int[0]);
    }

    public byte[] block(ByteOrder order) {
        var block = ByteBuffer.allocate(2048).order(order);
        block.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8).position(8);
        int pointers = directory(block, main, 2);
        pointer(block, pointers, EXIF);
        directory(block, exif, 0);
        pointer(block, pointers + 12, GPS);
        directory(block, gps, 0);
        return Arrays.copyOf(block.array(), block.position());
    }

    /** Writes a directory and its values; returns where its last entries, which are left for pointers, begin. */
    private static int directory(ByteBuffer block, Map<Integer, Value> entries, int pointers) {
        int count = entries.size() + pointers;
        int values = block.position() + 2 + 12 * count + 4;
        block.putShort((short) count);
        for (var entry : entries.entrySet()) {
            Value value = entry.getValue();
            block.putShort(entry.getKey().shortValue())
                    .putShort((short) value.type())
                    .putInt(value.count());
            int next = block.position() + 4;
            boolean isShort = value.type() == 2 && value.count() <= 4;
            if (!isShort) {
                block.putInt(values).position(values);
            }
            block.put(value.bytes());
            for (int number : value.fractions()) {
                block.putInt(number);
            }
            values = isShort ? values : block.position();
            block.position(next);
        }
        int free = block.position();
        block.position(values);
        return free;
    }

    private static void pointer(ByteBuffer block, int at, int tag) {
        block.putShort(at, (short) tag)
                .putShort(at + 2, (short) 4)
                .putInt(at + 4, 1)
                .putInt(at + 8, block.position());
    }

    public static byte[] in(String extension, byte[] picture, byte[] block) {
        return switch (extension) {
            case "jpg" -> inJpeg(picture, block);
            case "png" -> inPng(picture, block);
            default -> inWebp(picture, block);
        };
    }

    static byte[] inJpeg(byte[] picture, byte[] block) {
        return ByteBuffer.allocate(picture.length + block.length + 10)
                .put(picture, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (block.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(block)
                .put(picture, 2, picture.length - 2)
                .array();
    }

    /** Behind the signature and the header. */
    static byte[] inPng(byte[] picture, byte[] block) {
        var checksum = new CRC32();
        checksum.update("eXIf".getBytes(StandardCharsets.US_ASCII));
        checksum.update(block);
        return ByteBuffer.allocate(picture.length + block.length + 12)
                .put(picture, 0, 33)
                .putInt(block.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(block)
                .putInt((int) checksum.getValue())
                .put(picture, 33, picture.length - 33)
                .array();
    }

    /** The simple form becomes the extended one, of 64 × 64 pixels, with the block behind the picture. */
    private static byte[] inWebp(byte[] picture, byte[] block) {
        int padded = block.length + block.length % 2;
        int length = picture.length + 18 + 8 + padded;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(picture, 0, 4)
                .putInt(length - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(8)
                .put(new byte[] {63, 0, 0, 63, 0, 0})
                .put(picture, 12, picture.length - 12)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(block.length)
                .put(block)
                .array();
    }
}
