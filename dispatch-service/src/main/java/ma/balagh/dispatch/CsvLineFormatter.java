package ma.balagh.dispatch;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values (RFC 4180). No text in them can be taken for a formula, also not by a spreadsheet that
 * takes other signs than commas for the end of a field.
 */
public final class CsvLineFormatter {

    private static final Pattern STARTS_A_FORMULA =
            Pattern.compile("(?:^|(?<=[;\\t\\r\\n]))(?=\"*[=+\\-@])|^(?=[\\t\\r\\n])");

    private static final Pattern TO_BE_QUOTED = Pattern.compile("[,;\"\\t\\r\\n]");

    private CsvLineFormatter() {}

    /** One line with its end; null is an empty field. */
    public static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(CsvLineFormatter::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Spreadsheets take a text that begins with certain signs for a formula; a number may begin with one of them. */
    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String harmless =
                value instanceof Number ? text : STARTS_A_FORMULA.matcher(text).replaceAll("'");
        return !harmless.equals(text) || TO_BE_QUOTED.matcher(text).find()
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : text;
    }
}
