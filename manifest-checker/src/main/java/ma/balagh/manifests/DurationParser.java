package ma.balagh.manifests;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Durations as Quarkus reads them in settings: {@code 5}, {@code 5s}, {@code 1m}, {@code PT5S}. */
final class DurationParser {

    private DurationParser() {}

    /** Nothing for what is none. */
    static Optional<Duration> of(String written) {
        var text = written.strip().toUpperCase(Locale.ROOT);
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            if (text.matches("\\d{1,9}MS")) {
                return Optional.of(Duration.ofMillis(Long.parseLong(text.replace("MS", ""))));
            }
            return Optional.of(
                    Duration.parse(text.startsWith("P") ? text : text.endsWith("D") ? "P" + text : "PT" + text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
