package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.feature.Scene;
import ma.balagh.analysis.fingerprint.Transformation;
import org.junit.jupiter.api.Test;

final class FeatureTableTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    @Test
    void namesTheMediumThatACropWasTakenFrom() {
        // Given
        var table = new FeatureTable(index(1, 2, 3, 4));
        byte[] crop = Scene.of(3, WIDTH, HEIGHT).drawn(WIDTH, HEIGHT, 1.25, -30, -20);

        // When
        var named = table.named(seen(crop));

        // Then
        assertThat(named).containsOnlyKeys(2);
        assertThat(named.get(2)).containsExactly(Transformation.NONE);
    }

    @Test
    void namesTheVariantInWhichAMirroredPictureIsKnown() {
        // Given
        var table = new FeatureTable(index(5));
        byte[] picture = Scene.of(5, WIDTH, HEIGHT).drawn();
        var mirrored = new byte[picture.length];
        for (int k = 0; k < mirrored.length; k++) {
            mirrored[k] = picture[k - k % WIDTH + WIDTH - 1 - k % WIDTH];
        }

        // Then
        assertThat(table.named(seen(mirrored)).get(0)).contains(Transformation.MIRRORED);
    }

    @Test
    void leavesTheNewestMediaToALookWithoutIt() {
        // Given
        var snapshot = FootageSnapshot.EMPTY;
        for (int seed = 1; seed <= 70; seed++) {
            snapshot = snapshot.with(List.of(entry(seed)));
        }

        // Then
        assertThat(snapshot.table().entries()).isBetween(1, 69);
        assertThat(snapshot.entries()).hasSize(70);
    }

    private static List<FootageSnapshot.Entry> index(int... seeds) {
        List<FootageSnapshot.Entry> entries = new ArrayList<>();
        for (int seed : seeds) {
            entries.add(new FootageSnapshot.Entry(UUID.randomUUID(), entry(seed).footage()));
        }
        return entries;
    }

    private static FootageLedger.Entry entry(int seed) {
        byte[] picture = Scene.of(seed, WIDTH, HEIGHT).drawn();
        return new FootageLedger.Entry(seed, UUID.randomUUID(), seen(picture).footage());
    }

    private static FootageQuery seen(byte[] picture) {
        var recorder = new FootageRecorder(50);
        recorder.see(0, picture, WIDTH, HEIGHT);
        return recorder.query();
    }
}
