package ma.balagh.dispatch.personaldata;

import static ma.balagh.dispatch.personaldata.PersonalDataKind.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds names of people in French and English: those of the dictionary, what follows a form of address, and words with a
 * capital beside each other that are neither places nor words of the administration.
 */
final class LatinNameDetector {

    static final Set<String> PARTICLES = Set.of(
            "el", "al", "ben", "ibn", "ait", "bel", "bou", "de", "da", "di", "van", "von", "os", "abd", "abou", "oum",
            "ould", "ouled", "oulad", "weld", "bent", "bint", "mint", "den", "der", "ter");
    /** Forms of address of several people, whose names may stand one behind the other. */
    private static final Set<String> OF_SEVERAL = Set.of(
            "mm",
            "messrs",
            "messieurs",
            "mmes",
            "mesdames",
            "mlles",
            "nommes",
            "denommes",
            "denommees",
            "prenommes",
            "surnommes",
            "epoux",
            "freres",
            "soeurs",
            "brothers",
            "sisters");

    /** The son or daughter of, with which a family's name begins, in small letters too. */
    private static final Set<String> CHILDREN = Set.of("ould", "weld", "bent");

    static final Set<String> LORDS = Set.of("sidi", "moulay", "lalla");

    private static final int MOST_WORDS = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final Set<Integer> headlines;
    private final boolean[] quoted;
    private final LatinPlaceDetector places;
    private final NamesakeDetector namesakes;
    private final LatinWordClassifier words;
    private final LatinContextClassifier context;
    private final LatinIntroductionDetector introductions;
    private final LatinLordDetector lords;
    private final List<DataSpan> found = new ArrayList<>();

    private LatinNameDetector(NameIndex names, Predicate<String> lexicon, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
        this.headlines = HeadlineDetector.find(tokens);
        this.quoted = QuotationDetector.find(tokens);
        this.places = LatinPlaceDetector.of(names, tokens);
        this.namesakes = NamesakeDetector.of(names, tokens);
        this.words = new LatinWordClassifier(names, lexicon, tokens, places);
        this.context = new LatinContextClassifier(names, tokens, places);
        this.introductions = new LatinIntroductionDetector(names, tokens, headlines, words);
        this.lords = new LatinLordDetector(names, tokens, places, words, this::isPart);
    }

    /** @param lexicon whether a word, as it is written, is one of French or English and no name */
    static List<DataSpan> find(NameIndex names, Predicate<String> lexicon, SearchableText text) {
        var tokens = text.tokens();
        var detector = new LatinNameDetector(names, lexicon, tokens);
        for (int i = 0; i < tokens.size(); ) {
            int next = tokens.get(i).isArabic() ? i : detector.nameFrom(i);
            i = Math.max(next, i + 1);
        }
        return detector.found;
    }

