package ma.balagh.dispatch;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values (RFC 4180). No text in them can be taken for a formula. */
public final class CsvLineFormatter {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private CsvLineFormatter() {}

    /** One line with its end; null is an empty field. */
    public static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(CsvLineFormatter::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Spreadsheets take a text that begins with certain signs for a formula; a number may begin with one of them. */
    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula =
                !(value instanceof Number) && !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula || text.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0)
                ? '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
