package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.CASE_DETAIL;
import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in texts what the records behind them say. */
final class KnownDetailMatcher {

    private static final int SHORTEST_WORDS = 4;
    /** So many consonants tell one name from others. */
    private static final int SHORTEST_SKELETON = 3;

    private final NameIndex dictionary;
    private final List<String> words;
    private final Set<String> names = new HashSet<>();

    KnownDetailMatcher(NameIndex dictionary, KnownDetails details) {
        this.dictionary = dictionary;
        words = details.words().stream()
                .map(word -> SearchableText.of(word).text().strip())
                .filter(word -> word.length() >= SHORTEST_WORDS && !dictionary.isPlace(word))
                .toList();
        details.accounts().forEach(this::addNames);
    }

    private void addNames(String account) {
        var text = SearchableText.of(account);
        var spans = Stream.concat(
                        LatinNameDetector.find(dictionary, text).stream(),
                        ArabicNameDetector.find(dictionary, text).stream())
                .toList();
        for (var token : text.tokens()) {
            boolean named = spans.stream().anyMatch(span -> span.from() <= token.from() && token.to() <= span.to());
            String skeleton = skeleton(token);
            if (named && skeleton.length() >= SHORTEST_SKELETON) {
                names.add(skeleton);
            }
        }
    }

    /** Without the article, which other scripts write apart or not at all. */
    static String skeleton(TextToken token) {
        String word = token.text();
        return ConsonantNormalizer.of(
                word.startsWith("ال") && word.length() > SHORTEST_WORDS ? word.substring(2) : word);
    }

    List<DataSpan> find(SearchableText text) {
        var found = new ArrayList<DataSpan>();
        for (String word : words) {
            int at = text.text().indexOf(word);
            while (at >= 0) {
                if (isWhole(text.text(), at, at + word.length())) {
                    found.add(new DataSpan(CASE_DETAIL, at, at + word.length()));
                }
                at = text.text().indexOf(word, at + 1);
            }
        }
        if (!names.isEmpty()) {
            text.tokens().stream()
                    .filter(token -> token.capital() || token.isArabic())
                    .filter(token -> !dictionary.has(WordList.ADMINISTRATION, token.text())
                            && !dictionary.isOfAPlace(token.text())
                            && names.contains(skeleton(token)))
                    .map(token -> new DataSpan(NAME, token.from(), token.to()))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isWhole(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }
}
