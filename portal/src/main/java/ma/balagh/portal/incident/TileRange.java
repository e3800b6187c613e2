package ma.balagh.portal.incident;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a map file that somebody asks for.
 *
 * @param first the first byte
 * @param last the last byte, which belongs to it
 * @param size of the file
 */
record TileRange(long first, long last, long size) {

    /** Of one answer. Directories and tiles are smaller; the whole file is not for browsers. */
    static final long LONGEST = 16 << 20;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{1,15})");

    /** @param header the header {@code Range}; nothing comes of one that asks for what the file does not have */
    static Optional<TileRange> of(@Nullable String header, long size) {
        Matcher asked = RANGE.matcher(header == null ? "" : header);
        if (!asked.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(asked.group(1));
        long last = Math.min(Long.parseLong(asked.group(2)), size - 1);
        return first <= last && last - first < LONGEST
                ? Optional.of(new TileRange(first, last, size))
                : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range}. */
    String header() {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
