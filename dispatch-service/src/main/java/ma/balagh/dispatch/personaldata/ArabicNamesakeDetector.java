package ma.balagh.dispatch.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in Arabic after whom public places are called: behind a noun without the article, or behind one and an adjective. */
final class ArabicNamesakeDetector {

    /** Whose names are several. */
    private static final Set<String> PLURALS = Set.of(
            "شوارع",
            "شارعي",
            "شارعا",
            "ازقه",
            "زنقتي",
            "ساحات",
            "ساحتي",
            "ساحتا",
            "ملاعب",
            "ملعبي",
            "ملعبا",
            "مدارس",
            "مدرستي",
            "مدرستا",
            "ثانويات",
            "ثانويتي",
            "ثانويتا",
            "مستشفيات",
            "مستشفيي",
            "مساجد",
            "مسجدي",
            "اسواق",
            "مطارات",
            "مطاري",
            "احياء",
            "حيي");

    private static final int MOST_WORDS = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final ArabicFamilyClassifier families;
    private final List<WordSpan> found = new ArrayList<>();

    private ArabicNamesakeDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.families = new ArabicFamilyClassifier(names, tokens);
    }

    static List<WordSpan> find(NameIndex names, List<TextToken> tokens) {
        var detector = new ArabicNamesakeDetector(names, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isArabic()) {
                detector.findBehind(i);
            }
        }
        return detector.found;
    }

    private void findBehind(int noun) {
        var word = nounOf(tokens.get(noun));
        if (word == null) {
            return;
        }
        int from = noun + 1;
        while (from < tokens.size()
                && tokens.get(from).follows()
                && names.has(WordList.QUALITIES, tokens.get(from).text())) {
            from++;
        }
        // The hospital is none that is called after somebody, unless an adjective stands behind.
        boolean bare = word.startsWith(TextToken.ARTICLE) && from == noun + 1;
        if (bare || from >= tokens.size() || !tokens.get(from).follows()) {
            return;
        }
        int end = take(from);
        while (PLURALS.contains(word) && end < tokens.size() && isAnother(end)) {
            end = take(end);
        }
    }

    private int take(int from) {
        int begin = from;
        while (begin + 1 < tokens.size()
                && tokens.get(begin + 1).follows()
                && NamesakeDetector.isTitle(tokens.get(begin))) {
            begin++;
        }
        int end = behindName(begin);
        found.add(new WordSpan(from, begin, end));
        return end;
    }

    /** The noun without particles that are joined to it; null where the word is no noun of a place. */
    private @Nullable String nounOf(TextToken token) {
        for (var reading : token.readings()) {
            String word = reading.text();
            String bare = word.startsWith(TextToken.ARTICLE) ? word.substring(TextToken.ARTICLE.length()) : word;
            if (PLURALS.contains(word)
                    || names.has(WordList.PUBLIC_PLACES, word)
                    || names.has(WordList.PUBLIC_PLACES, bare)) {
                return word;
            }
        }
        return null;
    }

    /** Of several streets: the next one, with "and" before it or a comma. */
    private boolean isAnother(int index) {
        var token = tokens.get(index);
        boolean and = token.follows() && token.text().startsWith("و");
        return (and || token.gap().equals(", "))
                && nounOf(token) == null
                && (NamesakeDetector.isTitle(token) || isSon(index) || nameOf(index) != null);
    }

    private boolean isSon(int index) {
        return tokens.get(index).readings().stream()
                .anyMatch(reading -> ArabicFamilyClassifier.SONS.contains(reading.text()));
    }

    /** Behind the first word, which may be any, and those that belong to it: given names, then those of a family. */
    private int behindName(int index) {
        int end = index;
        boolean family = false;
        while (end < tokens.size()
                && end - index < MOST_WORDS
                && tokens.get(end).isArabic()
                && (end == index || tokens.get(end).follows())) {
            if (end > index && NamesakeDetector.isRegnal(names, tokens, end)) {
                return end + 1;
            }
            int words = wordsOfName(end, end == index, family);
            if (words == 0) {
                return end;
            }
            var name = nameOf(end);
            family = name == null || !name.given();
            end = Math.min(end + words, tokens.size());
        }
        return end;
    }

    /** How many words of the name stand there; none where the next person may begin, who has a given name. */
    private int wordsOfName(int index, boolean first, boolean family) {
        var name = nameOf(index);
        if (name != null) {
            return family && name.given() ? 0 : name.words();
        }
        if (isSon(index) && index + 1 < tokens.size()) {
            var father = nameOf(index + 1);
            return 1 + (father == null ? 1 : father.words());
        }
        return first || families.isAt(index) ? 1 : 0;
    }

    private @Nullable PersonName nameOf(int index) {
        for (var reading : tokens.get(index).readings()) {
            var name = names.nameAt(reading, tokens, index);
            if (name != null) {
                return name;
            }
        }
        return null;
    }
}
