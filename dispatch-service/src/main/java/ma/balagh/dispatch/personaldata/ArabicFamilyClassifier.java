package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;

/** Tells by its form whether a word in Arabic is the name of a family. */
final class ArabicFamilyClassifier {

    static final Set<String> SONS = Set.of("بن", "ابن", "بنت", "منت", "ايت", "بو", "ابو", "ام", "اد", "ولد");
    /** In letters. */
    static final int SHORTEST = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;

    ArabicFamilyClassifier(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /** With the article and the ending of a family's name, or after its ancestor. */
    boolean isAt(int index) {
        if (index >= tokens.size() || !tokens.get(index).follows()) {
            return false;
        }
        String word = tokens.get(index).text();
        return SONS.contains(word) || isShaped(word) || isFamilyOfAmazighs(word) || isSpoken(word);
    }

    /** With the son of in Amazigh, as Outaleb. */
    private boolean isFamilyOfAmazighs(String word) {
        return word.length() >= SHORTEST && word.startsWith("او") && !names.has(WordList.DEEDS, word);
    }

    /** With the article as it is spoken: Laouissi. */
    private static boolean isSpoken(String word) {
        return word.length() >= SHORTEST && word.startsWith("ل") && word.endsWith("ي");
    }

    /** With the article and the ending of one, or of two words that are written as one; no adjective and no office. */
    boolean isShaped(String word) {
        return word.length() >= SHORTEST
                && (word.startsWith(TextToken.ARTICLE) && word.endsWith("ي") || begins(word))
                && !names.has(WordList.ADJECTIVES, word)
                && !names.has(WordList.TITLES, word);
    }

    /** Of two words that are written as one: the son of, the father of. */
    boolean begins(String word) {
        return word.length() >= SHORTEST
                && (word.startsWith("بن") || word.startsWith("بو"))
                && !names.has(WordList.STOPWORDS, word)
                && !names.isPlace(word.substring(1));
    }
}
