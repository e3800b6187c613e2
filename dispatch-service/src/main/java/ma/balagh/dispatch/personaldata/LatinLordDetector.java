package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Tells people with the title of a saint in French and English from the places that are called after saints. */
final class LatinLordDetector {

    /** Of people: what begins with the third of them is mostly a commune. */
    private static final Set<String> LORDS_OF_PEOPLE = Set.of("moulay", "lalla");
    /** Behind the given name, of people alone. */
    private static final Set<String> CHILDREN = Set.of("ould", "weld", "mint", "bent", "bint", "ben", "ibn");

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final LatinPlaceDetector places;
    private final LatinWordClassifier words;
    private final IntPredicate part;

    /** @param part whether the word there may go on with a name */
    LatinLordDetector(
            NameIndex names,
            List<TextToken> tokens,
            LatinPlaceDetector places,
            LatinWordClassifier words,
            IntPredicate part) {
        this.names = names;
        this.tokens = tokens;
        this.places = places;
        this.words = words;
        this.part = part;
    }

    /** Lalla Khadija Qarqouri: no place, which would have a noun before or behind it, and no prince, who has his title. */
    boolean isNameAt(int index) {
        var token = tokens.get(index);
        if (!LatinNameDetector.LORDS.contains(token.text())
                || !token.capital()
                || places.isAfterANoun(index)
                || isBehindAnOffice(index)
                || index + 2 >= tokens.size()
                || !tokens.get(index + 1).follows()) {
            return false;
        }
        var name = names.nameAt(tokens, index + 1);
        int behind = index + 1 + (name == null ? 1 : name.words());
        if (behind >= tokens.size() || !part.test(behind)) {
            return false;
        }
        boolean first = name == null ? mayBeAFamily(index + 1) : name.given();
        if (isChild(index, behind)) {
            return first;
        }
        boolean unlisted = name == null && first && mayBeAFamily(index + 2);
        return LORDS_OF_PEOPLE.contains(token.text())
                && !places.has(index)
                && (unlisted || name != null && name.given())
                && !places.isKing(behind)
                && !places.isNoun(behind);
    }

    private boolean isBehindAnOffice(int index) {
        return index > 0
                && tokens.get(index).follows()
                && names.has(WordList.ADMINISTRATION, tokens.get(index - 1).text())
                && tokens.get(index - 1).capital();
    }

    /** Sidi Mohamed Ould Salem: no place has so long a name. */
    private boolean isChild(int index, int behind) {
        return CHILDREN.contains(tokens.get(behind).text()) && names.placeAt(tokens, index) <= behind - index;
    }

    private boolean mayBeAFamily(int index) {
        return words.mayBeAFamily(index) && tokens.get(index).capital();
    }
}
