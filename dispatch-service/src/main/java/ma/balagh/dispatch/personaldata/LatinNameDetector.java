package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names of people in French and English: those of the dictionary, what follows a form of address, and words with a
 * capital beside each other that are neither places nor words of the administration.
 */
final class LatinNameDetector {

    private static final Set<String> PARTICLES = Set.of(
            "el", "al", "ben", "ibn", "ait", "bel", "bou", "de", "da", "di", "van", "von", "os", "abd", "abou", "oum");
    private static final Set<String> LINKS =
            Set.of("de", "du", "d", "des", "of", "la", "le", "les", "the", "l", "dite", "dit");
    private static final Set<WordList> KNOWN =
            EnumSet.of(WordList.ADMINISTRATION, WordList.PLACES, WordList.BRANDS, WordList.TITLES);
    private static final int MOST_WORDS = 5;
    private static final int HEADLINE_WORDS = 4;
    private static final double HEADLINE_SHARE = 0.6;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final Set<Integer> headlines = new HashSet<>();
    private final boolean[] place;
    private final List<DataSpan> found = new ArrayList<>();

    private LatinNameDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.place = new boolean[tokens.size()];
    }

    static List<DataSpan> find(NameIndex names, SearchableText text) {
        var tokens = text.tokens();
        var detector = new LatinNameDetector(names, tokens);
        detector.markPlaces();
        detector.markHeadlines();
        for (int i = 0; i < tokens.size(); ) {
            int next = tokens.get(i).isArabic() ? i : detector.nameFrom(i);
            i = Math.max(next, i + 1);
        }
        return detector.found;
    }

    private void markPlaces() {
        for (int i = 0; i < tokens.size(); i++) {
            int words = names.placeAt(tokens, i);
            for (int j = i; j < i + words; j++) {
                place[j] |= tokens.get(j).capital() || words > 1;
            }
        }
    }

    /** Lines in which most words have a capital, as titles do in English. */
    private void markHeadlines() {
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).beginsALine()) {
                long capitals = tokens.subList(start, i).stream()
                        .filter(TextToken::capital)
                        .count();
                if (i - start >= HEADLINE_WORDS && capitals >= HEADLINE_SHARE * (i - start)) {
                    for (int j = start; j < i; j++) {
                        headlines.add(j);
                    }
                }
                start = i;
            }
        }
    }

    /** Where to look next: behind the name that begins there, or at the same word where none does. */
    private int nameFrom(int index) {
        var token = tokens.get(index);
        if (isAddress(index)) {
            int end = endOfWords(index + 1, false);
            return end > index + 1 ? take(index + 1, end) : index;
        }
        var name = names.nameAt(tokens, index);
        if (name != null && isNamed(index, name)) {
            return take(index, Math.max(endOfWords(index + name.words(), true), index + name.words()));
        }
        if (token.capital() && !headlines.contains(index) && isUnknown(index)) {
            int end = endOfWords(index, false);
            return isUnknownName(index, end) ? take(index, end) : index;
        }
        return index;
    }

    private int take(int from, int end) {
        found.add(
                new DataSpan(NAME, tokens.get(from).from(), tokens.get(end - 1).to()));
        return end;
    }

    /** A form of address, before a capital. */
    private boolean isAddress(int index) {
        var token = tokens.get(index);
        if (!names.has(WordList.HONORIFICS, token.text()) || index + 1 >= tokens.size()) {
            return false;
        }
        var next = tokens.get(index + 1);
        boolean abbreviation = token.text().length() <= 2;
        return next.capital()
                && isNear(next)
                && (!abbreviation || token.capital())
                && !names.has(WordList.TITLES, next.text())
                && !isKnownOtherwise(index + 1);
    }

    private static boolean isNear(TextToken token) {
        return token.gap().length() <= 3 && token.gap().indexOf('\n') < 0;
    }

    private boolean isNamed(int index, PersonName name) {
        if (place[index]
                || isAfterAPlaceNoun(index)
                || isKing(index + name.words())
                || isPlaceNoun(index + name.words())) {
            return false;
        }
        int behind = index + name.words();
        boolean namedBehind = isNameAt(behind);
        if (!tokens.get(index).capital()) {
            return name.given() && !name.ambiguous() && namedBehind;
        }
        return !name.ambiguous()
                || namedBehind
                || behind < tokens.size() && isPart(behind)
                || index > 0 && isNameAt(index - 1);
    }

    private boolean isNameAt(int index) {
        if (index >= tokens.size()) {
            return false;
        }
        var name = names.nameAt(tokens, index);
        return name != null && !name.ambiguous() && !place[index];
    }

    private boolean isKing(int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && names.has(WordList.REGNAL, tokens.get(index).text());
    }

    /** Moulay Youssef Hospital. */
    private boolean isPlaceNoun(int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && names.has(WordList.PLACES, tokens.get(index).text());
    }

    /** Avenue Hassan II, rue de la Liberté. */
    private boolean isAfterAPlaceNoun(int index) {
        int before = index - 1;
        int steps = 0;
        while (before >= 0 && steps < 3 && tokens.get(before + 1).gap().length() <= 2) {
            var token = tokens.get(before);
            if (names.has(WordList.PLACES, token.text())) {
                return true;
            }
            if (!LINKS.contains(token.text()) && !PARTICLES.contains(token.text())) {
                return false;
            }
            before--;
            steps++;
        }
        return false;
    }

    /** Behind the words from there on that belong to a name. */
    private int endOfWords(int index, boolean known) {
        int end = index;
        while (end < tokens.size() && end - index < MOST_WORDS && (end == index && !known || isPart(end))) {
            end++;
        }
        return end;
    }

    private boolean isPart(int index) {
        var token = tokens.get(index);
        if (!isNear(token) || index > 0 && !token.follows() && !isQuoted(token) || token.isArabic()) {
            return false;
        }
        if (PARTICLES.contains(token.text())) {
            return index + 1 < tokens.size()
                    && tokens.get(index + 1).follows()
                    && tokens.get(index + 1).capital();
        }
        return (token.capital() || isNameAt(index)) && !isKnownOtherwise(index);
    }

    private static boolean isQuoted(TextToken token) {
        return token.gap().indexOf('"') >= 0 || token.gap().indexOf('«') >= 0;
    }

    private boolean isKnownOtherwise(int index) {
        String word = withoutElision(tokens.get(index).text());
        return place[index]
                || names.isOfAPlace(word) && !PARTICLES.contains(word) && names.nameAt(tokens, index) == null
                || KNOWN.stream().anyMatch(list -> names.has(list, word));
    }

    /** L'Union, d'Appel. */
    private static String withoutElision(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe == 1 ? word.substring(2) : word;
    }

    private boolean isUnknown(int index) {
        var token = tokens.get(index);
        return token.text().length() > 1
                && !isKnownOtherwise(index)
                && !names.isOfAPlace(token.text())
                && !isAfterAPlaceNoun(index);
    }

    /** Aïd Al Adha, Bank Al Maghrib. */
    private boolean belongsToTheWordBefore(int index) {
        return index > 0
                && tokens.get(index).follows()
                && tokens.get(index - 1).capital()
                && isKnownOtherwise(index - 1);
    }

    /** Two words or more with capitals, but no abbreviation of an office and no place. */
    private boolean isUnknownName(int from, int end) {
        var words = tokens.subList(from, end);
        long capitals = words.stream()
                .filter(word -> word.capital() && !PARTICLES.contains(word.text()))
                .count();
        return (capitals >= 2
                        || capitals == 1 && PARTICLES.contains(words.getFirst().text()))
                && !words.stream().allMatch(TextToken::capitals)
                && words.stream().noneMatch(word -> names.isOfAPlace(word.text()) && !PARTICLES.contains(word.text()))
                && !isPlaceNoun(end)
                && !isKing(end);
    }
}
