package ma.balagh.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, section 14), both ends included.
 *
 * @param first number of its first byte, from 0
 * @param last number of its last byte
 */
public record ByteRange(long first, long last) {

    /** What a {@code Range} header means for a file. */
    public sealed interface Request {

        /** There is no range, or one that may be passed over: malformed, another unit, several at once. */
        record Everything() implements Request {}

        record Part(ByteRange range) implements Request {}

        /** It begins after the end: 416. */
        record Unsatisfiable() implements Request {}
    }

    private static final String RANGE = "Range";
    private static final String IF_RANGE = "If-Range";

    private static final Pattern SINGLE =
            Pattern.compile("bytes=\\s*+(\\d*+)\\s*+-\\s*+(\\d*+)\\s*+", Pattern.CASE_INSENSITIVE);

    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no range from " + first + " to " + last);
        }
    }

    /**
     * What a request asks for. A range counts only while the client's part is of the same bytes (section 13.1.5).
     *
     * @param tag the file's
     * @param size of the file, at least 1
     */
    public static Request of(HttpHeaders headers, EntityTag tag, long size) {
        String range = headers.getHeaderString(RANGE);
        String condition = headers.getHeaderString(IF_RANGE);
        if (range == null || (condition != null && !condition.strip().equals("\"" + tag.getValue() + "\""))) {
            return new Request.Everything();
        }
        return parse(range, size);
    }

    /** @param size of the file, at least 1 */
    public static Request parse(String header, long size) {
        Matcher single = SINGLE.matcher(header);
        if (!single.matches()) {
            return new Request.Everything();
        }
        String from = single.group(1);
        String to = single.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Request.Everything() : suffix(clamped(to, size), size);
        }
        long first = clamped(from, size);
        // "A int-range is invalid if the last-pos value is present and less than first-pos": passed over.
        if (!to.isEmpty() && new BigInteger(to).compareTo(new BigInteger(from)) < 0) {
            return new Request.Everything();
        }
        if (first >= size) {
            return new Request.Unsatisfiable();
        }
        long last = to.isEmpty() ? size - 1 : Math.min(clamped(to, size), size - 1);
        return new Request.Part(new ByteRange(first, last));
    }

    public long length() {
        return last - first + 1;
    }

    /** The {@code Content-Range} of this part. */
    public String header(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }

    private static Request suffix(long length, long size) {
        return length == 0 ? new Request.Unsatisfiable() : new Request.Part(new ByteRange(size - length, size - 1));
    }

    // A client may send any number of digits; nothing beyond the file's size makes a difference.
    private static long clamped(String digits, long size) {
        return new BigInteger(digits).min(BigInteger.valueOf(size)).longValueExact();
    }
}
