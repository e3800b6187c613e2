package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PictureLayoutDetectorTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 144;

    @Test
    void findsAPictureInTheCornerOfAnother() {
        assertThat(boxes(new PictureLayoutDetector.Box(140, 70, 240, 130)))
                .first()
                .satisfies(box -> near(box, 140, 70, 240, 130));
    }

    @Test
    void findsAPictureBetweenBars() {
        assertThat(boxes(new PictureLayoutDetector.Box(0, 20, WIDTH, 124)))
                .first()
                .satisfies(box -> near(box, 0, 20, WIDTH, 124));
    }

    @Test
    void findsNothingInAPictureWithoutLayout() {
        assertThat(boxes(new PictureLayoutDetector.Box(0, 0, WIDTH, HEIGHT))).isEmpty();
    }

    /** Soft clouds that change from frame to frame, inside and outside the box, with a jump between them. */
    private static List<PictureLayoutDetector.Box> boxes(PictureLayoutDetector.Box inner) {
        var layout = new PictureLayoutDetector(WIDTH, HEIGHT);
        var random = new Random(5);
        for (int frame = 0; frame < 20; frame++) {
            double phase = random.nextDouble(6);
            var luma = new byte[WIDTH * HEIGHT];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    boolean isInside = x >= inner.left() && x < inner.right() && y >= inner.top() && y < inner.bottom();
                    double cloud = 30 * Math.sin(x / 17.0 + phase) * Math.cos(y / 13.0 - phase);
                    luma[y * WIDTH + x] = (byte) (int) (isInside ? 170 + cloud : 70 - cloud);
                }
            }
            layout.see(luma);
        }
        return layout.boxes(2);
    }

    private static void near(PictureLayoutDetector.Box box, int left, int top, int right, int bottom) {
        assertThat(new int[] {box.left(), box.top(), box.right(), box.bottom()})
                .containsExactly(new int[] {left, top, right, bottom});
    }
}
