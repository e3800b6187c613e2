package ma.balagh.portal.command;

import io.quarkus.qute.TemplateExtension;

/** Lets templates write texts of others into files of comma-separated values (RFC 4180). */
@TemplateExtension
final class CsvTextExtensions {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvTextExtensions() {}

    /** The same with what tells it from another that has the same text. */
    static String csv(String text, String number) {
        return csv(text + " (" + number + ")");
    }

    /** Between quotation marks; what looks like a formula begins with an apostrophe. */
    static String csv(String text) {
        String plain = text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
