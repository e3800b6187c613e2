package ma.balagh.analysis.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of all findings in one language. Files beside this class, one for each group of methods, have for each
 * method {@code <method>.name}, {@code .meaning} (why it matters) and {@code .weakness} (when it is known to be wrong),
 * and for each statement its {@code <code>} (one plain sentence) and {@code <code>.detail} (the figures behind it, may
 * be left out). Facts stand in braces; what stands in square brackets is left out where one of its facts is empty.
 */
public final class Words {

    /** Languages in which findings are told, the first one where nobody asked. */
    public enum Language {
        EN,
        FR,
        AR;

        /** Such as {@code ar}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Language> of(String code) {
            return Arrays.stream(values())
                    .filter(language -> language.code().equals(code))
                    .findFirst();
        }

        /**
         * The one that a reader wants most.
         *
         * @param accepted the request's {@code Accept-Language} (RFC 9110, section 12.5.4); null where it has none
         */
        public static Language wantedBy(@Nullable String accepted) {
            if (accepted == null || accepted.length() > LONGEST_WISH) {
                return EN;
            }
            try {
                return Locale.LanguageRange.parse(accepted).stream()
                        .filter(range -> range.getWeight() > 0)
                        .flatMap(range -> of(range.getRange().split("-", 2)[0]).stream())
                        .findFirst()
                        .orElse(EN);
            } catch (IllegalArgumentException malformed) {
                return EN;
            }
        }

        boolean isLeftToRight() {
            return this != AR;
        }
    }

    /** Characters; no browser's list of languages comes near it. */
    private static final int LONGEST_WISH = 1_000;

    /** Files of words: what stands before the dot in a method's id, and why a dossier is urgent. */
    static final List<String> GROUPS = Stream.concat(
                    Arrays.stream(Method.values())
                            .map(method -> method.id().substring(0, method.id().indexOf('.'))),
                    Stream.of("urgency"))
            .distinct()
            .toList();

    private static final Pattern FACT = Pattern.compile("\\{([a-z0-9-]+)}");

    private static final Map<Language, Words> ALL =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(language -> language, Words::new));

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private final Language language;
    private final Properties words = new Properties();

    private Words(Language language) {
        this.language = language;
        for (String group : GROUPS) {
            String file = group + "_" + language.code() + ".properties";
            try (InputStream stream = Words.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IllegalStateException("no words: " + file);
                }
                words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** What the method is called. */
    public String name(Finding finding) {
        return of(finding.method() + ".name");
    }

    /** Why the method's answer matters. */
    public String meaning(Finding finding) {
        return of(finding.method() + ".meaning");
    }

    /** When the method is known to be wrong. */
    public String weakness(Finding finding) {
        return of(finding.method() + ".weakness");
    }

    /** What was found, in a sentence. */
    public String summary(Finding finding) {
        return filled(of(finding.code()), finding.facts());
    }

    /** The figures behind it; empty where the sentence says all. */
    public String detail(Finding finding) {
        return filled(words.getProperty(finding.code() + ".detail", ""), finding.facts());
    }

    /** What stands under a code that belongs to no method. */
    public String sentence(String code, Map<String, String> facts) {
        return filled(
                of(code),
                facts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, fact -> Fact.clean(fact.getValue()))));
    }

    /** A statement of an older version may have lost its words: its code still says what it was. */
    private String of(String key) {
        return words.getProperty(key, key);
    }

    private String filled(String text, Map<String, String> facts) {
        String told = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(isTold(part.group(1), facts) ? part.group(1) : ""));
        return FACT.matcher(told)
                .replaceAll(fact -> Matcher.quoteReplacement(
                        facts.containsKey(fact.group(1)) ? Fact.in(language, facts.get(fact.group(1))) : fact.group()));
    }

    private static boolean isTold(String part, Map<String, String> facts) {
        return FACT.matcher(part)
                .results()
                .noneMatch(fact -> facts.getOrDefault(fact.group(1), "").isEmpty());
    }

    /** For tests: every key, and the facts that it mentions. */
    Map<String, List<String>> mentioned() {
        return words.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> FACT.matcher(words.getProperty(key))
                                .results()
                                .map(fact -> fact.group(1))
                                .sorted()
                                .distinct()
                                .toList()));
    }
}
