package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a camera wrote into a picture (CIPA DC-008, Exif 2.32), under the names that containers of videos use: {@code
 * creation_time}, {@code location}, {@code make}, {@code model}, {@code software}. FFmpeg reads it from some formats only.
 *
 * <p>Each of three directories is read once, wherever their pointers point, and each value lies within the block: a block
 * of any bytes costs no more than its length.
 */
final class ExifReader {

    private static final Pattern DATE = Pattern.compile("^(\\d{4}):(\\d\\d):(\\d\\d) ");

    private static final int MAKE = 0x010F;
    private static final int MODEL = 0x0110;
    private static final int SOFTWARE = 0x0131;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int DATE_TIME_ORIGINAL = 0x9003;
    private static final int OFFSET_TIME_ORIGINAL = 0x9011;
    private static final int LATITUDE_REF = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE_REF = 3;
    private static final int LONGITUDE = 4;

    /** Beyond it a number of degrees cannot be written in ISO 6709. */
    private static final double MOST_DEGREES = 1000;

    private final ByteBuffer block;

    private ExifReader(ByteBuffer block) {
        this.block = block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** What the picture says about itself; nothing where it has no Exif block, or one that is damaged. */
    static Map<String, String> of(Path picture) throws IOException {
        var block = ExifBlockReader.of(picture);
        if (block.isEmpty()) {
            return Map.of();
        }
        try {
            return new ExifReader(block.get()).tags();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException damaged) {
            return Map.of();
        }
    }

    private Map<String, String> tags() {
        var tags = new HashMap<String, String>();
        var main = directory(block.getInt(4));
        put(tags, "make", text(main, MAKE));
        put(tags, "model", text(main, MODEL));
        put(tags, "software", text(main, SOFTWARE));
        var exif = directory(pointer(main, EXIF_DIRECTORY));
        put(tags, "creation_time", time(text(exif, DATE_TIME_ORIGINAL), text(exif, OFFSET_TIME_ORIGINAL)));
        put(tags, "location", location(directory(pointer(main, GPS_DIRECTORY))));
        return tags;
    }

    /** Positions of the entries of a directory by their tags; none at 0. */
    private Map<Integer, Integer> directory(int at) {
        var entries = new HashMap<Integer, Integer>();
        if (at != 0) {
            int count = Short.toUnsignedInt(block.getShort(at));
            for (int k = 0; k < count; k++) {
                int entry = at + 2 + 12 * k;
                entries.putIfAbsent(Short.toUnsignedInt(block.getShort(entry)), entry);
            }
        }
        return entries;
    }

    private int pointer(Map<Integer, Integer> directory, int tag) {
        var entry = directory.get(tag);
        return entry == null ? 0 : block.getInt(entry + 8);
    }

    private String text(Map<Integer, Integer> directory, int tag) {
        var entry = directory.get(tag);
        if (entry == null) {
            return "";
        }
        int length = block.getInt(entry + 4);
        var bytes = block.slice(length > 4 ? block.getInt(entry + 8) : entry + 8, length);
        return StandardCharsets.UTF_8.decode(bytes).toString().replace("\0", "").strip();
    }

    /** {@code 2016:07:30 22:15:00}, and {@code +01:00} where the camera knew its zone. */
    private static String time(String local, String offset) {
        return DATE.matcher(local).replaceFirst("$1-$2-$3T") + offset;
    }

    private String location(Map<Integer, Integer> gps) {
        double latitude = degrees(gps, LATITUDE, LATITUDE_REF, "S");
        double longitude = degrees(gps, LONGITUDE, LONGITUDE_REF, "W");
        // Also where one is no number: a camera that looks for satellites writes 0/0.
        return Math.abs(latitude) < MOST_DEGREES && Math.abs(longitude) < MOST_DEGREES
                ? String.format(Locale.ROOT, "%+010.6f%+011.6f/", latitude, longitude)
                : "";
    }

    /** Degrees, minutes and seconds, each a fraction. */
    private double degrees(Map<Integer, Integer> gps, int tag, int refTag, String negative) {
        var entry = gps.get(tag);
        if (entry == null) {
            return Double.NaN;
        }
        int at = block.getInt(entry + 8);
        double degrees = fraction(at) + fraction(at + 8) / 60 + fraction(at + 16) / 3600;
        return text(gps, refTag).equals(negative) ? -degrees : degrees;
    }

    private double fraction(int at) {
        return (double) Integer.toUnsignedLong(block.getInt(at)) / Integer.toUnsignedLong(block.getInt(at + 4));
    }

    private static void put(Map<String, String> tags, String key, String value) {
        if (!value.isEmpty()) {
            tags.put(key, value);
        }
    }
}
