package ma.balagh.dispatch.personaldata;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells words with a capital that may be part of a name from those that are known as something else. */
final class LatinWordClassifier {

    private static final Set<WordList> KNOWN =
            EnumSet.of(WordList.ADMINISTRATION, WordList.PLACES, WordList.BRANDS, WordList.TITLES);
    /** A thing of a brand rather than somebody. */
    private static final Set<String> ARTICLES = Set.of("un", "une", "a", "an");

    private static final int SHORTEST_FAMILY = 4;
    private static final Pattern ELISION = Pattern.compile("^\\p{L}'");

    private final NameIndex names;
    private final Predicate<String> lexicon;
    private final List<TextToken> tokens;
    private final LatinPlaceDetector places;

    LatinWordClassifier(NameIndex names, Predicate<String> lexicon, List<TextToken> tokens, LatinPlaceDetector places) {
        this.names = names;
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.places = places;
    }

    boolean isKnownOtherwise(int index) {
        String word = tokens.get(index).withoutElision();
        return places.has(index)
                || names.isOfAPlace(word)
                        && !LatinNameDetector.PARTICLES.contains(word)
                        && names.nameAt(tokens, index) == null
                || KNOWN.stream().anyMatch(list -> names.has(list, word));
    }

    boolean isUnknown(int index) {
        var token = tokens.get(index);
        return token.text().length() > 1
                && !isKnownOtherwise(index)
                && !names.isOfAPlace(token.text())
                && !places.isAfterANoun(index);
    }

    /** Whether the language has it in small letters, too. */
    boolean isOrdinary(int index) {
        return lexicon.test(TextToken.withoutGenitive(
                ELISION.matcher(tokens.get(index).written().replace('’', '\'')).replaceFirst("")));
    }

    /** The first of a sentence has a capital, whatever it is. */
    boolean isOrdinaryBeginning(int index) {
        return tokens.get(index).beginsASentence() && isOrdinary(index);
    }

    /** Unknown, or both a town and a family. */
    boolean mayBeAFamily(int index) {
        return !isKnownOtherwise(index) || isFamilyOfATown(index);
    }

    /** LINDQVIST Erik: before a given name that is not in capitals. */
    boolean isFamilyInCapitals(int index) {
        int given = index + 1;
        if (given >= tokens.size()
                || !tokens.get(index).capitals()
                || tokens.get(index).text().length() < SHORTEST_FAMILY
                || !tokens.get(given).follows()
                || !tokens.get(given).capital()
                || tokens.get(given).capitals()) {
            return false;
        }
        var name = names.nameAt(tokens, given);
        return name != null && name.given() && !isKnownOtherwise(index) && !isOrdinary(index);
    }

    boolean isFamilyOfATown(int index) {
        var name = names.nameAt(tokens, index);
        return places.has(index) && names.placeAt(tokens, index) == 1 && name != null && !name.given();
    }

    boolean isNameAt(int index) {
        if (index >= tokens.size()) {
            return false;
        }
        var name = names.nameAt(tokens, index);
        return name != null && !name.ambiguous() && !places.has(index);
    }

    /** A Canon EOS, a Samsung Galaxy A54: behind an article or a brand, or with a digit, and no name among its words. */
    boolean isProduct(int from, int to) {
        boolean before = from > 0
                && tokens.get(from).follows()
                && (ARTICLES.contains(tokens.get(from - 1).written())
                        || names.has(WordList.BRANDS, tokens.get(from - 1).text()));
        boolean product = before;
        for (int i = from; i < to; i++) {
            if (isNameAt(i)) {
                return false;
            }
            product |= tokens.get(i).text().chars().anyMatch(Character::isDigit);
        }
        return product
                || to < tokens.size()
                        && tokens.get(to).follows()
                        && names.has(WordList.THINGS, tokens.get(to).text());
    }
}
