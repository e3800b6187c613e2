package ma.balagh.pdf;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Writes the footer of each page, so that a single page can be attributed to its document. */
final class PdfFooterWriter extends PdfPageEventHelper {

    private static final float SIZE = 8f;
    private static final float BELOW_TEXT = 18f;
    private static final float LINE = 11f;

    private final PdfFrame frame;
    private final BaseFont font;
    private final int pages;
    private int written;

    /** @param pages how many there are in all */
    PdfFooterWriter(PdfFrame frame, BaseFont font, int pages) {
        this.frame = frame;
        this.font = font;
        this.pages = pages;
    }

    /** How many pages have ended until now. */
    int written() {
        return written;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        written = writer.getPageNumber();
        boolean rightToLeft = frame.isRightToLeft();
        float y = document.bottom() - BELOW_TEXT;
        float begin = rightToLeft ? document.right() : document.left();
        float end = rightToLeft ? document.left() : document.right();
        int atBegin = rightToLeft ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
        int atEnd = rightToLeft ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
        show(writer, frame.numbers().of(writer.getPageNumber(), pages), atEnd, end, y, rightToLeft);
        for (String reference : frame.references()) {
            show(writer, reference, atBegin, begin, y, false);
            y -= LINE;
        }
    }

    private void show(PdfWriter writer, String text, int alignment, float x, float y, boolean fromRight) {
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                alignment,
                new Phrase(text, new Font(font, SIZE)),
                x,
                y,
                0,
                fromRight ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR,
                0);
    }
}
