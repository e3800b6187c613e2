package ma.balagh.portal.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in the templates of the portal. */
public final class Templates {

    private static final Path ROOT = Path.of("src/main/resources/templates");

    private Templates() {}

    /** Every match, by the template's path and the place in it. */
    public static Map<String, MatchResult> matching(Pattern pattern) {
        var found = new TreeMap<String, MatchResult>();
        try (var files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.put(ROOT.relativize(file) + "@" + matcher.start(), matcher.toMatchResult());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
