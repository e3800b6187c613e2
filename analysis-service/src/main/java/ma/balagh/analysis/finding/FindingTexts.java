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
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of all findings in one language. Files beside this class, one for each group of methods, have for each
 * method {@code <method>.name}, {@code .meaning} (why it matters), {@code .weakness} (when it is known to be wrong) and
 * {@code .unknown} (what is not known where it cannot say), and for each statement its {@code <code>} (one plain
 * sentence) and, as far as there is something to tell, {@code <code>.detail} (the figures behind it), {@code .traces}
 * (what was seen, in the words of files and programs), {@code .name} (where it differs from the method's) and {@code
 * .unknown} (the same, or what a statement leaves open that says something; empty where nothing is). Facts stand in braces,
 * {@code {frames}}, or with their noun, {@code {frames:frame}}: see {@link CountedNounFormatter}. Text in square brackets is
 * left out where one of its facts is empty.
 */
public final class FindingTexts {

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

    /** Files of words: what stands before the dot in a method's id, the summary, and why a dossier is urgent. */
    static final List<String> GROUPS = Stream.concat(
                    Arrays.stream(LaboratoryMethod.values())
                            .map(method -> method.id().substring(0, method.id().indexOf('.'))),
                    Stream.of("summary", "urgency"))
            .distinct()
            .toList();

    private static final Pattern FACT = Pattern.compile("\\{([a-z0-9-]+)(?::([a-z-]+))?}");

    /** Read when somebody first asks for the language. */
    private static final Map<Language, FindingTexts> READ = new ConcurrentHashMap<>();

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?: |$)");

    private final Language language;
    private final Properties words = new Properties();
    private final CountedNounFormatter nouns;

    private FindingTexts(Language language) {
        this.language = language;
        GROUPS.forEach(group -> load(group, language, words));
        Properties counted = new Properties();
        load("number", language, counted);
        this.nouns = new CountedNounFormatter(language, counted);
    }

    private static void load(String group, Language language, Properties into) {
        String file = group + "_" + language.code() + ".properties";
        try (InputStream stream = FindingTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no words: " + file);
            }
            into.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FindingTexts in(Language language) {
        return READ.computeIfAbsent(language, FindingTexts::new);
    }

    /** What the method is called, or that of its checks which the statement is about. */
    public String name(Finding finding) {
        return words.getProperty(finding.code() + ".name", of(finding.method() + ".name"));
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

    /**
     * The first sentence of what was found, to stand within another: without its full stop, and beginning small. Findings
     * of old have no words of ours: the method's name stands for them.
     */
    public String clause(Finding finding) {
        String sentence = words.getProperty(finding.code());
        if (sentence == null) {
            return name(finding);
        }
        Matcher end = SENTENCE_END.matcher(sentence);
        return withSmallInitial(filled(end.find() ? sentence.substring(0, end.start()) : sentence, finding.facts()));
    }

    /** What is not known after it; to stand within a sentence. Empty where it leaves nothing open. */
    public String unknown(Finding finding) {
        return words.getProperty(
                finding.code() + ".unknown",
                FindingGroup.of(finding) == FindingGroup.UNKNOWN ? of(finding.method() + ".unknown") : "");
    }

    /** The figures behind it; empty where the sentence says all. */
    public String detail(Finding finding) {
        return filled(words.getProperty(finding.code() + ".detail", ""), finding.facts())
                .strip();
    }

    /** What was seen, in the words of files and programs, for specialists; may be empty. */
    public String traces(Finding finding) {
        return filled(words.getProperty(finding.code() + ".traces", ""), finding.facts());
    }

    /** Figures as this language writes them: with its decimal sign. */
    public String figures(String fact) {
        return FactFormatter.in(language, fact);
    }

    /** What stands under a code that belongs to no method. */
    public String sentence(String code, Map<String, String> facts) {
        return sentence(code, facts, Map.of());
    }

    /** @param phrases of ours, in this language, that stand in the sentence as they are */
    public String sentence(String code, Map<String, String> facts, Map<String, String> phrases) {
        return filled(
                of(code),
                facts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, fact -> FactFormatter.clean(fact.getValue()))),
                phrases);
    }

    /** A statement of an older version may have lost its words: its code still says what it was. */
    private String of(String key) {
        return words.getProperty(key, key);
    }

    private String filled(String text, Map<String, String> facts) {
        return filled(text, facts, Map.of());
    }

    private String filled(String text, Map<String, String> facts, Map<String, String> phrases) {
        String told = OPTIONAL.matcher(text)
                .replaceAll(
                        part -> Matcher.quoteReplacement(isEmpty(part.group(1), facts, phrases) ? "" : part.group(1)));
        return FACT.matcher(told).replaceAll(place -> Matcher.quoteReplacement(told(place, facts, phrases)));
    }

    private String told(MatchResult place, Map<String, String> facts, Map<String, String> phrases) {
        String phrase = phrases.get(place.group(1));
        if (phrase != null) {
            return phrase;
        }
        String fact = facts.get(place.group(1));
        if (fact == null) {
            return place.group();
        }
        String noun = place.group(2);
        return noun == null ? FactFormatter.in(language, fact) : nouns.counted(noun, fact);
    }

    /** Names of things keep their capitals: only a word that goes on small begins small. */
    private static String withSmallInitial(String sentence) {
        return sentence.length() > 1 && Character.isUpperCase(sentence.charAt(0)) && isSmall(sentence.charAt(1))
                ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)
                : sentence;
    }

    private static boolean isSmall(char second) {
        return Character.isLowerCase(second) || second == ' ' || second == '’';
    }

    private static boolean isEmpty(String part, Map<String, String> facts, Map<String, String> phrases) {
        return FACT.matcher(part)
                .results()
                .map(fact -> fact.group(1))
                .anyMatch(name ->
                        facts.getOrDefault(name, phrases.getOrDefault(name, "")).isEmpty());
    }

    /** For tests: the nouns that sentences count. */
    CountedNounFormatter nouns() {
        return nouns;
    }

    /** For tests: the nouns that stand after facts. */
    List<String> counted() {
        return words.stringPropertyNames().stream()
                .flatMap(key -> FACT.matcher(words.getProperty(key)).results())
                .flatMap(fact -> Stream.ofNullable(fact.group(2)))
                .distinct()
                .toList();
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
