package ma.balagh.dispatch.personaldata;

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

    /** The word without its first letters. */
    TextToken without(int letters) {
        return new TextToken(text.substring(letters), written, from + letters, to, capital, capitals, gap);
    }

    /** Of a word that begins with "for the" in Arabic: the word with its article. */
    TextToken withArticle() {
        return new TextToken("ال" + text.substring(2), written, from + 1, to, capital, capitals, gap);
    }
}
