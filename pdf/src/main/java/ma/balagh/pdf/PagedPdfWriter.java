package ma.balagh.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Writes documents whose pages are numbered. The layout runs twice, since each page shows the number of pages. */
public final class PagedPdfWriter {

    private static final float MARGIN = 42f;
    private static final float FOOT = 58f;

    private PagedPdfWriter() {}

    /** What stands on the pages; asked twice, for the same. */
    @FunctionalInterface
    public interface PdfContent {

        void write(PdfPageWriter page) throws IOException;
    }

    public static byte[] write(PdfFrame frame, PdfContent content) {
        ByteArrayOutputStream counted = new ByteArrayOutputStream();
        int pages = write(frame, content, 0, counted);
        ByteArrayOutputStream numbered = new ByteArrayOutputStream(counted.size());
        write(frame, content, pages, numbered);
        return numbered.toByteArray();
    }

    private static int write(PdfFrame frame, PdfContent content, int pages, ByteArrayOutputStream pdf) {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, pdf);
        PdfPageWriter page = new PdfPageWriter(document, writer, frame.isRightToLeft());
        PdfFooterWriter footer = new PdfFooterWriter(frame, page.regular(), pages);
        writer.setPageEvent(footer);
        document.addTitle(frame.title());
        document.addCreator("Balagh");
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(frame.language()));
        document.open();
        try {
            content.write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.close();
        // The writer counts a page that has only begun, which is not there in the end.
        return footer.written();
    }
}
