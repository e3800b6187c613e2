package ma.balagh.analysis.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.examination.StillService;
import ma.balagh.analysis.finding.FindingTexts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Leaves what it printed in {@code target/expertise}, for people to look at. */
class ExpertisePdfWriterTest {

    private static final Path KEPT = Path.of("target", "expertise");

    @ParameterizedTest
    @EnumSource
    void tellsEverythingThatTellsOneFromAnother(Language language) throws IOException {
        // When
        String text = text(printed(language));

        // Then
        assertThat(text)
                .contains(
                        SampleDossier.DOSSIER.toString(),
                        SampleDossier.EVIDENCE.toString(),
                        SampleDossier.OTHER.toString(),
                        SampleDossier.SHA256,
                        "MA-CAS-ANFA",
                        "25/11/2026 10:16:02",
                        "coding.frames / 3",
                        language == Language.EN ? "0:00.5 – 0:09.2" : "0:00,5 – 0:09,2",
                        "https://video.example/abc?x=1&y=2",
                        "officer2");
    }

    @Test
    void opensEachEvidenceWithItsSummaryAndTellsEachMethodOnce() throws IOException {
        // When
        String text = text(printed(Language.EN));

        // Then
        assertThat(text)
                .containsSubsequence(
                        "Evidence and findings",
                        "This is a file that can be read",
                        "There is one contradiction",
                        SampleDossier.EVIDENCE.toString(),
                        "Contradictions and signs of change",
                        "Could not be known",
                        "Limits of the method",
                        "coding.frames / 3");
        assertThat(text.split("coding\\.frames / 3", -1)).hasSize(2);
    }

    @Test
    void saysWhichVerdictWasWithdrawnAndWhen() throws IOException {
        assertThat(text(printed(Language.EN)))
                .containsSubsequence(
                        "Verdict that was withdrawn", "Withdrawn", "25/11/2026 10:46:03", "Proposed verdict");
    }

    @Test
    void writesArabicFromTheRightInJoinedLetters() throws IOException {
        // When
        String text = text(printed(Language.AR));

        // Then: as it stands on paper, from left to right, each letter in the form of its place in the word
        assertThat(text).contains("\uFEAE\uFEF3\uFEAE\uFED8\uFE97");
        assertThat(Normalizer.normalize(text, Normalizer.Form.NFKC)).contains(reversed("تقرير"), reversed("المنهج"));
    }

    @Test
    void numbersItsPages() throws IOException {
        // When
        PdfReader reader = new PdfReader(printed(Language.FR));

        // Then
        int pages = reader.getNumberOfPages();
        assertThat(pages).isGreaterThan(2);
        assertThat(new PdfTextExtractor(reader).getTextFromPage(2)).contains("Page 2 sur " + pages);
    }

    @Test
    void asksForEachPictureOnce() throws IOException {
        // Given
        List<String> asked = new ArrayList<>();

        // When
        report(SampleDossier.in(Language.EN), Language.EN, new ReportStillReader((evidence, second) -> {
                    asked.add((evidence.equals(SampleDossier.OTHER) ? "OTHER " : "EVIDENCE ") + second);
                    return Optional.empty();
                }))
                .pdf();

        // Then
        assertThat(asked).containsExactly("EVIDENCE 4.85", "OTHER 9.5", "EVIDENCE 3.0", "OTHER 5.0");
    }

    @Test
    void tellsWhatTheFontCannotShowAndTurnsNothingAround() throws IOException {
        // When
        String text = text(printed(Language.EN));

        // Then
        assertThat(text).contains("[U+1F62D]").contains("txet").doesNotContain("\u202E");
    }

    private static byte[] printed(Language language) throws IOException {
        byte[] here = still(Color.DARK_GRAY);
        byte[] there = still(Color.LIGHT_GRAY);
        byte[] pdf = report(
                        SampleDossier.in(language),
                        language,
                        new ReportStillReader((evidence, second) -> Optional.of(new StillService.Still(
                                second, evidence.equals(SampleDossier.EVIDENCE) ? here : there))))
                .pdf();
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve(language.code() + ".pdf"), pdf);
        return pdf;
    }

    private static ExpertisePdfWriter report(DossierView dossier, Language language, ReportStillReader pictures) {
        String purpose = language == Language.AR ? "تقديم الملف إلى النيابة العامة" : "Présentation au parquet";
        return new ExpertisePdfWriter(
                dossier,
                new PrintRequest(language, "officer2", purpose, SampleDossier.AT, SampleDossier.SHA256),
                pictures);
    }

    private static byte[] still(Color color) throws IOException {
        BufferedImage picture = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 180; y++) {
                picture.setRGB(x, y, x > y ? color.getRGB() : Color.BLUE.getRGB());
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
