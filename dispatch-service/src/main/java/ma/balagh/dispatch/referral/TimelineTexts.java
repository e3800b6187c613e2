package ma.balagh.dispatch.referral;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of a timeline on paper, in one language. Times are Moroccan, in digits that read alike in each of them. */
final class TimelineTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Africa/Casablanca"));
    private static final Map<String, TimelineTexts> READ = new ConcurrentHashMap<>();

    private final String language;
    private final ResourceBundle words;

    private TimelineTexts(String language) {
        this.language = language;
        String file = "timeline_" + language + ".properties";
        try (var stream = TimelineTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no texts: " + file);
            }
            words = new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TimelineTexts in(String language) {
        return READ.computeIfAbsent(language, TimelineTexts::new);
    }

    String language() {
        return language;
    }

    boolean isRightToLeft() {
        return language.equals("ar");
    }

    String of(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    /** How a constant is called; its own name where it has none here. */
    String named(String kind, Enum<?> constant) {
        try {
            return words.getString(kind + "." + constant.name());
        } catch (MissingResourceException newerThanThis) {
            return constant.name();
        }
    }

    String time(@Nullable Instant at) {
        return at == null ? none() : TIME.format(at);
    }

    String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? none() : text;
    }

    private String none() {
        return "-";
    }
}