    /** Where to look next: behind the name that begins there, or at the same word where none does. */
    private int nameFrom(int index) {
        var token = tokens.get(index);
        if (namesakes.has(index)) {
            return namesakes.behind(index);
        }
        if (words.isFamilyInCapitals(index)) {
            return take(index, endOfWords(index, false));
        }
        if (token.capital() && places.isBehindAThing(index)) {
            return endOfWords(index, false);
        }
        int first = isInitial(index) ? index + 1 : introductions.nameBehind(index);
        if (first > index) {
            int end = endOfWords(first, false);
            if (token.capital() && (places.isAfterANoun(index) || places.isNoun(end))) {
                return end;
            }
            take(isInitial(index) ? index : index + 1, end);
            return OF_SEVERAL.contains(token.text()) ? takeOthers(end) : end;
        }
        if (lords.isNameAt(index)) {
            int end = endOfWords(index + 1, false);
            return places.isNoun(end) ? end : take(index, end);
        }
        if (token.capital()
                && token.follows()
                && places.isAfterANoun(index)
                && !LORDS.contains(tokens.get(index - 1).text())) {
            return endOfWords(index, false);
        }
        if (CHILDREN.contains(token.text())
                && index + 1 < tokens.size()
                && isPart(index + 1)
                && !places.isAfterANoun(index)) {
            return take(index, endOfWords(index + 1, true));
        }
        var name = names.nameAt(tokens, index);
        if (name != null && isNamed(index, name)) {
            int end = endOfWords(index + name.words(), true);
            return places.isNoun(end) ? end : take(index, end);
        }
        if (token.capital() && words.isUnknown(index)) {
            int end = behindATown(index, endOfWords(index, false));
            if (words.isProduct(index, end) || places.isBesideAPlace(index)) {
                return end;
            }
            boolean alone =
                    introductions.isSubject(index, end) || introductions.isAgent(index) || context.isDescribed(end);
            boolean unlisted = !headlines.contains(index)
                            && !quoted[index]
                            && !words.isOrdinary(index)
                            && context.isUnknownName(index, end)
                    || alone && !words.isOrdinaryBeginning(index) && !places.isNoun(end) && !places.isKing(index + 1);
            return unlisted ? take(index, end) : index;
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
                    || !words.mayBeAFamily(next)) {
                return end;
            }
            end = take(next, endOfWords(next, false));
        }
        return end;
    }

    /** The first letter of a given name, before that of the family. */
    private boolean isInitial(int index) {
        var token = tokens.get(index);
        return token.capital()
                && !token.beginsALine()
                && !token.gap().endsWith(".")
                && index + 1 < tokens.size()
                && context.isBehindAnInitial(index + 1)
                && tokens.get(index + 1).text().length() > 1
                && tokens.get(index + 1).capital()
                && words.mayBeAFamily(index + 1)
                && !places.isAfterANoun(index);
    }

    private boolean isNamed(int index, PersonName name) {
        if (places.has(index) && !isGivenBesideAFamily(index, name)
                || places.isAfterANoun(index)
                || places.isKing(index + name.words())
                || places.isNoun(index + name.words())) {
            return false;
        }
        int behind = index + name.words();
        boolean namedBehind = words.isNameAt(behind);
        if (!tokens.get(index).capital()) {
            return name.given() && !name.ambiguous() && namedBehind;
        }
        return !name.ambiguous()
                || namedBehind
                || behind < tokens.size() && isPart(behind)
                || index > 0 && words.isNameAt(index - 1);
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
                                && words.mayBeAFamily(behind)
                        || index > 0
                                && tokens.get(index).follows()
                                && tokens.get(index - 1).capitals()
                                && words.isUnknown(index - 1));
    }

    private boolean isBehindAGivenName(int index) {
        var name = index > 0 ? names.nameAt(tokens, index - 1) : null;
        return name != null && name.given() && tokens.get(index - 1).capital();
    }

    /** Behind the words from there on that belong to a name. */
    private int endOfWords(int index, boolean known) {
        int end = index;
        while (end < tokens.size() && end - index < MOST_WORDS && (end == index && !known || isPart(end))) {
            end++;
        }
        return end;
    }

    /** Behind a family that has the name of a town as well, where no place can stand. */
    private int behindATown(int index, int end) {
        return end < tokens.size()
                        && tokens.get(end).capital()
                        && tokens.get(end).follows()
                        && names.placeAt(tokens, end) == 1
                        && context.isNoPlace(index)
                ? end + 1
                : end;
    }

    private boolean isPart(int index) {
        var token = tokens.get(index);
        if (!token.isNear()
                || token.isArabic()
                || index > 0 && !token.follows() && !token.isQuoted() && !context.isBehindAnInitial(index)) {
            return false;
        }
        if (PARTICLES.contains(token.text())) {
            return index + 1 < tokens.size()
                    && tokens.get(index + 1).follows()
                    && (tokens.get(index + 1).capital()
                            || PARTICLES.contains(tokens.get(index + 1).text()));
        }
        return (token.capital() || words.isNameAt(index)) && !words.isKnownOtherwise(index)
                || token.capital()
                        && (words.isFamilyOfATown(index) && isBehindAGivenName(index) || isHyphened(index + 1));
    }

    private boolean isHyphened(int index) {
        return index < tokens.size()
                && tokens.get(index).capital()
                && tokens.get(index).gap().equals("-")
                && !words.isKnownOtherwise(index);
    }
}
