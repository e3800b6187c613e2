package ma.balagh.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds words of another language on a page: whatever a page says by itself is a word of the suite's own texts in the
 * page's language. What people wrote, names and codes are marked as such in the page and not looked at.
 */
final class PageLanguage {

    /** A selector of what has no language or another one than the page; so has anything with a {@code lang} of its own. */
    static final String UNTRANSLATED = "bdi, q, [dir=auto], .id, .code, .hash, .address, .call-sign, .languages,"
            + " .map-incident, .patrol-spot, .spot-cell, .spot-evidence, .statement, .finding-detail, pre, code, textarea, script, style, template";

    /** Names of formats and standards, which are the same everywhere, and of an example. */
    private static final Set<String> TECHNICAL =
            Set.of("sha", "pdf", "rss", "atom", "json", "http", "https", "hmac", "webhook", "mp", "ma", "cas", "utc");

    private static final List<String> FOLDERS = List.of(
            "portal/src/main/resources/messages", "analysis-service/src/main/resources/ma/balagh/analysis/finding");

    private static final String AND = "\u0648";

    private static final Pattern EXPRESSION = Pattern.compile("\\{[^}]*}");
    private static final Pattern ISOLATED = Pattern.compile("[\u2066-\u2068][^\u2069]*\u2069");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}]{2,}");

    private final Set<String> vocabulary = new HashSet<>(TECHNICAL);

    /**
     * @param code {@code ar}, {@code fr} or {@code en}
     * @param repository the root of the source tree
     */
    PageLanguage(String code, Path repository) {
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(repository.resolve(folder))) {
                files.filter(file -> file.getFileName().toString().endsWith("_" + code + ".properties"))
                        .forEach(this::learn);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Locale locale = Locale.forLanguageTag(code + "-MA");
        Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, locale))
                .flatMap(PageLanguage::words)
                .forEach(vocabulary::add);
        words(locale.getDisplayLanguage(locale)).forEach(vocabulary::add);
    }

    /** The words of a text that no text of the language has. */
    List<String> foreignWords(String text) {
        return words(ISOLATED.matcher(text).replaceAll(" "))
                .filter(word -> !vocabulary.contains(word) && !vocabulary.contains(withoutAnd(word)))
                .toList();
    }

    /** Arabic writes "and" as one word with the next, which a sentence may be made of. */
    private static String withoutAnd(String word) {
        return word.startsWith(AND) ? word.substring(AND.length()) : word;
    }

    private void learn(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.contains("="))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .map(text -> EXPRESSION.matcher(text).replaceAll(" "))
                    .flatMap(PageLanguage::words)
                    .forEach(vocabulary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and words that are no language of the page: what the test's own reports say. */
    PageLanguage besides(String... texts) {
        Stream.of(texts).flatMap(PageLanguage::words).forEach(vocabulary::add);
        return this;
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
