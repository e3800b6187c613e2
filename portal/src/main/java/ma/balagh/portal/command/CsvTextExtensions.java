package ma.balagh.portal.command;

import io.quarkus.qute.TemplateExtension;
import java.util.regex.Pattern;

/** Lets templates write texts of others into files of comma-separated values (RFC 4180). */
@TemplateExtension
final class CsvTextExtensions {

    /** What a spreadsheet takes for the beginning of a formula, also behind other signs than commas that may end a field. */
    private static final Pattern STARTS_A_FORMULA =
            Pattern.compile("(?:^|(?<=[;\\t\\r\\n]))(?=\"*[=+\\-@])|^(?=[\\t\\r\\n])");

    private CsvTextExtensions() {}

    /** The same with what tells it from another that has the same text. */
    static String csv(String text, String number) {
        return csv(text + " (" + number + ")");
    }

    /** Between quotation marks; what looks like a formula begins with an apostrophe. */
    static String csv(String text) {
        String plain = STARTS_A_FORMULA.matcher(text).replaceAll("'");
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
