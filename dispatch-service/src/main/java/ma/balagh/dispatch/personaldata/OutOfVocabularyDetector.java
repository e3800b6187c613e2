package ma.balagh.dispatch.personaldata;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds where names in Arabic begin that no list has, by words that Arabic does not have either: its dictionary knows
 * neither Fatou nor Rosalinda. A place, a product or a ship, which it does not know either, stands behind the noun for such
 * a thing, or in quotation marks.
 */
final class OutOfVocabularyDetector {

    private static final Set<WordList> KNOWN = EnumSet.complementOf(EnumSet.of(WordList.ACCOUNTS));
    /** Before a place that has no noun; a person may stand there as well, and then with the name of a family. */
    private static final Set<String> TO_A_PLACE =
            Set.of("نحو", "الي", "من", "في", "عبر", "بين", "عن", "قرب", "ضواحي", "بضواحي");
    /** Inside a name of several words, of a place or of people. */
    private static final Set<String> PARTS =
            Set.of("ايت", "بني", "اولاد", "سيدي", "مولاي", "لاله", "تيزي", "تلات", "عين", "امي");

    private static final int SHORTEST = 3;
    /** Of adjectives and plurals, which are made faster than a dictionary learns them. */
    private static final Pattern INFLECTED = Pattern.compile(".*(?:يه|ات|ون|ين|ها|هم|ء)|[وبل]?م.*ه|[وبل]?ت..ي.");

    private static final Pattern DEFINITE = Pattern.compile("[وفب]?ال|ول?لل|لل");

    private final NameIndex names;
    private final Predicate<String> lexicon;
    private final List<TextToken> tokens;
    private final ArabicFamilyClassifier families;
    private final boolean[] unknown;
    private final boolean[] thing;
    private final boolean[] place;

    OutOfVocabularyDetector(
            NameIndex names, Predicate<String> lexicon, List<TextToken> tokens, ArabicFamilyClassifier families) {
        this.names = names;
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.families = families;
        this.unknown = new boolean[tokens.size()];
        this.thing = new boolean[tokens.size()];
        this.place = new boolean[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            unknown[i] = tokens.get(i).isArabic() && isOutOfVocabulary(tokens.get(i));
        }
        markPlaces();
        boolean[] quoted = QuotationDetector.find(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            thing[i] = quoted[i] || isBehindAThing(i);
        }
    }

    private boolean isOutOfVocabulary(TextToken token) {
        return token.text().length() >= SHORTEST
                && token.text().chars().allMatch(Character::isLetter)
                && KNOWN.stream().noneMatch(list -> names.hasReading(list, token))
                && token.readings().stream().noneMatch(reading -> names.isOfAPlace(reading.text()))
                && !lexicon.test(token.written());
    }

    private void markPlaces() {
        for (int i = 0; i < tokens.size(); i++) {
            for (var reading : tokens.get(i).readings()) {
                int words = names.placeAt(reading, tokens, i);
                for (int k = i; k < i + words; k++) {
                    unknown[k] = false;
                    place[k] = true;
                }
            }
        }
    }

    private boolean isBehindAThing(int index) {
        if (index == 0 || !tokens.get(index).follows()) {
            return false;
        }
        String before = tokens.get(index - 1).text();
        boolean part = unknown[index] || PARTS.contains(tokens.get(index).text());
        return part
                && (thing[index - 1]
                        || place[index - 1]
                        || PARTS.contains(before) && !before.equals("ايت")
                        || isAndAnother(index)
                        || isBehindANoun(index));
    }

    /** A Logan and a Clio. */
    private boolean isAndAnother(int index) {
        return tokens.get(index).text().startsWith("و")
                && index > 2
                && (thing[index - 2]
                        || names.has(WordList.BRANDS, tokens.get(index - 2).text()));
    }

    /** Of a place or a thing, with an adjective between: the company of transport. */
    private boolean isBehindANoun(int index) {
        boolean described = index > 1
                && tokens.get(index - 1).isDefinite()
                && tokens.get(index - 1).follows()
                && isNounOfAThing(tokens.get(index - 2));
        return described || isNounOfAThing(tokens.get(index - 1));
    }

    private boolean isNounOfAThing(TextToken token) {
        return token.readings().stream().anyMatch(reading -> isNounOfAThing(reading.text()));
    }

    private boolean isNounOfAThing(String word) {
        String bare = word.startsWith(TextToken.ARTICLE) ? word.substring(TextToken.ARTICLE.length()) : word;
        return names.has(WordList.PLACES, word)
                || names.has(WordList.PLACES, bare)
                || names.has(WordList.THINGS, word)
                || names.has(WordList.THINGS, bare)
                || names.has(WordList.BRANDS, word);
    }

    /** Whether the word is known as nothing and may be part of a name. */
    boolean isUnknown(int index) {
        return unknown[index] && !thing[index];
    }

    /** Whether the word behind a given name is known as nothing, and no form of another word. */
    boolean isFamily(int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && isUnknown(index)
                && !INFLECTED.matcher(tokens.get(index).text()).matches();
    }

    /** Whether a name begins there. */
    boolean begins(int index) {
        var token = tokens.get(index);
        return isUnknown(index)
                && !DEFINITE.matcher(token.text()).lookingAt()
                && (hasFamily(index + 1) || mayStandAlone(index));
    }

    private boolean hasFamily(int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && (isUnknown(index) || families.isAt(index) || names.nameAt(tokens, index) != null);
    }

    /** Whether a name of one word may be there: neither what grammar makes of another word nor a place behind a preposition. */
    private boolean mayStandAlone(int index) {
        String word = tokens.get(index).text();
        boolean joined = word.startsWith("ب") && !families.begins(word);
        boolean towards = index > 0
                && tokens.get(index).follows()
                && TO_A_PLACE.contains(tokens.get(index - 1).text());
        return !joined && !towards && !INFLECTED.matcher(word).matches();
    }
}
