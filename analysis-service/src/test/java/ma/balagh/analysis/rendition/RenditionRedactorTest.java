package ma.balagh.analysis.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import ma.balagh.analysis.media.RenderedSound;
import ma.balagh.analysis.media.UnrenderableMediumException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That seconds of a wish are those of the medium, also where its pictures come at uneven times. */
class RenditionRedactorTest {

    private static final int SIDE = 64;

    /** Pictures before and after, in which too much is hidden rather than too little. */
    private static final int MARGIN = 2;

    /** A second for each of the first ten pictures, and a tenth for each of the others. */
    private static final long[] UNEVEN = new long[40];

    static {
        for (int k = 0; k < UNEVEN.length; k++) {
            UNEVEN[k] = k < 10 ? k * 1_000_000L : 9_000_000L + (k - 9) * 100_000L;
        }
    }

    @ParameterizedTest
    @CsvSource({"2.5, 4.5, 2, 4", "9.35, 9.65, 12, 15", "0, 1.2, 0, 1", "11, 99, 29, 39"})
    void hidesFromTheFirstToTheLastPictureOfTheSecondsThatAreMeant(double from, double to, int first, int last)
            throws UnrenderableMediumException {
        // Given
        var hiding = new RenditionRedactor(wish(new RedactionRectangle(from, to, 0.25, 0.25, 0.75, 0.75, false)));
        hiding.begin(UNEVEN);

        // When
        boolean[] hidden = hidden(hiding);

        // Then
        for (int k = 0; k < UNEVEN.length; k++) {
            if (k >= first && k <= last) {
                assertThat(hidden[k]).as("picture %d", k).isTrue();
            } else if (k < first - MARGIN || k > last + MARGIN) {
                assertThat(hidden[k]).as("picture %d", k).isFalse();
            }
        }
    }

    @Test
    void hidesThroughoutWhatHasNoSeconds() throws UnrenderableMediumException {
        // Given
        var hiding = new RenditionRedactor(wish(new RedactionRectangle(null, null, 0.0, 0.0, 1.0, 1.0, null)));
        hiding.begin(UNEVEN);

        // When
        boolean[] hidden = hidden(hiding);

        // Then
        assertThat(hidden).containsOnly(true);
        assertThat(hiding.told()).isNotNull();
        assertThat(hiding.told().pictures()).isEqualTo(UNEVEN.length);
    }

    @Test
    void hidesInASinglePicture() throws UnrenderableMediumException {
        // Given
        var hiding = new RenditionRedactor(new RenditionRequest(
                RenditionKind.REDACTED,
                true,
                List.of(new RedactionRectangle(null, null, 0.0, 0.0, 1.0, 1.0, null)),
                RenderedSound.REMOVE,
                null));
        hiding.begin(new long[1]);

        // When
        hiding.see(0, chequered(), SIDE, SIDE);
        hiding.settle();
        byte[] picture = chequered();
        hiding.hide(0, picture, SIDE, SIDE);

        // Then
        assertThat(picture).isNotEqualTo(chequered());
    }

    private static RenditionRequest wish(RedactionRectangle rectangle) {
        return new RenditionRequest(RenditionKind.REDACTED, false, List.of(rectangle), RenderedSound.REMOVE, null);
    }

    private static boolean[] hidden(RenditionRedactor hiding) throws UnrenderableMediumException {
        for (int k = 0; k < UNEVEN.length; k++) {
            hiding.see(k, chequered(), SIDE, SIDE);
        }
        hiding.settle();
        boolean[] hidden = new boolean[UNEVEN.length];
        for (int k = 0; k < UNEVEN.length; k++) {
            byte[] picture = chequered();
            hiding.hide(k, picture, SIDE, SIDE);
            hidden[k] = !Arrays.equals(picture, chequered());
        }
        return hidden;
    }

    private static byte[] chequered() {
        byte[] yuv = new byte[SIDE * SIDE * 3 / 2];
        for (int k = 0; k < SIDE * SIDE; k++) {
            yuv[k] = (byte) ((k / SIDE + k) % 2 == 0 ? 40 : 200);
        }
        return yuv;
    }
}
