package ma.balagh.intake.evidence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the sender's file name from Content-Disposition (RFC 6266). Shown to people, never used as a path. */
final class FileNameParser {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private static final int MAX_LENGTH = 200;
    private static final Pattern EXTENDED =
            Pattern.compile(";\\s*+filename\\*\\s*+=\\s*+utf-8'[^']*+'([^;\\s]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile(";\\s*+filename\\s*+=\\s*+\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN =
            Pattern.compile(";\\s*+filename\\s*+=\\s*+([^\";\\s]++)", Pattern.CASE_INSENSITIVE);
    // Controls and formatting characters: the latter can make "exe.gpj" look like "jpg.exe".
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private FileNameParser() {}

    /** @return empty when the header has no usable name */
    static Optional<String> of(String header) {
        return first(EXTENDED, header)
                .flatMap(FileNameParser::percentDecoded)
                .or(() ->
                        first(QUOTED, header).map(name -> ESCAPED.matcher(name).replaceAll("$1")))
                .or(() -> first(TOKEN, header))
                .map(FileNameParser::displayable)
                .filter(name -> !name.isEmpty());
    }

    private static Optional<String> first(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> percentDecoded(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static String displayable(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE.matcher(last).replaceAll("").strip();
        int length = visible.codePointCount(0, visible.length());
        return length <= MAX_LENGTH ? visible : visible.substring(0, visible.offsetByCodePoints(0, MAX_LENGTH));
    }
}
