package ma.balagh.analysis.finding;

import java.text.Bidi;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sanitises and formats the value of a fact. It often comes from the file itself, and goes to databases, pages and
 * terminals.
 */
final class FactFormatter {

    /** Characters of the longest value. */
    static final int LONGEST = 2_000;

    /** First strong isolate (Unicode Standard Annex 9): what follows has its own direction, whatever stands around it. */
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';

    private static final String NUMBER = "-?\\d{1,9}(?:\\.\\d{1,9})?";

    /** A number, a position of two, or seconds and spans of seconds; no version or address. */
    private static final Pattern FIGURES =
            Pattern.compile("%1$s(?:, %1$s)?|%1$s(?:–%1$s)? s(?:, %1$s(?:–%1$s)? s)*".formatted(NUMBER));

    /** A span of seconds is read from the left, whatever the language of its unit. */
    private static final Pattern SECONDS = Pattern.compile("(\\S+) s");

    /** A day as ISO 8601, with or without the time of day; {@code Z} stands for UTC. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-(\\d\\d)(?:T(\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d{1,9})?(Z)?)?");

    private FactFormatter() {}

    private static String time(FindingTexts.Language language, Matcher iso) {
        return day(language, iso.group(1), iso.group(2), iso.group(3))
                + (iso.group(4) == null ? "" : " " + iso.group(4))
                + (iso.group(5) == null ? "" : " UTC");
    }

    /** In English with the name of the month: some read 02/12 as the second of December, others as the twelfth of February. */
    private static String day(FindingTexts.Language language, String year, String month, String day) {
        return language == FindingTexts.Language.EN
                ? Integer.parseInt(day)
                        + " "
                        + Month.of(Integer.parseInt(month)).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + " "
                        + year
                : "%s/%s/%s".formatted(day, month, year);
    }

    private static String figures(FindingTexts.Language language, String fact) {
        return switch (language) {
            case EN -> fact;
            case FR -> fact.replace(", ", " ; ").replace('.', ',');
            case AR ->
                SECONDS.matcher(fact.replace(", ", "؛ ").replace('.', ','))
                        .replaceAll(ISOLATE + "$1" + END_OF_ISOLATE + " ث");
        };
    }

    /**
     * One line without control characters, without marks that turn the direction of the text around it, without halves
     * of characters, and not too long.
     */
    static String clean(String value) {
        StringBuilder clean = new StringBuilder(Math.min(value.length(), LONGEST));
        value.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isWhitespace(c) || Character.getType(c) == Character.CONTROL ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** The value as a sentence of that language shows it: day before month and year, numbers with its decimal sign. */
    static String in(FindingTexts.Language language, String fact) {
        Matcher iso = TIME.matcher(fact);
        String value =
                iso.matches() ? time(language, iso) : FIGURES.matcher(fact).matches() ? figures(language, fact) : fact;
        char[] characters = value.toCharArray();
        return language.isLeftToRight() && !Bidi.requiresBidi(characters, 0, characters.length)
                ? value
                : ISOLATE + value + END_OF_ISOLATE;
    }
}
