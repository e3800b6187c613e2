package ma.balagh.http;

/** What somebody sees of a text: invisible characters neither lengthen it nor say anything. */
public final class VisibleText {

    /** An act is explained by no fewer letters. */
    public static final int LEAST_LETTERS = 3;

    /** Letters and symbols by their category that are drawn as nothing: Hangul fillers, and the blank of Braille. */
    private static final String BLANK = "\u115f\u1160\u3164\uffa0\u2800";

    private VisibleText() {}

    /** In code points, without invisible ones; what is blank counts once between others, and not at the ends. */
    public static int length(String text) {
        int length = 0;
        boolean blank = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (isVisible(codePoint)) {
                length += blank && length > 0 ? 2 : 1;
                blank = false;
            } else if (isBlank(codePoint)) {
                blank = true;
            }
        }
        return length;
    }

    /** Whether it has letters enough to be words. */
    public static boolean hasWords(String text) {
        return text.codePoints()
                        .filter(codePoint -> Character.isLetter(codePoint) && isVisible(codePoint))
                        .limit(LEAST_LETTERS)
                        .count()
                == LEAST_LETTERS;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Marks are drawn on the character before them. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> BLANK.indexOf(codePoint) < 0;
        };
    }
}
