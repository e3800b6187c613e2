package ma.balagh.pdf;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as it is printed: without characters that change the direction of the text around them; characters that the font
 * lacks are shown by their number.
 */
final class PrintableText {

    /** Facts of findings come isolated (Unicode Standard Annex 9), which the library that draws them does not know. */
    private static final Pattern ISOLATED = Pattern.compile("\u2068([^\u2069]*)\u2069");

    private static final char LEFT_TO_RIGHT_MARK = '\u200e';

    private PrintableText() {}

    static String of(String text, IntPredicate drawable) {
        String plain = ISOLATED.matcher(text).replaceAll(isolated -> {
            String value = Matcher.quoteReplacement(isolated.group(1));
            return isRightToLeft(isolated.group(1)) ? value : LEFT_TO_RIGHT_MARK + value + LEFT_TO_RIGHT_MARK;
        });
        StringBuilder line = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            if (c == '\n' || c == LEFT_TO_RIGHT_MARK) {
                line.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                line.append(' ');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                append(line, c, drawable);
            }
        });
        return line.toString();
    }

    private static void append(StringBuilder line, int c, IntPredicate drawable) {
        if (drawable.test(c)) {
            line.appendCodePoint(c);
        } else {
            line.append(String.format("[U+%04X]", c));
        }
    }

    /** By its first letter that has a direction. */
    static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .filter(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .isPresent();
    }
}
