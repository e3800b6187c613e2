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

    static final Set<String> PARTICLES = Set.of(
            "el", "al", "ben", "ibn", "ait", "bel", "bou", "de", "da", "di", "van", "von", "os", "abd", "abou", "oum",
            "ould", "weld", "bent", "den", "der", "ter");
    /** Two words before what somebody is called. */
    private static final Map<String, Set<String>> CALLED = Map.of(
            "de", Set.of("nom", "prenom", "surnom", "pseudonyme"),
            "of", Set.of("name", "nickname"),
            "as", Set.of("known", "identified"),
            "comme", Set.of("connu", "connue", "identifie", "identifiee"));
    /** Forms of address that end with a full stop. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("m", "mm", "messrs", "mr", "mrs", "ms", "mme", "mlle", "mlles", "me", "dr", "prof", "sgt");

    /** Forms of address of several people, whose names may stand one behind the other. */
    private static final Set<String> OF_SEVERAL = Set.of(
            "mm",
            "messrs",
            "messieurs",
            "mmes",
            "mesdames",
            "mlles",
            "epoux",
            "freres",
            "soeurs",
            "brothers",
            "sisters");

    private static final Set<String> LORDS = Set.of("sidi", "moulay", "lalla");

    private static final Set<WordList> KNOWN =
            EnumSet.of(WordList.ADMINISTRATION, WordList.PLACES, WordList.BRANDS, WordList.TITLES);
    private static final int MOST_WORDS = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final Set<Integer> headlines;
    private final LatinPlaceDetector places;
    private final List<DataSpan> found = new ArrayList<>();

    private LatinNameDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.headlines = HeadlineDetector.find(tokens);
        this.places = LatinPlaceDetector.of(names, tokens);
    }

    static List<DataSpan> find(NameIndex names, SearchableText text) {
        var tokens = text.tokens();
        var detector = new LatinNameDetector(names, tokens);
        for (int i = 0; i < tokens.size(); ) {
            int next = tokens.get(i).isArabic() ? i : detector.nameFrom(i);
            i = Math.max(next, i + 1);
        }
        return detector.found;
    }

    /** Where to look next: behind the name that begins there, or at the same word where none does. */
    private int nameFrom(int index) {
        var token = tokens.get(index);
        if (isAddress(index) || isPerson(index) || isInitial(index)) {
            int end = endOfWords(index + 1, false);
            if (end == index + 1) {
                return index;
            }
            take(isInitial(index) ? index : index + 1, end);
            return OF_SEVERAL.contains(token.text()) ? takeOthers(end) : end;
        }
        if (token.capital()
                && token.follows()
                && places.isAfterANoun(index)
                && !LORDS.contains(tokens.get(index - 1).text())) {
            return endOfWords(index, false);
        }
        var name = names.nameAt(tokens, index);
        if (name != null && isNamed(index, name)) {
            int end = endOfWords(index + name.words(), true);
            return places.isNoun(end) ? end : take(index, end);
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

    /** Messrs A, B and C: those behind the first. */
    private int takeOthers(int behind) {
        int end = behind;
        while (end + 1 < tokens.size()) {
            String word = tokens.get(end).text();
            boolean and = tokens.get(end).follows() && (word.equals("et") || word.equals("and"));
            int next = and ? end + 1 : end;
            var token = tokens.get(next);
            if (!token.capital()
                    || !(and ? token.follows() : token.gap().equals(", "))
                    || names.has(WordList.HONORIFICS, token.text())
                    || !mayBeAFamily(next)) {
                return end;
            }
            end = take(next, endOfWords(next, false));
        }
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
                && next.isNear()
                && (ABBREVIATIONS.contains(token.text()) || next.gap().indexOf('.') < 0)
                && (!abbreviation || token.capital())
                && !names.has(WordList.TITLES, next.text())
                && mayBeAFamily(index + 1);
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
                || !names.has(WordList.PERSONS, tokens.get(index).withoutElision())) {
            return false;
        }
        var next = tokens.get(index + 1);
        boolean apposition = next.gap().equals(", ")
                && index + 2 < tokens.size()
                && tokens.get(index + 2).gap().startsWith(",");
        return next.capital()
                && next.text().length() > 1
                && (next.follows() || apposition || next.isNear() && next.isQuoted())
                && !headlines.contains(index + 1)
                && mayBeAFamily(index + 1);
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
                && mayBeAFamily(index + 1)
                && !places.isAfterANoun(index);
    }

    private boolean isBehindAnInitial(int index) {
        var gap = tokens.get(index).gap();
        return tokens.get(index - 1).text().length() == 1 && gap.startsWith(".") && gap.length() <= 2;
    }

    private boolean isNamed(int index, PersonName name) {
        if (places.has(index) && !isGivenBesideAFamily(index, name)
                || places.isAfterANoun(index)
                || places.isKing(index + name.words())
                || places.isNoun(index + name.words())) {
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

    /** Redouane Znati: a town has the given name, too. */
    private boolean isGivenBesideAFamily(int index, PersonName name) {
        int behind = index + 1;
        return name.given()
                && tokens.get(index).capital()
                && names.placeAt(tokens, index) == 1
                && (behind < tokens.size()
                                && tokens.get(behind).capital()
                                && tokens.get(behind).follows()
                                && mayBeAFamily(behind)
                        || index > 0
                                && tokens.get(index).follows()
                                && tokens.get(index - 1).capitals()
                                && isUnknown(index - 1));
    }

    /** Unknown, or both a town and a family. */
    private boolean mayBeAFamily(int index) {
        return !isKnownOtherwise(index) || isFamilyOfATown(index);
    }

    private boolean isFamilyOfATown(int index) {
        var name = names.nameAt(tokens, index);
        return places.has(index) && names.placeAt(tokens, index) == 1 && name != null && !name.given();
    }

    private boolean isBehindAGivenName(int index) {
        var name = index > 0 ? names.nameAt(tokens, index - 1) : null;
        return name != null && name.given() && tokens.get(index - 1).capital();
    }

    private boolean isNameAt(int index) {
        if (index >= tokens.size()) {
            return false;
        }
        var name = names.nameAt(tokens, index);
        return name != null && !name.ambiguous() && !places.has(index);
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
        if (!token.isNear()
                || token.isArabic()
                || index > 0 && !token.follows() && !token.isQuoted() && !isBehindAnInitial(index)) {
            return false;
        }
        if (PARTICLES.contains(token.text())) {
            return index + 1 < tokens.size()
                    && tokens.get(index + 1).follows()
                    && (tokens.get(index + 1).capital()
                            || PARTICLES.contains(tokens.get(index + 1).text()));
        }
        return (token.capital() || isNameAt(index)) && !isKnownOtherwise(index)
                || token.capital() && isFamilyOfATown(index) && isBehindAGivenName(index);
    }

    private boolean isKnownOtherwise(int index) {
        String word = tokens.get(index).withoutElision();
        return places.has(index)
                || names.isOfAPlace(word) && !PARTICLES.contains(word) && names.nameAt(tokens, index) == null
                || KNOWN.stream().anyMatch(list -> names.has(list, word));
    }

    private boolean isUnknown(int index) {
        var token = tokens.get(index);
        return token.text().length() > 1
                && !isKnownOtherwise(index)
                && !names.isOfAPlace(token.text())
                && !places.isAfterANoun(index);
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
                && !places.isNoun(end)
                && !places.isKing(end)
                && !places.isKing(from + 1);
    }
}
