package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a still is the picture of its moment, painted by what its neighbours show as well. */
class StillRenderingTest {

    /** Paints pictures black by the time at which they are shown. */
    private static final class TimedPainter implements FrameRedactor {

        private final LongPredicate painted;
        private final TreeSet<Integer> seen = new TreeSet<>();
        private long[] micros = new long[0];

        private TimedPainter(LongPredicate painted) {
            this.painted = painted;
        }

        @Override
        public void begin(long[] at) {
            micros = at;
        }

        @Override
        public void see(int number, byte[] yuv420p, int width, int height) {
            seen.add(number);
        }

        @Override
        public void settle() {}

        @Override
        public void hide(int number, byte[] yuv420p, int width, int height) {
            if (painted.test(micros[number])) {
                Arrays.fill(yuv420p, 0, width * height, (byte) 0);
                Arrays.fill(yuv420p, width * height, yuv420p.length, (byte) 128);
            }
        }
    }

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Rendering rendering;

    @BeforeEach
    void prepare() {
        rendering = new Rendering(directory, Map.of());
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1480000, 51", "0, 0, 26", "900, 2960000, 26"})
    void showsThePictureOfThatMomentAndSeesItsNeighbours(double at, long shown, int seen) throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp4"), "testsrc2=s=320x240:r=25", 3);
        var onlyThis = new TimedPainter(micros -> Math.abs(micros - shown) < 1000);
        var allOthers = new TimedPainter(micros -> Math.abs(micros - shown) >= 1000);

        // Then
        assertThat(brightest(clip, at, onlyThis)).isLessThan(16);
        assertThat(brightest(clip, at, allOthers)).isGreaterThan(200);
        assertThat(onlyThis.seen).hasSizeBetween(seen - 1, seen + 1);
    }

    @Test
    void findsAMomentAmongPicturesThatLastForSeconds() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("slides.mp4"), "testsrc2=s=320x240:r=1/4", 12);

        // Then
        assertThat(brightest(clip, 7, new TimedPainter(micros -> micros == 4_000_000)))
                .isLessThan(16);
    }

    @Test
    void paintsASinglePictureAtWhateverMoment() throws Exception {
        // Given
        Path picture = Media.clip(directory.resolve("clip.png"), "testsrc2=s=320x240", 1, "-frames:v", "1");

        // Then
        assertThat(brightest(picture, 12, new TimedPainter(micros -> true))).isLessThan(16);
    }

    @Test
    void hasNoneOfASound() throws Exception {
        // Given
        Path sound = Media.clip(directory.resolve("clip.mp3"), "sine", 1);

        // Then
        assertThatThrownBy(() -> brightest(sound, 0, new TimedPainter(micros -> true)))
                .isInstanceOfSatisfying(
                        UnrenderableMediumException.class,
                        unrendered -> assertThat(unrendered.reason())
                                .isEqualTo(UnrenderableMediumException.Reason.NOTHING_LEFT));
    }

    private int brightest(Path medium, double at, FrameRedactor redactor) throws Exception {
        try (ScratchDirectory scratch = rendering.scratch(medium)) {
            RenderedMedium still =
                    rendering.renderer().still(scratch, rendering.probe(scratch), at, redactor, share -> {});
            assertThat(still.form()).isEqualTo(RenderedMedium.Form.PICTURE);
            BufferedImage picture = ImageIO.read(still.file().toFile());
            int brightest = 0;
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    brightest = Math.max(brightest, picture.getRGB(x, y) >> 8 & 0xFF);
                }
            }
            return brightest;
        }
    }
}
