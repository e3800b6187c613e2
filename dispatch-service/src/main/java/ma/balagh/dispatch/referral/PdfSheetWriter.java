package ma.balagh.dispatch.referral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Puts headings, lines and tables on pages, in the direction of the language. Everything is a cell of a table, because only
 * cells are laid out in both directions.
 */
final class PdfSheetWriter {

    private static final float TEXT = 10f;
    private static final float TITLE = 18f;
    private static final float HEADING = 13f;
    private static final float LEADING = 1.25f;
    private static final float PADDING = 4f;
    private static final float BORDER = 0.4f;

    private final Document document;
    private final boolean rightToLeft;
    private final BaseFont regular = font("Amiri-Regular.ttf");
    private final BaseFont bold = font("Amiri-Bold.ttf");

    PdfSheetWriter(Document document, boolean rightToLeft) {
        this.document = document;
        this.rightToLeft = rightToLeft;
    }

    private static BaseFont font(String file) {
        try (InputStream stream = PdfSheetWriter.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no font: " + file);
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, stream.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void title(String text) {
        alone(text, new Font(bold, TITLE), 10);
    }

    void heading(String text) {
        alone(text, new Font(bold, HEADING), PADDING);
    }

    void text(String text) {
        alone(text, new Font(regular, TEXT), PADDING);
    }

    private void alone(String text, Font font, float after) {
        var table = table(new float[] {1});
        table.setSpacingBefore(PADDING);
        table.setSpacingAfter(after);
        var cell = cell(text, font);
        cell.setBorder(Rectangle.NO_BORDER);
        table.addCell(cell);
        document.add(table);
    }

    /** @param widths relative ones of the columns, in the order of reading */
    void rows(float[] widths, List<String> head, List<List<String>> rows) {
        var table = table(widths);
        table.setHeaderRows(head.isEmpty() ? 0 : 1);
        head.forEach(text -> table.addCell(cell(text, new Font(bold, TEXT))));
        rows.stream().flatMap(List::stream).forEach(text -> table.addCell(cell(text, new Font(regular, TEXT))));
        table.setSpacingAfter(PADDING);
        document.add(table);
    }

    private PdfPTable table(float[] widths) {
        var table = new PdfPTable(rightToLeft ? reversed(widths) : widths);
        table.setWidthPercentage(100);
        table.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        return table;
    }

    private static float[] reversed(float[] widths) {
        var reversed = Arrays.copyOf(widths, widths.length);
        for (int i = 0; i < widths.length; i++) {
            reversed[i] = widths[widths.length - 1 - i];
        }
        return reversed;
    }

    private PdfPCell cell(String text, Font font) {
        boolean fromRight = isRightToLeft(text);
        var cell = new PdfPCell(new Phrase(printable(text), font));
        cell.setRunDirection(fromRight ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        // Left and right change places in a cell that runs from the right.
        cell.setHorizontalAlignment(fromRight == rightToLeft ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setLeading(0, LEADING);
        cell.setPadding(PADDING);
        cell.setPaddingBottom(PADDING + 2);
        cell.setBorderWidth(BORDER);
        return cell;
    }

    /** Without marks that turn text around; what the font lacks is shown by its number. */
    private String printable(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                line.append(c == '\n' ? '\n' : ' ');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                line.append(regular.charExists(c) ? Character.toString(c) : "[U+%04X]".formatted(c));
            }
        });
        return line.toString();
    }

    /** By its first letter. */
    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::getDirectionality)
                .findFirst()
                .filter(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .isPresent();
    }
}
