package ma.balagh.analysis.expertise;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import ma.balagh.analysis.finding.FindingTexts.Language;
import org.jspecify.annotations.Nullable;

/** The report's own words in one language, from {@code report_ar}, {@code report_fr} and {@code report_en}. */
final class ReportTexts {

    /** Nothing is known or said. */
    static final String NONE = "—";

    /** Digits and slashes: the only way of writing a date that Arabic and Latin lines show in the same order. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Map<Language, ReportTexts> ALL = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(language -> language, ReportTexts::new));

    private final Properties texts = new Properties();

    private ReportTexts(Language language) {
        String file = "report_" + language.code() + ".properties";
        try (InputStream stream = ReportTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no words: " + file);
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReportTexts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    String of(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }

    /** @param values put in place of {@code {0}} and so on */
    String of(String key, Object... values) {
        return new MessageFormat(of(key), Locale.ROOT).format(values);
    }

    /** What something is called that others may add to: its own name where there is no word yet. */
    String named(String group, @Nullable String name) {
        return name == null ? NONE : texts.getProperty(group + "." + name, name);
    }

    String named(String group, @Nullable Enum<?> name) {
        return named(group, name == null ? null : name.name());
    }

    String time(@Nullable Instant time) {
        return time == null ? NONE : TIME.format(time);
    }

    /** Such as 1:04.5, with the decimal sign of the language; seconds from the start of a medium. */
    String position(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d%s%d", tenths / 600, tenths / 10 % 60, of("decimal"), tenths % 10);
    }

    /** To the hundredth, with the decimal sign of the language. */
    String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace(".", of("decimal"));
    }

    static String percent(@Nullable Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String orNone(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? NONE : value.toString();
    }

    /** For tests: every key. */
    Properties all() {
        return texts;
    }
}
