package ma.balagh.dispatch.personaldata;

import java.util.List;

/** Tells given names of Arabic that are also words from those words by what stands around them. */
final class ArabicIntroductionDetector {

    private static final int SHORTEST_WORD = 3;
    private static final int MOST_WORDS_BEFORE = 5;

    private final NameIndex names;
    private final List<TextToken> tokens;

    ArabicIntroductionDetector(NameIndex names, List<TextToken> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /**
     * A given name that is also a word, with another word behind it, and not far behind what is done by people or to them:
     * the police arrested Nabil Aksbi. Directly behind a noun with the article it is no adjective, for it has none;
     * nor is a particle joined to it, as in what only ends like a name.
     */
    boolean isIntroduced(int index, PersonName name) {
        int behind = index + name.words();
        if (!name.given()
                || index == 0
                || !tokens.get(index).follows()
                || tokens.get(index).isDefinite()
                || names.nameAt(tokens, index) == null
                || behind >= tokens.size()
                || !isBare(behind)) {
            return false;
        }
        if (names.hasReading(WordList.DEEDS, tokens.get(index - 1))) {
            return true;
        }
        boolean definite = tokens.get(index - 1).isDefinite();
        for (int i = index - 1; definite && i >= 0 && i > index - MOST_WORDS_BEFORE; i--) {
            if (names.hasReading(WordList.DEEDS, tokens.get(i)) || names.hasReading(WordList.TITLES, tokens.get(i))) {
                return true;
            }
            if (!tokens.get(i).follows()) {
                return false;
            }
        }
        return false;
    }

    /** Without an article, as families of Amazigh name are, and neither a place nor a word that is known. */
    private boolean isBare(int index) {
        var token = tokens.get(index);
        return token.follows()
                && token.isArabic()
                && token.text().length() >= SHORTEST_WORD
                && !names.has(WordList.STOPWORDS, token.text())
                && !names.has(WordList.STATES, token.text())
                && !token.isDefinite()
                && names.placeAt(tokens, index) == 0;
    }
}
