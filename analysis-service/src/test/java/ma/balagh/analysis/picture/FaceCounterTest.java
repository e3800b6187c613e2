package ma.balagh.analysis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ma.balagh.analysis.face.DrawnFace;
import ma.balagh.analysis.finding.FindingResult;
import org.junit.jupiter.api.Test;

class FaceCounterTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 144;

    private final FaceCounter count = new FaceCounter();

    @Test
    void tellsHowManyFacesAreThereAtMost() {
        count.look(picture(1), WIDTH, HEIGHT, 0);
        count.look(picture(3), WIDTH, HEIGHT, 5.1);
        count.look(picture(2), WIDTH, HEIGHT, 10.2);

        assertThat(count.finding()).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("picture.faces.faces");
            assertThat(finding.result()).isEqualTo(FindingResult.PASS);
            assertThat(finding.facts())
                    .containsEntry("most", "3")
                    .containsEntry("at", "5.1")
                    .containsEntry("looks", "3");
        });
    }

    @Test
    void doesNotSayThatThereAreNoneWhereItSeesNone() {
        count.look(picture(0), WIDTH, HEIGHT, 0);

        assertThat(count.finding().code()).isEqualTo("picture.faces.no-faces");
        assertThat(count.finding().result()).isEqualTo(FindingResult.UNKNOWN);
    }

    @Test
    void looksLessOftenTheLongerAMediumIs() {
        for (int second = 0; second < 3_600; second++) {
            count.look(new byte[32 * 32], 32, 32, second);
        }

        assertThat(Integer.parseInt(count.finding().facts().get("looks"))).isBetween(50, 80);
    }

    private static byte[] picture(int faces) {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        for (int k = 0; k < faces; k++) {
            DrawnFace.draw(luma, WIDTH, 40 + 80 * k, 70, 30);
        }
        return luma;
    }
}
