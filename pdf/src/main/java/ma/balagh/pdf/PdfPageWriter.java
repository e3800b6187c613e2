package ma.balagh.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Puts headings, texts, facts and pictures on pages, in the direction of the language. Everything is a cell of a table,
 * because only cells are laid out in both directions. Sizes are in points.
 */
public final class PdfPageWriter {

    /** Something that is known, under its name. */
    public record Fact(String label, Value value) {}

    /** What stands in a cell. */
    public sealed interface Value {

        String text();

        /** Words, in whichever language: they begin on the side on which that does. */
        record Words(String text) implements Value {}

        /** Digests, ids, addresses and times, which are read from left to right in every language. */
        record Code(String text) implements Value {}
    }

    /** @param caption stands below */
    public record Picture(byte[] jpeg, String caption) {}

    private static final float TEXT = 10.5f;
    private static final float SMALL = 9f;
    private static final float SPACING = 1.25f;
    private static final float PICTURE_HEIGHT = 150f;

    private final Document document;
    private final PdfWriter writer;
    private final boolean rightToLeft;
    private final BaseFont regular = font("Amiri-Regular.ttf");
    private final BaseFont bold = font("Amiri-Bold.ttf");

    public PdfPageWriter(Document document, PdfWriter writer, boolean rightToLeft) {
        this.document = document;
        this.writer = writer;
        this.rightToLeft = rightToLeft;
    }

    private static BaseFont font(String file) {
        try (InputStream stream = PdfPageWriter.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no font: " + file);
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, stream.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Fact words(String label, String text) {
        return new Fact(label, new Value.Words(text));
    }

    public static Fact code(String label, String text) {
        return new Fact(label, new Value.Code(text));
    }

    public void title(String text) {
        alone(new Value.Words(text), new Font(bold, 20), 4, 10);
    }

    public void heading(String text) {
        keepWithNext(110);
        alone(new Value.Words(text), new Font(bold, 14), 16, 4);
    }

    public void subheading(String text) {
        keepWithNext(70);
        alone(new Value.Words(text), new Font(bold, 11.5f), 8, 2);
    }

    /** Nothing is headed at the foot of a page. */
    private void keepWithNext(float room) {
        if (writer.getVerticalPosition(true) - document.bottom() < room) {
            document.newPage();
        }
    }

    public void text(String text) {
        alone(new Value.Words(text), new Font(regular, TEXT), 0, 3);
    }

    public void small(String text) {
        alone(new Value.Words(text), new Font(regular, SMALL), 0, 3);
    }

    private void alone(Value value, Font font, float before, float after) {
        PdfPTable table = table(new float[] {1});
        table.setSpacingBefore(before);
        table.setSpacingAfter(after);
        PdfPCell cell = cell(value, font);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(0);
        table.addCell(cell);
        document.add(table);
    }

    public void facts(List<Fact> facts) {
        PdfPTable table = table(new float[] {3, 9});
        facts.forEach(fact -> {
            PdfPCell label = cell(new Value.Words(fact.label()), new Font(bold, SMALL));
            label.setCellEvent(PdfPageWriter::shade);
            table.addCell(label);
            table.addCell(cell(fact.value(), new Font(regular, fact.value() instanceof Value.Code ? SMALL : TEXT)));
        });
        table.setSpacingAfter(6);
        document.add(table);
    }

    /** @param rows each with a value for each column */
    public void rows(List<String> columns, List<List<Value>> rows) {
        float[] widths = new float[columns.size()];
        Arrays.fill(widths, 1);
        rows(widths, columns, rows);
    }

    /** @param widths of the columns beside each other, in the order of reading */
    public void rows(float[] widths, List<String> columns, List<List<Value>> rows) {
        PdfPTable table = table(widths);
        table.setHeaderRows(1);
        columns.forEach(column -> {
            PdfPCell cell = cell(new Value.Words(column), new Font(bold, SMALL));
            cell.setCellEvent(PdfPageWriter::shade);
            table.addCell(cell);
        });
        rows.stream().flatMap(List::stream).forEach(value -> table.addCell(cell(value, new Font(regular, SMALL))));
        table.setSpacingAfter(6);
        document.add(table);
    }

    /** Side by side, and on one page. */
    public void pictures(List<Picture> pictures) throws IOException {
        PdfPTable table = table(new float[] {1, 1});
        table.setKeepTogether(true);
        for (Picture picture : pictures) {
            Image image = Image.getInstance(picture.jpeg());
            image.scaleToFit((document.right() - document.left()) / 2 - 12, PICTURE_HEIGHT);
            PdfPCell cell = new PdfPCell(image, false);
            cell.setPadding(4);
            cell.setHorizontalAlignment(Element.ALIGN_CENTER);
            table.addCell(cell);
        }
        Stream.concat(pictures.stream().map(Picture::caption), Collections.nCopies(2, "").stream())
                .limit(2)
                .forEach(caption -> table.addCell(cell(new Value.Words(caption), new Font(regular, SMALL))));
        table.setSpacingAfter(8);
        document.add(table);
    }

    /** By PDF's own word for a light grey: OpenPDF would ask Java for a colour, and native executables have none. */
    private static void shade(PdfPCell cell, Rectangle place, PdfContentByte[] canvases) {
        PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
        canvas.saveState();
        canvas.getInternalBuffer().append("0.93 g\n");
        canvas.rectangle(place.getLeft(), place.getBottom(), place.getWidth(), place.getHeight());
        canvas.fill();
        canvas.restoreState();
    }

    private PdfPTable table(float[] widths) {
        PdfPTable table = new PdfPTable(rightToLeft ? reversed(widths) : widths);
        table.setWidthPercentage(100);
        table.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        return table;
    }

    private static float[] reversed(float[] widths) {
        float[] reversed = new float[widths.length];
        for (int i = 0; i < widths.length; i++) {
            reversed[i] = widths[widths.length - 1 - i];
        }
        return reversed;
    }

    private PdfPCell cell(Value value, Font font) {
        boolean fromRight = value instanceof Value.Words && PrintableText.isRightToLeft(value.text())
                || value instanceof Value.Words && rightToLeft && isWithoutDirection(value.text());
        PdfPCell cell = new PdfPCell(new Phrase(PrintableText.of(value.text(), regular::charExists), font));
        cell.setRunDirection(fromRight ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        // Left and right change places in a cell that runs from the right.
        cell.setHorizontalAlignment(fromRight == rightToLeft ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setLeading(0, SPACING);
        cell.setPadding(4);
        cell.setPaddingBottom(6);
        cell.setBorderWidth(0.4f);
        return cell;
    }

    private static boolean isWithoutDirection(String text) {
        return text.codePoints().noneMatch(Character::isLetter);
    }

    BaseFont regular() {
        return regular;
    }
}
