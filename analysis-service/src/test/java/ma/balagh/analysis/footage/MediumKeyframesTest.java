package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import ma.balagh.analysis.feature.LocalFeatures;
import org.junit.jupiter.api.Test;

final class MediumKeyframesTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    @Test
    void surviveBeingStored() {
        // Given
        MediumKeyframes keyframes = recorded(1, 1, 2, 3, 3).keyframes();

        // When
        MediumKeyframes stored = MediumKeyframes.of(keyframes.toBytes());

        // Then
        assertThat(stored.timeline().millis()).isEqualTo(keyframes.timeline().millis());
        assertThat(stored.timeline().runs()).isEqualTo(keyframes.timeline().runs());
        assertThat(stored.features()).hasSize(5);
        for (int k = 0; k < 5; k++) {
            LocalFeatures before = keyframes.features().get(k);
            LocalFeatures after = stored.features().get(k);
            assertThat(after.words()).isEqualTo(before.words());
            assertThat(after.x()).containsExactly(before.x(), within(0.04f));
            assertThat(after.scale()).containsExactly(before.scale(), within(0.04f));
        }
    }

    @Test
    void takeTheFeaturesOfAPictureThatStandsStillOnce() {
        // When
        MediumKeyframes keyframes = recorded(1, 1, 1, 2).keyframes();

        // Then
        assertThat(keyframes.timeline().runs()).containsExactly(0, 0, 0, 1);
        assertThat(keyframes.features().get(2)).isSameAs(keyframes.features().get(0));
        MediumKeyframes stored = MediumKeyframes.of(keyframes.toBytes());
        assertThat(stored.features().get(2)).isSameAs(stored.features().get(0));
    }

    /** One picture each second. */
    private static FootageQuery recorded(int... pictures) {
        var recorder = new FootageRecorder(50);
        for (int k = 0; k < pictures.length; k++) {
            recorder.see(k, picture(pictures[k]), WIDTH, HEIGHT);
        }
        return recorder.query();
    }

    private static byte[] picture(int number) {
        var random = new Random(number);
        var luma = new byte[WIDTH * HEIGHT];
        var greys = new int[WIDTH * HEIGHT];
        for (int blob = 0; blob < 60; blob++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int size = 4 + random.nextInt(12);
            int grey = random.nextInt(256);
            for (int row = Math.max(0, y - size); row < Math.min(HEIGHT, y + size); row++) {
                for (int column = Math.max(0, x - size); column < Math.min(WIDTH, x + size); column++) {
                    greys[row * WIDTH + column] = grey;
                }
            }
        }
        for (int k = 0; k < luma.length; k++) {
            luma[k] = (byte) greys[k];
        }
        return luma;
    }
}
