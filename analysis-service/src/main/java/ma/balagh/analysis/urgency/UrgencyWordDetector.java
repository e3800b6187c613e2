package ma.balagh.analysis.urgency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;

/**
 * Detects words for weapons, violence and their mitigation, in Arabic, Darija (both scripts), French and English. A
 * negated word (sans arme) is not detected, nor one inside an idiom.
 */
final class UrgencyWordDetector {

    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");

    /** What words stand for; sections of the file beside this class. */
    enum Kind {
        WEAPON,
        VIOLENCE,
        FILM,
        SPORT,
        DENIAL,
        IDIOM
    }

    /** @param spelling the entry as the file writes it, for telling */
    private record Entry(Kind kind, List<String> words, String spelling) {}

    /** So many words after one that denies are denied. */
    private static final int DENIED = 3;

    private static final UrgencyWordDetector KNOWN = new UrgencyWordDetector();

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    private UrgencyWordDetector() {
        try (InputStream file = UrgencyWordDetector.class.getResourceAsStream("vocabulary.txt")) {
            if (file == null) {
                throw new IllegalStateException("no vocabulary");
            }
            Kind kind = Kind.IDIOM;
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    kind = Kind.valueOf(
                            BRACKETS.matcher(line.strip()).replaceAll("").toUpperCase(Locale.ROOT));
                } else if (!line.startsWith("#")) {
                    add(kind, line.split(","));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byFirstWord
                .values()
                .forEach(entries -> entries.sort(
                        Comparator.comparingInt((Entry entry) -> entry.words().size())
                                .reversed()));
    }

    private void add(Kind kind, String[] spellings) {
        for (String spelling : spellings) {
            List<String> words =
                    FoldedText.of(spelling).words().stream().map(TextWord::form).toList();
            if (!words.isEmpty()) {
                byFirstWord
                        .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                        .add(new Entry(kind, words, spelling.strip()));
            }
        }
    }

    /** The words of each kind that the text has, as the vocabulary spells them, in the text's order. */
    static Map<Kind, Set<String>> in(String text) {
        Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);
        FoldedText.of(text).words().stream()
                .collect(Collectors.groupingBy(
                        TextWord::clause, TreeMap::new, Collectors.mapping(TextWord::form, Collectors.toList())))
                .values()
                .forEach(clause -> KNOWN.search(clause, found));
        return found;
    }

    private void search(List<String> clause, Map<Kind, Set<String>> found) {
        int deniedUntil = 0;
        int k = 0;
        while (k < clause.size()) {
            Optional<Entry> entry = at(clause, k);
            int next = k + entry.map(known -> known.words().size()).orElse(1);
            if (entry.isPresent()) {
                Kind kind = entry.get().kind();
                if (kind == Kind.DENIAL) {
                    deniedUntil = next + DENIED;
                } else if (kind != Kind.IDIOM && k >= deniedUntil) {
                    found.computeIfAbsent(kind, first -> new LinkedHashSet<>())
                            .add(entry.get().spelling());
                }
            } else if (isDarijaDenial(clause.get(k))) {
                deniedUntil = next + DENIED;
            }
            k = next;
        }
    }

    /** The longest entry that begins there. */
    private Optional<Entry> at(List<String> clause, int k) {
        return ArabicStemmer.formsOf(clause.get(k)).stream()
                .flatMap(form -> byFirstWord.getOrDefault(form, List.of()).stream())
                .filter(entry -> stands(entry, clause, k))
                .max(Comparator.comparingInt(entry -> entry.words().size()));
    }

    private static boolean stands(Entry entry, List<String> clause, int at) {
        return at + entry.words().size() <= clause.size()
                && IntStream.range(1, entry.words().size())
                        .allMatch(k -> ArabicStemmer.formsOf(clause.get(at + k))
                                .contains(entry.words().get(k)));
    }

    /** Verbs between {@code ما} and {@code ش}, such as {@code ماعندوش}. */
    private static boolean isDarijaDenial(String word) {
        return word.length() > 4 && word.startsWith("ما") && word.endsWith("ش");
    }
}
