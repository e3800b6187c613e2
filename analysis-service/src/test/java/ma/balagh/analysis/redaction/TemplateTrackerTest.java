package ma.balagh.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ma.balagh.analysis.face.DrawnFace;
import org.junit.jupiter.api.Test;

class TemplateTrackerTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    @Test
    void goesAlongWithAThingThatComesNearer() {
        TemplateTracker templateTracker = new TemplateTracker(frame(100, 40), box(100, 40), true);

        for (int k = 1; k <= 30; k++) {
            templateTracker.follow(frame(100 + 2 * k, 40 + k));
        }

        assertThat(templateTracker.lost()).isZero();
        assertThat(templateTracker.box().x() * WIDTH).isCloseTo(160, within(6.0));
        assertThat(2 * templateTracker.box().halfWidth() * WIDTH).isCloseTo(70, within(12.0));
    }

    @Test
    void staysAndGrowsWhereAThingWasLost() {
        TemplateTracker templateTracker = new TemplateTracker(frame(100, 40), box(100, 40), false);

        for (int k = 1; k <= 10; k++) {
            templateTracker.follow(frame(-500, 40));
        }

        assertThat(templateTracker.lost()).isEqualTo(10);
        assertThat(templateTracker.box()).isEqualTo(box(100, 40));
        assertThat(templateTracker.hidden().halfWidth())
                .isGreaterThan(1.3 * templateTracker.box().halfWidth());
    }

    @Test
    void findsAThingAgainThatComesOutNearby() {
        TemplateTracker templateTracker = new TemplateTracker(frame(100, 40), box(100, 40), false);

        templateTracker.follow(frame(-500, 40));
        templateTracker.follow(frame(-500, 40));
        templateTracker.follow(frame(106, 40));

        assertThat(templateTracker.lost()).isZero();
        assertThat(templateTracker.box().x() * WIDTH).isCloseTo(106, within(2.0));
    }

    private static SmallFrame frame(double x, double size) {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        DrawnFace.draw(luma, WIDTH, x, 90, size);
        return new SmallFrame(WIDTH, HEIGHT, luma);
    }

    private static NormalizedBox box(double x, double size) {
        return NormalizedBox.between(
                (x - size / 2) / WIDTH, (90 - size * 0.6) / HEIGHT, (x + size / 2) / WIDTH, (90 + size * 0.6) / HEIGHT);
    }
}
