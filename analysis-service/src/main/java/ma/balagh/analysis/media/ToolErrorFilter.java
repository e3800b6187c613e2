package ma.balagh.analysis.media;

import java.util.List;
import java.util.regex.Pattern;

/**
 * FFmpeg's error output, cleaned for people: without memory addresses, file names and paths. Parts of it may come from
 * the file.
 */
final class ToolErrorFilter {

    private static final int LIMIT = 20;
    private static final int LONGEST = 200;
    private static final Pattern CONTEXT = Pattern.compile("^(?:\\[[^]]*+] ?)++");
    private static final Pattern FILE = Pattern.compile("(Error opening input file |(file:)?\\b)(" + DecoderInput.MEDIUM
            + "|" + DecoderInput.DERIVED + "|pictures)(: |\\.$)");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/])/(?:[\\w.-]++/)++[\\w.-]*+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\uFFFD]+");

    /**
     * What we did not permit, how FFmpeg looked for a format, what it counted, and what it says of everything: no
     * complaint about the file.
     */
    private static final Pattern NOISE =
            Pattern.compile("(Format not on whitelist|Not detecting |Last message repeated |Input stream #).*"
                    + "|Invalid (argument|data found when processing input)");

    private ToolErrorFilter() {}

    static List<String> of(String errors) {
        return errors.lines()
                .map(ToolErrorFilter::cleaned)
                .filter(line -> !line.isEmpty() && !NOISE.matcher(line).matches())
                .distinct()
                .limit(LIMIT)
                .toList();
    }

    private static String cleaned(String line) {
        String message = FILE.matcher(CONTEXT.matcher(line).replaceFirst("")).replaceAll("");
        String printable = UNPRINTABLE.matcher(message).replaceAll(" ");
        String cleaned = PATH.matcher(printable).replaceAll("…").strip();
        return cleaned.length() <= LONGEST ? cleaned : cleaned.substring(0, LONGEST) + "…";
    }

    static String firstOf(String errors, String otherwise) {
        return of(errors).stream()
                .map(error -> otherwise + ": " + error)
                .findFirst()
                .orElse(otherwise);
    }
}
