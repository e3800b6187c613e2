package ma.balagh.analysis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import ma.balagh.analysis.fingerprint.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AffinePlacementTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    private final FeatureExtractor extractor = new FeatureExtractor();
    private final Scene scene = Scene.of(7, WIDTH, HEIGHT);

    @Test
    void findsWhereACropWasTaken() {
        // Given: the right lower three quarters, enlarged
        byte[] crop = scene.drawn(WIDTH, HEIGHT, 4 / 3.0, -WIDTH / 3.0, -HEIGHT / 3.0);

        // When
        AffinePlacement placement = placement(crop, scene.drawn());

        // Then
        assertThat(placement.xx()).isCloseTo(4 / 3.0, within(0.03));
        assertThat(placement.yy()).isCloseTo(4 / 3.0, within(0.03));
        assertThat(placement.x()).isCloseTo(-WIDTH / 3.0, within(3.0));
        assertThat(placement.y()).isCloseTo(-HEIGHT / 3.0, within(3.0));
        assertThat(placement.support()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void findsAPictureThatStandsInTheCornerOfAnother() {
        // Given
        byte[] inset = Scene.of(8, WIDTH, HEIGHT).drawn();
        byte[] small = scene.drawn(WIDTH, HEIGHT, 0.5, WIDTH / 2.0, HEIGHT / 2.0);
        for (int y = HEIGHT / 2; y < HEIGHT; y++) {
            System.arraycopy(small, y * WIDTH + WIDTH / 2, inset, y * WIDTH + WIDTH / 2, WIDTH / 2);
        }

        // When
        AffinePlacement placement = placement(inset, scene.drawn());

        // Then
        assertThat(placement.xx()).isCloseTo(0.5, within(0.02));
        assertThat(placement.x()).isCloseTo(WIDTH / 2.0, within(3.0));
        assertThat(placement.y()).isCloseTo(HEIGHT / 2.0, within(3.0));
    }

    @Test
    void findsNothingBetweenUnrelatedPictures() {
        for (int seed = 20; seed < 40; seed++) {
            // When
            AffinePlacement placement = AffinePlacement.of(
                    extractor.extract(scene.drawn(), WIDTH, HEIGHT),
                    extractor.extract(Scene.of(seed, WIDTH, HEIGHT).drawn(), WIDTH, HEIGHT));

            // Then
            assertThat(placement == null ? 0 : placement.support()).isLessThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsAPictureMirroredAndTurned(Transformation transformation) {
        // Given
        int size = 192;
        byte[] picture = scene.drawn(size, size, 0.75, 0, 0);
        var turned = new byte[picture.length];
        for (int k = 0; k < turned.length; k++) {
            turned[k] = picture[transformation.sourceOf(k, size)];
        }
        LocalFeatures found = extractor.extract(turned, size, size);

        // When
        LocalFeatures expected = extractor.extract(picture, size, size).transformed(transformation);
        AffinePlacement placement = Objects.requireNonNull(AffinePlacement.of(found, expected));

        // Then
        assertThat(placement.support()).isGreaterThan(found.size() / 2);
        assertThat(placement.xx()).isCloseTo(1, within(0.02));
        assertThat(placement.x()).isCloseTo(0, within(2.0));
    }

    private AffinePlacement placement(byte[] mine, byte[] other) {
        return Objects.requireNonNull(
                AffinePlacement.of(extractor.extract(mine, WIDTH, HEIGHT), extractor.extract(other, WIDTH, HEIGHT)));
    }
}
