package ma.balagh.analysis.expertise;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Writes the footer of each page, so that a single page can be attributed to its report. */
final class FooterWriter extends PdfPageEventHelper {

    private static final float SIZE = 8f;

    private final ReportTexts texts;
    private final BaseFont font;
    private final String dossier;
    private final String digest;
    private final boolean rightToLeft;
    private final int pages;

    /** @param pages how many there are in all */
    FooterWriter(ReportTexts texts, BaseFont font, PrintRequest printing, String dossier, int pages) {
        this.texts = texts;
        this.font = font;
        this.dossier = dossier;
        this.digest = printing.digest();
        this.rightToLeft = printing.isRightToLeft();
        this.pages = pages;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        float y = document.bottom() - 18;
        float begin = rightToLeft ? document.right() : document.left();
        float end = rightToLeft ? document.left() : document.right();
        int atBegin = rightToLeft ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
        int atEnd = rightToLeft ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
        show(writer, dossier, atBegin, begin, y, false);
        show(writer, texts.of("page", writer.getPageNumber(), pages), atEnd, end, y, rightToLeft);
        show(writer, digest, atBegin, begin, y - 11, false);
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
