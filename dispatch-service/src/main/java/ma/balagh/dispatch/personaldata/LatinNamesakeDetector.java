package ma.balagh.dispatch.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds in French and English after whom public places are called, before and behind their nouns. */
final class LatinNamesakeDetector {

    private static final Set<String> ANDS = Set.of("et", "and", "ou", "or");
    /** Before the title of the one after whom a place is called. */
    private static final Set<String> LINKS = Set.of("de", "du", "des", "d", "la");

    /** Of English, where what stands behind a noun with its article is not its name: near the stadium Karim Berrada. */
    private static final String THE = "the";

    private static final int MOST_WORDS = 5;
    private static final int MOST_WORDS_BETWEEN = 4;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final List<WordSpan> found = new ArrayList<>();

    private LatinNamesakeDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    static List<WordSpan> find(NameIndex names, List<TextToken> tokens) {
        var detector = new LatinNamesakeDetector(names, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (detector.isNoun(i)) {
                if (i == 0 || !tokens.get(i - 1).text().equals(THE)) {
                    detector.findBehind(i);
                }
                if (!LatinPlaceDetector.opensAPlace(tokens, i)) {
                    detector.findBefore(i);
                }
            }
        }
        return detector.found;
    }

    private boolean isNoun(int index) {
        String word = tokens.get(index).withoutElision();
        return names.has(WordList.PUBLIC_PLACES, word) || isPlural(index);
    }

    private boolean isPlural(int index) {
        String word = tokens.get(index).withoutElision();
        return word.endsWith("s") && names.has(WordList.PUBLIC_PLACES, word.substring(0, word.length() - 1));
    }

    /** Avenue Allal El Fassi, complexe sportif Prince Moulay Abdellah; of several avenues, each. */
    private void findBehind(int noun) {
        int from = behindQualities(noun + 1);
        int end = from < tokens.size() && isJoined(from) ? behindName(from) : from;
        found.add(new WordSpan(from, behindTitles(from), end));
        while (end > from && isPlural(noun) && end < tokens.size()) {
            boolean and =
                    ANDS.contains(tokens.get(end).text()) && tokens.get(end).follows();
            from = and ? end + 1 : end;
            if (from >= tokens.size() || !and && !tokens.get(from).gap().equals(", ")) {
                return;
            }
            end = tokens.get(from).capital() ? behindName(from) : from;
            found.add(new WordSpan(from, behindTitles(from), end));
        }
    }

    /** What a place is besides its name, and what stands before the title of somebody. */
    private int behindQualities(int index) {
        int behind = index;
        while (behind < tokens.size()
                && behind < index + MOST_WORDS_BETWEEN
                && isJoined(behind)
                && (names.has(WordList.QUALITIES, tokens.get(behind).withoutElision()) || isBeforeATitle(behind))) {
            behind++;
        }
        return behind;
    }

    private boolean isBeforeATitle(int index) {
        return LINKS.contains(tokens.get(index).text())
                && index + 1 < tokens.size()
                && NamesakeDetector.isTitle(tokens.get(index + 1));
    }

    private int behindTitles(int index) {
        int behind = index;
        while (behind + 1 < tokens.size() && NamesakeDetector.isTitle(tokens.get(behind))) {
            behind++;
        }
        return behind;
    }

    /** Behind a noun: av. Mohammed V. */
    private boolean isJoined(int index) {
        String gap = tokens.get(index).gap();
        return tokens.get(index).follows()
                || gap.equals(". ")
                        && LatinPlaceDetector.SHORT.contains(
                                tokens.get(index - 1).text())
                || gap.equals(" « ")
                || gap.equals(" \"");
    }

    /** Behind the capitals from there on, and behind a king's number. */
    private int behindName(int index) {
        int end = index;
        while (end < tokens.size()
                && end - index < MOST_WORDS
                && (end == index || tokens.get(end).follows())
                && !tokens.get(end).isArabic()
                && (tokens.get(end).capital()
                        || NamesakeDetector.isTitle(tokens.get(end))
                        || end > index
                                && LatinNameDetector.PARTICLES.contains(
                                        tokens.get(end).text()))
                && !isNoun(end)) {
            end++;
            if (NamesakeDetector.isRegnal(names, tokens, end)) {
                return end + 1;
            }
        }
        return end;
    }

    /** Ibn Khaldoun Middle School; Allal El Fassi, Moulay Abdellah and Ibn Khaldoun avenues. */
    private void findBefore(int noun) {
        int end = noun;
        while (end > 0
                && tokens.get(end).follows()
                && names.has(WordList.QUALITIES, tokens.get(end - 1).text())) {
            end--;
        }
        if (end == 0 || !tokens.get(end).follows()) {
            return;
        }
        int from = beginOfName(end);
        found.add(new WordSpan(from, end, end));
        boolean and = isPlural(noun)
                && from < end
                && from > 1
                && ANDS.contains(tokens.get(from - 1).text());
        while (and
                || from < end
                        && from > 0
                        && isPlural(noun)
                        && tokens.get(from).gap().equals(", ")) {
            end = and ? from - 1 : from;
            from = beginOfName(end);
            found.add(new WordSpan(from, end, end));
            and = false;
        }
    }

    private int beginOfName(int end) {
        int from = end;
        while (from > 0
                && end - from < MOST_WORDS
                && isOfAName(from - 1)
                && (from == end || tokens.get(from).follows())) {
            from--;
        }
        return from;
    }

    private boolean isOfAName(int index) {
        var token = tokens.get(index);
        return !token.isArabic()
                && token.text().equals(token.withoutGenitive())
                && (token.capital() || LatinNameDetector.PARTICLES.contains(token.text()));
    }
}
