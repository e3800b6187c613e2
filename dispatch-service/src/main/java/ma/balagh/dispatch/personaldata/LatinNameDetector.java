package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds names of people in French and English: those of the dictionary, what follows a form of address, and words with a
 * capital beside each other that are neither places nor words of the administration.
 */
final class LatinNameDetector {

    private static final Set<String> PARTICLES = Set.of(
            "el", "al", "ben", "ibn", "ait", "bel", "bou", "de", "da", "di", "van", "von", "os", "abd", "abou", "oum",
            "ould", "weld", "bent", "den", "der", "ter");
    private static final Set<String> LINKS =
            Set.of("de", "du", "d", "des", "of", "la", "le", "les", "the", "l", "dite", "dit");
    /** Two words before what somebody is called. */
    private static final Map<String, Set<String>> CALLED = Map.of(
            "de", Set.of("nom", "prenom", "surnom", "pseudonyme"),
            "of", Set.of("name", "nickname"),
            "as", Set.of("known", "identified"),
            "comme", Set.of("connu", "connue", "identifie", "identifiee"));
    /** Forms of address that end with a full stop. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("m", "mm", "messrs", "mr", "mrs", "ms", "mme", "mlle", "mlles", "me", "dr", "prof", "sgt");

    private static final Set<String> LORDS = Set.of("sidi", "moulay", "lalla");
    /** Whose number may be a single letter, as an initial is. */
    private static final Set<String> KINGS = Set.of("mohammed", "mohamed", "muhammad");

    private static final Set<WordList> KNOWN =
            EnumSet.of(WordList.ADMINISTRATION, WordList.PLACES, WordList.BRANDS, WordList.TITLES);
    private static final int MOST_WORDS = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final Set<Integer> headlines;
    private final boolean[] place;
    private final List<DataSpan> found = new ArrayList<>();

    private LatinNameDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.headlines = HeadlineDetector.find(tokens);
        this.place = new boolean[tokens.size()];
    }

    static List<DataSpan> find(NameIndex names, SearchableText text) {
        var tokens = text.tokens();
        var detector = new LatinNameDetector(names, tokens);
        detector.markPlaces();
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

    /** Where to look next: behind the name that begins there, or at the same word where none does. */
    private int nameFrom(int index) {
        var token = tokens.get(index);
        if (isAddress(index) || isPerson(index) || isInitial(index)) {
            int end = endOfWords(index + 1, false);
            return end > index + 1 ? take(isInitial(index) ? index : index + 1, end) : index;
        }
        if (token.capital()
                && token.follows()
                && isAfterAPlaceNoun(index)
                && !LORDS.contains(tokens.get(index - 1).text())) {
            return endOfWords(index, false);
        }
        var name = names.nameAt(tokens, index);
        if (name != null && isNamed(index, name)) {
            int end = endOfWords(index + name.words(), true);
            return isPlaceNoun(end) ? end : take(index, end);
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
        if (index + 1 >= tokens.size() || !names.has(WordList.HONORIFICS, token.text()) && !isCalled(index)) {
            return false;
        }
        var next = tokens.get(index + 1);
        boolean abbreviation = token.text().length() <= 2 && !isCalled(index);
        return next.capital()
                && isNear(next)
                && (ABBREVIATIONS.contains(token.text()) || next.gap().indexOf('.') < 0)
                && (!abbreviation || token.capital())
                && !names.has(WordList.TITLES, next.text())
                && !isKnownOtherwise(index + 1);
    }

    /** Known as, of the name of. */
    private boolean isCalled(int index) {
        return index > 0
                && CALLED.getOrDefault(tokens.get(index).text(), Set.of())
                        .contains(tokens.get(index - 1).text());
    }

    /** The witness Samir; the witness, Samir, has. */
    private boolean isPerson(int index) {
        if (index + 1 >= tokens.size()
                || !names.has(WordList.PERSONS, withoutElision(tokens.get(index).text()))) {
            return false;
        }
        var next = tokens.get(index + 1);
        boolean apposition = next.gap().equals(", ")
                && index + 2 < tokens.size()
                && tokens.get(index + 2).gap().startsWith(",");
        return next.capital()
                && next.text().length() > 1
                && (next.follows() || apposition || isNear(next) && isQuoted(next))
                && !headlines.contains(index + 1)
                && !isKnownOtherwise(index + 1);
    }

    /** The first letter of a given name, before that of the family. */
    private boolean isInitial(int index) {
        var token = tokens.get(index);
        return token.capital()
                && !token.beginsALine()
                && !token.gap().endsWith(".")
                && index + 1 < tokens.size()
                && isBehindAnInitial(index + 1)
                && tokens.get(index + 1).text().length() > 1
                && tokens.get(index + 1).capital()
                && !isKnownOtherwise(index + 1)
                && !isAfterAPlaceNoun(index);
    }

    private boolean isBehindAnInitial(int index) {
        var gap = tokens.get(index).gap();
        return tokens.get(index - 1).text().length() == 1 && gap.startsWith(".") && gap.length() <= 2;
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
                && names.has(WordList.REGNAL, tokens.get(index).text())
                && (tokens.get(index).text().length() > 1
                        || KINGS.contains(tokens.get(index - 1).text()));
    }

    /** Moulay Youssef Hospital, Mohammed VI Foundation. */
    private boolean isPlaceNoun(int index) {
        if (index >= tokens.size() || !tokens.get(index).follows()) {
            return false;
        }
        var token = tokens.get(index);
        boolean office = token.capital() && token.text().length() > 2;
        return !PARTICLES.contains(token.text())
                && (names.has(WordList.PLACES, token.text())
                        || office && names.has(WordList.ADMINISTRATION, token.text()));
    }

    /** Avenue Hassan II, rue de la Liberté. */
    private boolean isAfterAPlaceNoun(int index) {
        int before = index - 1;
        int steps = 0;
        while (before >= 0 && steps < 3 && tokens.get(before + 1).gap().length() <= 2) {
            var token = tokens.get(before);
            String word = withoutElision(token.text());
            if (names.has(WordList.PLACES, word)
                    || word.endsWith("s") && names.has(WordList.PLACES, word.substring(0, word.length() - 1))) {
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
        if (!isNear(token)
                || token.isArabic()
                || index > 0 && !token.follows() && !isQuoted(token) && !isBehindAnInitial(index)) {
            return false;
        }
        if (PARTICLES.contains(token.text())) {
            return index + 1 < tokens.size()
                    && tokens.get(index + 1).follows()
                    && (tokens.get(index + 1).capital()
                            || PARTICLES.contains(tokens.get(index + 1).text()));
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

    /** Two words or more with capitals, but no abbreviation of an office and no place. */
    private boolean isUnknownName(int from, int end) {
        var words = tokens.subList(from, end);
        long capitals = words.stream()
                .filter(word -> word.capital() && word.text().length() > 1 && !PARTICLES.contains(word.text()))
                .count();
        return (capitals >= 2
                        || words.getFirst().beginsLikeAFamily()
                        || capitals == 1 && PARTICLES.contains(words.getFirst().text()))
                && !words.stream().allMatch(TextToken::capitals)
                && words.stream().noneMatch(word -> names.isOfAPlace(word.text()) && !PARTICLES.contains(word.text()))
                && !isPlaceNoun(end)
                && !isKing(end)
                && !isKing(from + 1);
    }
}
