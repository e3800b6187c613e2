package ma.balagh.analysis.media;

import java.util.List;
import java.util.regex.Pattern;

/** What FFmpeg writes to its standard error, for people: without memory addresses and file names. */
final class Complaints {

    private static final int LIMIT = 20;
    private static final Pattern CONTEXT = Pattern.compile("^(\\[[^]]*] ?)+");
    private static final Pattern FILE = Pattern.compile("(file:)?\\bmedium: ");

    private Complaints() {}

    static List<String> of(String errors) {
        return errors.lines()
                .map(line -> FILE.matcher(CONTEXT.matcher(line).replaceFirst(""))
                        .replaceAll("")
                        .strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(LIMIT)
                .toList();
    }

    static String firstOf(String errors, String otherwise) {
        return of(errors).stream()
                .map(error -> otherwise + ": " + error)
                .findFirst()
                .orElse(otherwise);
    }
}
