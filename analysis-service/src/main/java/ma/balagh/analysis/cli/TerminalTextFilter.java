package ma.balagh.analysis.cli;

/** Removes from a text what must not be shown on a terminal. */
final class TerminalTextFilter {

    private TerminalTextFilter() {}

    /** On one line, without characters that would steer the terminal or turn the direction of the text. */
    static String printable(String name) {
        var printable = new StringBuilder(name.length());
        name.codePoints().map(c -> isHarmless(c) ? c : '\uFFFD').forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
