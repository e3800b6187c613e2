package ma.balagh.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PagedPdfWriterTest {

    @Test
    void numbersEachPageAndNamesTheDocumentOnIt() throws IOException {
        // When
        var reader = new PdfReader(written("fr", 120));

        // Then
        int pages = reader.getNumberOfPages();
        assertThat(pages).isGreaterThan(1);
        for (int page = 1; page <= pages; page++) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(page)).contains(page + "/" + pages, "dossier-7");
        }
    }

    @Test
    void writesArabicFromTheRightInJoinedLetters() throws IOException {
        // When
        String text = new PdfTextExtractor(new PdfReader(written("ar", 1))).getTextFromPage(1);

        // Then: as it stands on paper, from left to right
        String printed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        assertThat(printed).contains(new StringBuilder("تقرير").reverse());
        assertThat(printed.indexOf("second")).isLessThan(printed.indexOf("first"));
        assertThat(text).doesNotContain("تقرير");
    }

    private static byte[] written(String language, int lines) {
        var frame = new PdfFrame("تقرير", language, List.of("dossier-7"), (page, pages) -> page + "/" + pages);
        return PagedPdfWriter.write(frame, page -> {
            page.title("تقرير");
            for (int line = 0; line < lines; line++) {
                page.rows(
                        new float[] {1, 3},
                        List.of("first", "second"),
                        List.of(List.of(
                                new PdfPageWriter.Value.Words("سرقة"), new PdfPageWriter.Value.Code("MA-CAS"))));
            }
        });
    }
}
