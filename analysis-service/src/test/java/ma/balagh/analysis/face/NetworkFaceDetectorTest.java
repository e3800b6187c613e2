package ma.balagh.analysis.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFaceDetectorTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final NetworkFaceDetector finder = new NetworkFaceDetector(0.5);

    @ParameterizedTest
    @ValueSource(ints = {24, 40, 80, 160})
    void findsAFaceWhereItIs(int size) {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        DrawnFace.draw(luma, WIDTH, 300, 170, size);

        List<FaceRegion> found = finder.find(luma, WIDTH, HEIGHT);

        assertThat(found).singleElement().satisfies(region -> {
            assertThat(region.left() + region.width() / 2).isCloseTo(300, within(0.1 * size));
            assertThat(region.top() + region.height() / 2).isCloseTo(170, within(0.2 * size));
            assertThat(region.width()).isCloseTo(size, within(0.3 * size));
        });
    }

    @Test
    void findsSeveralAtOnce() {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        DrawnFace.draw(luma, WIDTH, 120, 120, 50);
        DrawnFace.draw(luma, WIDTH, 320, 140, 60);
        DrawnFace.draw(luma, WIDTH, 520, 100, 40);

        assertThat(finder.find(luma, WIDTH, HEIGHT)).hasSize(3);
    }

    @Test
    void findsASmallFaceByLookingCloselyAtItsPart() {
        byte[] luma = DrawnFace.background(1280, 720);
        DrawnFace.draw(luma, 1280, 1100, 150, 22);

        assertThat(finder.glance(luma, 1280, 720, 1))
                .singleElement()
                .satisfies(region -> assertThat(region.left()).isCloseTo(1089, within(5.0)));
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(finder.find(DrawnFace.background(WIDTH, HEIGHT), WIDTH, HEIGHT))
                .isEmpty();
        assertThat(finder.find(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT)).isEmpty();
    }

    @Test
    void takesPicturesOfAnyProportions() {
        assertThat(finder.find(new byte[1], 1, 1)).isEmpty();
        assertThat(finder.find(new byte[999], 999, 1)).isEmpty();
        assertThat(finder.find(new byte[3 * 501], 3, 501)).isEmpty();
    }
}
