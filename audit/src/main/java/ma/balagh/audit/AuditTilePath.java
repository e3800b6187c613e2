package ma.balagh.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile is asked for: {@code 0/x001/x234/067} or {@code entries/000.p/17} (C2SP tlog-tiles).
 *
 * @param entries whether what the leaves are of is asked for rather than hashes
 * @param level of the hashes: 256<sup>level</sup> leaves lie below each
 * @param index of the tile on its level
 * @param width how many there are to be; 1 to 256
 */
record AuditTilePath(boolean entries, int level, long index, int width) {

    static final int FULL = 256;

    private static final Pattern PATH =
            Pattern.compile("(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    static Optional<AuditTilePath> parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || parts.group(2).startsWith("x000")) {
            return Optional.empty();
        }
        boolean entries = parts.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
        if (parts.group(3) == null) {
            return Optional.of(new AuditTilePath(entries, level, index, FULL));
        }
        int width = Integer.parseInt(parts.group(3));
        return width < FULL ? Optional.of(new AuditTilePath(entries, level, index, width)) : Optional.empty();
    }

    /** The first one of the tile on its level. */
    long first() {
        return index * FULL;
    }
}
