package ma.balagh.dispatch.personaldata;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a searched text.
 *
 * @param text folded
 * @param written as it stands in the original
 * @param from where it begins in the folded text
 * @param capital whether its first letter is one
 * @param capitals whether all of them are
 * @param gap what stands between it and the word before
 */
record TextToken(String text, String written, int from, int to, boolean capital, boolean capitals, String gap) {

    static final String ARTICLE = "ال";

    private static final String GENITIVE = "'s";

    /** Written together with the word that they stand before: and, with, for, so, as. */
    private static final String PROCLITICS = "وبلفك";

    private static final int SHORTEST_WORD = 3;
    private static final int FIRST_ARABIC = 0x0600;
    private static final int LAST_ARABIC = 0x06ff;
    private static final int SHORTEST_FAMILY = 6;

    boolean isArabic() {
        char first = text.charAt(0);
        return first >= FIRST_ARABIC && first <= LAST_ARABIC;
    }

    /** Whether only blanks stand between it and the word before, or a hyphen. */
    boolean follows() {
        return !gap.isEmpty() && gap.length() <= 2 && (gap.isBlank() && gap.indexOf('\n') < 0 || gap.equals("-"));
    }

    /** Whether hardly more than a mark stands between it and the word before. */
    boolean isNear() {
        return gap.length() <= 3 && gap.indexOf('\n') < 0;
    }

    boolean isQuoted() {
        return gap.indexOf('"') >= 0 || gap.indexOf('«') >= 0;
    }

    /** L'Union, d'Appel. */
    String withoutElision() {
        return text.indexOf('\'') == 1 ? text.substring(2) : text;
    }

    /** Bouazza's. */
    String withoutGenitive() {
        return withoutGenitive(text);
    }

    static String withoutGenitive(String words) {
        return words.endsWith(GENITIVE) ? words.substring(0, words.length() - GENITIVE.length()) : words;
    }

    boolean beginsASentence() {
        return gap.isEmpty()
                || gap.chars().anyMatch(c -> c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"');
    }

    boolean beginsALine() {
        return gap.isEmpty() || gap.indexOf('\n') >= 0;
    }

    /** Benchekroun, Abdelmoumni: what begins so inside a sentence is hardly anything else. */
    boolean beginsLikeAFamily() {
        return text.length() >= SHORTEST_FAMILY
                && !beginsASentence()
                && (text.startsWith("ben") || text.startsWith("abd"));
    }

    /** The word as written, and also without the particles that Arabic joins to it. */
    List<TextToken> readings() {
        var readings = new ArrayList<TextToken>();
        readings.add(this);
        if (PROCLITICS.indexOf(text.charAt(0)) >= 0 && text.length() > SHORTEST_WORD) {
            readings.add(without(1));
            // For the: the article loses its first letter.
            if (text.startsWith("لل")) {
                readings.add(withArticle());
            }
        }
        return readings;
    }

    /** Whether it has the article of Arabic. */
    boolean isDefinite() {
        return readings().stream().anyMatch(reading -> reading.text.startsWith(ARTICLE));
    }

    /** The word without its first letters. */
    private TextToken without(int letters) {
        return new TextToken(text.substring(letters), written, from + letters, to, capital, capitals, gap);
    }

    /** Of a word that begins with "for the" in Arabic: the word with its article. */
    private TextToken withArticle() {
        return new TextToken(ARTICLE + text.substring(2), written, from + 1, to, capital, capitals, gap);
    }
}
