package ma.balagh.analysis.credentials;

import java.util.List;
import java.util.stream.Collectors;

/** Text from a file, made safe to show: short, and without characters that reverse, hide or break lines. */
final class DisplayText {

    /** In the place of what is not known, in any language. */
    static final String NOTHING = "—";

    private static final int LONGEST = 200;
    private static final int MOST = 20;

    private DisplayText() {}

    static String by(String text) {
        String shown = text.codePoints()
                .filter(DisplayText::isShown)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shown.isEmpty() ? NOTHING : shown;
    }

    static String by(List<String> texts) {
        return texts.isEmpty()
                ? NOTHING
                : texts.stream().distinct().limit(MOST).map(DisplayText::by).collect(Collectors.joining(", "));
    }

    private static boolean isShown(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
