package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import ma.balagh.analysis.feature.Scene;
import ma.balagh.analysis.fingerprint.Transformation;
import org.junit.jupiter.api.Test;

final class FeatureTableTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    @Test
    void namesTheMediumThatACropWasTakenFrom() {
        // Given
        FeatureTable table = table(1, 2, 3, 4);
        byte[] crop = Scene.of(3, WIDTH, HEIGHT).drawn(WIDTH, HEIGHT, 1.25, -30, -20);

        // When
        var named = table.named(seen(crop), 0);

        // Then
        assertThat(named).containsOnlyKeys(2);
        assertThat(named.get(2)).containsExactly(Transformation.NONE);
    }

    @Test
    void namesTheVariantInWhichAMirroredPictureIsKnown() {
        // Given
        FeatureTable table = table(5);
        byte[] picture = Scene.of(5, WIDTH, HEIGHT).drawn();
        var mirrored = new byte[picture.length];
        for (int k = 0; k < mirrored.length; k++) {
            mirrored[k] = picture[k - k % WIDTH + WIDTH - 1 - k % WIDTH];
        }

        // Then
        assertThat(table.named(seen(mirrored), 0).get(0)).contains(Transformation.MIRRORED);
    }

    @Test
    void namesOnlyWhatIsAskedFor() {
        // Given
        FeatureTable table = table(1, 2, 1);
        FootageQuery query = seen(Scene.of(1, WIDTH, HEIGHT).drawn());

        // Then
        assertThat(table.named(query, 0)).containsOnlyKeys(0, 2);
        assertThat(table.named(query, 1)).containsOnlyKeys(2);
        assertThat(table.named(query, 3)).isEmpty();
    }

    @Test
    void keepsWhatAnEarlierStateNamed() {
        // Given
        FootageQuery query = seen(Scene.of(1, WIDTH, HEIGHT).drawn());
        FeatureTable before = table(2);

        // When
        FeatureTable after = before.with(query.keyframes());

        // Then
        assertThat(before.named(query, 0)).isEmpty();
        assertThat(after.named(query, 0)).containsOnlyKeys(1);
    }

    private static FeatureTable table(int... seeds) {
        FeatureTable table = FeatureTable.empty();
        for (int seed : seeds) {
            table = table.with(seen(Scene.of(seed, WIDTH, HEIGHT).drawn()).keyframes());
        }
        return table;
    }

    private static FootageQuery seen(byte[] picture) {
        var recorder = new FootageRecorder(50);
        recorder.see(0, picture, WIDTH, HEIGHT);
        return recorder.query();
    }
}
