package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;

/** Tells by the words around them whether words with a capital are somebody rather than a place. */
final class LatinContextClassifier {

    /** Before a place rather than before what somebody does or what is done to them. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "a", "au", "aux", "de", "du", "d", "des", "dans", "en", "vers", "pres", "entre", "et", "depuis", "pour",
            "in", "at", "of", "from", "to", "near", "between", "and", "via", "through", "towards", "for");
    /** Of somebody alone. */
    private static final Set<String> OF_SOMEBODY = Set.of(
            "body",
            "corps",
            "death",
            "mort",
            "deces",
            "murder",
            "meurtre",
            "remains",
            "arrest",
            "arrestation",
            "interpellation",
            "disparition",
            "disappearance",
            "domicile",
            "house",
            "home");

    private static final Set<String> ONES = Set.of("a", "an", "un", "une");
    private static final Set<String> AGES = Set.of("ans", "years", "year", "mois", "months");
    private static final Set<String> NUMBERS = Set.of(
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "two",
            "three",
            "four",
            "five",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen");

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final LatinPlaceDetector places;

    LatinContextClassifier(NameIndex names, List<TextToken> tokens, LatinPlaceDetector places) {
        this.names = names;
        this.tokens = tokens;
        this.places = places;
    }

    /** Tisli, four years old; Tisli, a student. */
    boolean isDescribed(int end) {
        if (end + 1 >= tokens.size() || !tokens.get(end).gap().startsWith(",")) {
            return false;
        }
        var next = tokens.get(end);
        var second = tokens.get(end + 1);
        boolean digits = next.gap().chars().anyMatch(Character::isDigit) && AGES.contains(next.text());
        return digits
                || next.text().equals("aged")
                || NUMBERS.contains(next.text()) && AGES.contains(second.text())
                || ONES.contains(next.text()) && names.has(WordList.PERSONS, second.text());
    }

    /** Whether the words that begin there are no place, although one of them is called so: no preposition stands before. */
    boolean isNoPlace(int index) {
        if (index > 0 && tokens.get(index).gap().startsWith(",")) {
            return true;
        }
        if (index == 0 || !tokens.get(index).follows() || tokens.get(index - 1).capital()) {
            return false;
        }
        String before = tokens.get(index - 1).text();
        boolean somebody = index > 1
                && (before.equals("of") || before.equals("de"))
                && OF_SOMEBODY.contains(tokens.get(index - 2).withoutElision());
        return somebody || !PREPOSITIONS.contains(before) && !LatinIntroductionDetector.DETERMINERS.contains(before);
    }

    boolean isBehindAnInitial(int index) {
        var gap = tokens.get(index).gap();
        return tokens.get(index - 1).text().length() == 1 && gap.startsWith(".") && gap.length() <= 2;
    }

    /** Two words or more with capitals, but no abbreviation of an office and no place. */
    boolean isUnknownName(int from, int end) {
        var words = tokens.subList(from, end);
        long capitals = words.stream()
                .filter(word -> word.capital()
                        && word.text().length() > 1
                        && !LatinNameDetector.PARTICLES.contains(word.text()))
                .count();
        return (capitals >= 2
                        || words.getFirst().beginsLikeAFamily()
                        || capitals == 1
                                && LatinNameDetector.PARTICLES.contains(
                                        words.getFirst().text()))
                && !words.stream().allMatch(TextToken::capitals)
                && (isNoPlace(from)
                        || words.stream()
                                .noneMatch(word -> names.isOfAPlace(word.text())
                                        && !LatinNameDetector.PARTICLES.contains(word.text())))
                && !places.isNoun(end)
                && !places.isKing(end)
                && !places.isKing(from + 1);
    }
}
