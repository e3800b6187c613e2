package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import ma.balagh.analysis.feature.AffinePlacement;
import ma.balagh.analysis.feature.LocalFeatures;
import org.junit.jupiter.api.Test;

class KeyframePicturesTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    @Test
    void showsAgainWhatWasTurned() {
        // Given
        KeyframePictureRecorder upright = new KeyframePictureRecorder(1000);
        upright.see(0, 0, blobs(0), WIDTH, HEIGHT);
        KeyframePictureRecorder slanted = new KeyframePictureRecorder(1000);
        slanted.see(0, 0, blobs(45), WIDTH, HEIGHT);

        // When
        LocalFeatures original = upright.pictures(0).turned(0).features().getFirst();
        LocalFeatures asItIs = slanted.pictures(0).turned(0).features().getFirst();
        LocalFeatures turnedBack = slanted.pictures(0).turned(-45).features().getFirst();

        // Then
        AffinePlacement placement = AffinePlacement.of(turnedBack, original);
        assertThat(placement).isNotNull();
        assertThat(placement.support()).isGreaterThan(10);
        AffinePlacement slantedPlacement = AffinePlacement.of(asItIs, original);
        assertThat(slantedPlacement == null ? 0 : slantedPlacement.support()).isLessThan(8);
    }

    @Test
    void findsWhatIsShownSmallInEnlargedPictures() {
        // Given
        KeyframePictureRecorder large = new KeyframePictureRecorder(1000);
        large.see(0, 0, blobs(0), WIDTH, HEIGHT);
        KeyframePictureRecorder small = new KeyframePictureRecorder(1000);
        small.see(0, 0, blobs(0, 0.3), WIDTH, HEIGHT);

        // When
        LocalFeatures original = large.pictures(0).enlarged(1).features().getFirst();
        LocalFeatures asItIs = small.pictures(0).enlarged(1).features().getFirst();
        LocalFeatures enlarged = small.pictures(0).enlarged(2).features().getFirst();

        // Then
        AffinePlacement placement = AffinePlacement.of(enlarged, original);
        assertThat(placement).isNotNull();
        assertThat(placement.xx()).isCloseTo(0.6, within(0.05));
        AffinePlacement before = AffinePlacement.of(asItIs, original);
        assertThat(before == null ? 0 : before.support()).isLessThan(placement.support() / 2);
    }

    @Test
    void keepsFewOfALongMediumOverAllItsTime() {
        // Given
        var recorder = new KeyframePictureRecorder(1000);
        for (int k = 0; k < 600; k++) {
            recorder.see(1000 * k, k / 2, new byte[WIDTH * HEIGHT], WIDTH, HEIGHT);
        }

        // When
        FrameTimeline timeline = recorder.pictures(600_000).timeline();

        // Then
        assertThat(timeline.size()).isBetween(KeyframePictureRecorder.LIMIT / 2, KeyframePictureRecorder.LIMIT);
        assertThat(timeline.millis()[0]).isZero();
        assertThat(timeline.millis()[timeline.size() - 1]).isGreaterThan(550_000);
        assertThat(timeline.intervalMillis()).isEqualTo(16_000);
    }

    private static byte[] blobs(double degrees) {
        return blobs(degrees, 1);
    }

    /** Dark and bright blobs of several sizes, turned clockwise around the middle, and smaller by a factor. */
    private static byte[] blobs(double degrees, double factor) {
        var random = new Random(3);
        var greys = new double[WIDTH * HEIGHT];
        double cosine = factor * Math.cos(Math.toRadians(degrees));
        double sine = factor * Math.sin(Math.toRadians(degrees));
        for (int blob = 0; blob < 250; blob++) {
            double right = (random.nextDouble() - 0.5) * 1.4 * WIDTH;
            double down = (random.nextDouble() - 0.5) * 1.4 * WIDTH;
            double x = cosine * right - sine * down + WIDTH / 2.0;
            double y = sine * right + cosine * down + HEIGHT / 2.0;
            double size = factor * (2 + 6 * random.nextDouble());
            double height = (random.nextBoolean() ? 1 : -1) * (40 + 50 * random.nextDouble());
            for (int k = 0; k < greys.length; k++) {
                double dx = k % WIDTH - x;
                double dy = k / WIDTH - y;
                greys[k] += height * Math.exp(-(dx * dx + dy * dy) / (2 * size * size));
            }
        }
        var luma = new byte[greys.length];
        for (int k = 0; k < luma.length; k++) {
            luma[k] = (byte) Math.clamp(Math.round(128 + greys[k]), 0, 255);
        }
        return luma;
    }
}
