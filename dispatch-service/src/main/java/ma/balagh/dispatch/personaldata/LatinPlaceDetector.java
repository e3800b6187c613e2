package ma.balagh.dispatch.personaldata;

import java.util.List;
import java.util.Set;

/** Which words of a text in French or English name a place, or a king after whom one is called. */
final class LatinPlaceDetector {

    private static final Set<String> LINKS =
            Set.of("de", "du", "d", "des", "of", "la", "le", "les", "the", "l", "dite", "dit");

    /** Of French. */
    private static final Set<String> OF = Set.of("de", "du", "des", "d");

    private static final Set<String> ANDS = Set.of("and", "et", "or", "ou");

    /** Between a thing and its name. */
    private static final Set<String> CALLED =
            Set.of("dit", "dite", "nomme", "nommee", "denomme", "denommee", "appele", "appelee", "called", "named");

    /** Places that end with a full stop. */
    static final Set<String> SHORT = Set.of("av", "ave", "bd", "bld", "blvd", "st", "pl");

    /** Whose number may be a single letter, as an initial is. */
    private static final Set<String> KINGS = Set.of("mohammed", "mohamed", "muhammad");

    private final NameIndex names;
    private final List<TextToken> tokens;
    private final boolean[] place;

    private LatinPlaceDetector(NameIndex names, List<TextToken> tokens, boolean[] place) {
        this.names = names;
        this.tokens = tokens;
        this.place = place;
    }

    static LatinPlaceDetector of(NameIndex names, List<TextToken> tokens) {
        var place = new boolean[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            int words = names.placeAt(tokens, i);
            for (int j = i; j < i + words; j++) {
                place[j] |= tokens.get(j).capital() || words > 1;
            }
        }
        return new LatinPlaceDetector(names, tokens, place);
    }

    /** Whether the word is one of a place's name. */
    boolean has(int index) {
        return place[index];
    }

    boolean isKing(int index) {
        return index < tokens.size()
                && tokens.get(index).follows()
                && names.has(WordList.REGNAL, tokens.get(index).text())
                && (tokens.get(index).text().length() > 1
                        || KINGS.contains(tokens.get(index - 1).text()));
    }

    /** Moulay Youssef Hospital, Mohammed VI Foundation. */
    boolean isNoun(int index) {
        if (index >= tokens.size() || !tokens.get(index).follows()) {
            return false;
        }
        var token = tokens.get(index);
        boolean headline = token.capitals() && tokens.get(index - 1).capitals();
        boolean office = token.capital() && token.text().length() > 2 && !headline;
        return !LatinNameDetector.PARTICLES.contains(token.text())
                && !LatinNameDetector.LORDS.contains(token.text())
                && !token.text().equals("near")
                && !opensAPlace(tokens, index)
                && (names.has(WordList.PLACES, token.text())
                        || office && names.has(WordList.ADMINISTRATION, token.text()));
    }

    /** Place des Épices, rue Ibn Sina: in French the name stands behind the noun, so that what stands before is another. */
    static boolean opensAPlace(List<TextToken> tokens, int noun) {
        int behind = noun + 1;
        return behind < tokens.size()
                && tokens.get(behind).follows()
                && (OF.contains(tokens.get(behind).text())
                        || tokens.get(behind).text().startsWith("d'")
                        || tokens.get(behind).capital() && !tokens.get(noun).capital());
    }

    /** With the word behind it: no comma stands between, and no full stop unless the word is cut short. */
    private boolean isJoined(int index) {
        String gap = tokens.get(index + 1).gap();
        return gap.length() <= 2
                && gap.indexOf(',') < 0
                && (gap.indexOf('.') < 0 || SHORT.contains(tokens.get(index).text()));
    }

    /** Residents of Amizmiz and Talat N'Yaaqoub. */
    boolean isBesideAPlace(int index) {
        return index > 1
                && tokens.get(index).follows()
                && ANDS.contains(tokens.get(index - 1).text())
                && place[index - 2]
                && tokens.get(index - 1).follows();
    }

    /** The cargo Berge Kilimanjaro, the operation called « Lince-Norte ». */
    boolean isBehindAThing(int index) {
        int before = index - 1;
        while (before > 0
                && index - before <= 2
                && CALLED.contains(tokens.get(before).text())) {
            before--;
        }
        return before >= 0
                && tokens.get(index).isNear()
                && (tokens.get(index).follows()
                        || tokens.get(index).isQuoted()
                        || tokens.get(index).gap().equals(", "))
                && names.has(WordList.THINGS, tokens.get(before).withoutElision());
    }

    /** Avenue Hassan II, rue de la Liberté. */
    boolean isAfterANoun(int index) {
        int before = index - 1;
        int steps = 0;
        while (before >= 0 && steps < 3 && isJoined(before)) {
            var token = tokens.get(before);
            String word = token.withoutElision();
            if (names.has(WordList.PLACES, word)
                    || word.endsWith("s") && names.has(WordList.PLACES, word.substring(0, word.length() - 1))) {
                return true;
            }
            if (!LINKS.contains(token.text()) && !LatinNameDetector.PARTICLES.contains(token.text())) {
                return false;
            }
            before--;
            steps++;
        }
        return false;
    }
}
