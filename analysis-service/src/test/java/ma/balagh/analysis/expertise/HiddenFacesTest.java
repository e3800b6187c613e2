package ma.balagh.analysis.expertise;

import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.face.DrawnFace;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;

/** The report leaves the agency: its pictures show no faces. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class HiddenFacesTest extends LaboratoryVisit {

    /** The size of stills. */
    private static final int WIDTH = 480;

    private static final int HEIGHT = 270;
    private static final int FACE = 225;

    @Test
    void hidesThemInThePicturesOfAMatch() throws IOException {
        // Given
        UUID evidence = examined(portrait("a.jpg", 128));
        match(evidence, examined(portrait("b.jpg", 135)));

        // When
        byte[] pdf = OFFICER.request()
                .header("X-Purpose", "For the prosecutor")
                .get("/api/v1/dossiers/{id}/report.pdf", dossierOf(evidence))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        // Then
        BufferedImage original = ImageIO.read(directory.resolve("a.jpg").toFile());
        List<BufferedImage> pictures = pictures(pdf);
        assertThat(pictures).hasSize(2);
        assertThat(difference(pictures.getFirst(), original, FACE - 30, FACE + 30))
                .isGreaterThan(15);
        assertThat(difference(pictures.getFirst(), original, 0, 90)).isLessThan(4);
    }

    private Path portrait(String name, int height) throws IOException {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        DrawnFace.draw(luma, WIDTH, FACE, height, 60);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < luma.length; k++) {
            picture.setRGB(k % WIDTH, k / WIDTH, (luma[k] & 0xFF) * 0x010101);
        }
        Path file = directory.resolve(name);
        ImageIO.write(picture, "jpg", file.toFile());
        return file;
    }

    private void match(UUID evidence, UUID other) {
        database.execute(
                "delete from match_span where match_id in (select id from match where evidence_id = ?)", evidence);
        database.execute("delete from match where evidence_id = ?", evidence);
        UUID match = IdGenerator.next();
        database.execute("""
                insert into match (id, evidence_id, with_kind, with_id, match_kind, transformation, alterations, speed,
                    coverage, other_coverage, score, moments, found_at)
                values (?, ?, 'EVIDENCE', ?, 'COPY', 'NONE', '{}', 1, 1, 1, 0.9, 'MOTION_AGREES', now())
                """, match, evidence, other);
        database.execute("insert into match_span values (?, 0, 0, 0, 0, 0)", match);
    }

    private static List<BufferedImage> pictures(byte[] pdf) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        var reader = new PdfReader(pdf);
        for (int number = 0; number < reader.getXrefSize(); number++) {
            if (reader.getPdfObject(number) instanceof PRStream stream
                    && PdfName.IMAGE.equals(stream.get(PdfName.SUBTYPE))) {
                pictures.add(ImageIO.read(new ByteArrayInputStream(PdfReader.getStreamBytesRaw(stream))));
            }
        }
        return pictures;
    }

    /** The mean difference of brightness around the face's height between two columns. */
    private static double difference(BufferedImage one, BufferedImage other, int left, int right) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        double sum = 0;
        for (int y = 83; y < 173; y++) {
            for (int x = left; x < right; x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
            }
        }
        return sum / ((right - left) * 90);
    }
}
