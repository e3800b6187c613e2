package ma.balagh.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ma.balagh.analysis.face.DrawnFace;
import ma.balagh.analysis.face.FaceDetector;
import ma.balagh.analysis.face.FaceRegion;
import org.junit.jupiter.api.Test;

class RedactionPlanRecorderTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int RATE = 25;
    private static final double SIZE = 30;
    private static final int NOWHERE = -1000;
    private static final long[] EVEN = times(500, 1_000_000 / RATE);

    private int current;

    @Test
    void hidesAWalkingFaceInEveryFrame() {
        RedactionPlan plan = watched(new RedactionPlanRecorder(EVEN, List.of()), 50, frame -> 60 + 4 * frame);

        assertThat(slipped(plan, 50, frame -> 60 + 4 * frame)).isEmpty();
        assertThat(plan.faces()).isEqualTo(1);
    }

    @Test
    void hidesAFaceBeforeItIsSeenForTheFirstTimeAndAfterTheLast() {
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame >= 30 && frame <= 40, 0.9));

        RedactionPlan plan = watched(watch, 70, frame -> 60 + 2 * frame);

        assertThat(slipped(plan, 70, frame -> 60 + 2 * frame)).isEmpty();
    }

    @Test
    void hidesTheWayOfAFaceThatIsCovered() {
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame < 20 || frame > 50, 0.9));

        RedactionPlan plan = watched(watch, 80, frame -> frame > 20 && frame < 45 ? NOWHERE : 60 + 2 * frame);

        assertThat(slipped(plan, 80, frame -> 60 + 2 * frame)).isEmpty();
        assertThat(plan.doubtful()).anySatisfy(span -> assertThat(span.from()).isBetween(0.5, 1.1));
        assertThat(plan.faces()).isEqualTo(2);
    }

    @Test
    void hidesAFaceThatIsFoundNowAndThen() {
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame % 30 == 0, 0.35));

        RedactionPlan plan = watched(watch, 75, frame -> 100 + frame);

        assertThat(slipped(plan, 75, frame -> 100 + frame)).isEmpty();
    }

    @Test
    void hidesNothingForOneWeakSighting() {
        RedactionPlanRecorder watch = new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame == 25, 0.35));

        assertThat(watched(watch, 50, frame -> 100).framesTouched()).isZero();
    }

    @Test
    void endsAtACut() {
        RedactionPlanRecorder watch = new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame < 25, 0.9));
        for (current = 0; current < 50; current++) {
            byte[] luma = current < 25 ? scene(current, frame -> 100) : stripes();
            watch.see(current, luma, WIDTH, HEIGHT);
        }

        RedactionPlan plan = watch.plan();

        assertThat(plan.hidden(24)).isNotEmpty();
        assertThat(plan.hidden(27)).isEmpty();
    }

    @Test
    void looksAtTheFramesAroundACut() {
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame == 23 || frame == 24, 0.9));
        for (current = 0; current < 50; current++) {
            byte[] luma = current < 23 ? stripes() : current < 25 ? scene(current, frame -> 100) : stripes();
            watch.see(current, luma, WIDTH, HEIGHT);
        }

        RedactionPlan plan = watch.plan();

        assertThat(plan.hidden(23)).isNotEmpty();
        assertThat(plan.hidden(24)).isNotEmpty();
    }

    @Test
    void stopsHidingWhatIsGoneThoughPicturesSayTheyAreAllOfOneMoment() {
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(times(400, 12), List.of(), finder(frame -> frame < 20, 0.9));

        RedactionPlan plan = watched(watch, 400, frame -> frame < 20 ? 100 : NOWHERE);

        assertThat(plan.hidden(20)).isNotEmpty();
        assertThat(plan.hidden(250)).isEmpty();
    }

    @Test
    void remembersNoPlacesOfWhatStands() {
        var chosen = new ManualSelection.Fixed(new PicturePart(0.1, 0.1, 0.2, 0.3), 0, Double.POSITIVE_INFINITY);

        RedactionPlan plan =
                watched(new RedactionPlanRecorder(EVEN, List.of(chosen), nobody(), 0), 20, frame -> NOWHERE);

        assertThat(plan.hidden(19)).isNotEmpty();
        assertThat(plan.framesTouched()).isEqualTo(20);
    }

    @Test
    void refusesToRememberMoreThanItMay() {
        IntUnaryOperator way = frame -> 150;
        List<ManualSelection> two = List.of(followed(way, 0), followed(way, 0));

        assertThat(watched(new RedactionPlanRecorder(EVEN, two, nobody(), 20), 10, way)
                        .framesTouched())
                .isEqualTo(10);
        assertThatThrownBy(() -> watched(new RedactionPlanRecorder(EVEN, two, nobody(), 20), 11, way))
                .isInstanceOf(TrackBudgetExceededException.class);
    }

    @Test
    void forgetsThePlacesOfWhatWasNoFace() {
        // Given: something that looks a little like a face, every five seconds
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(EVEN, List.of(), finder(frame -> frame % 125 == 60, 0.35), 150);

        // Then
        assertThat(watched(watch, 500, frame -> 100).frames()).isEqualTo(500);
    }

    @Test
    void hidesAllOfACrowdAndNothingBehindTheEnd() {
        // Given
        List<FaceRegion> crowd = IntStream.range(0, 70)
                .mapToObj(k -> new FaceRegion(k % 10 * 32 + 8, k / 10 * 25 + 5, 12, 12, 0.9))
                .toList();

        // When
        RedactionPlanRecorder watch =
                new RedactionPlanRecorder(times(8, 40_000), List.of(), (luma, width, height) -> crowd);
        RedactionPlan plan = watched(watch, 8, frame -> NOWHERE);

        // Then
        assertThat(plan.hidden(3)).contains(new PicturePart(0, 0, 1, 1));
        assertThat(plan.framesTouched()).isEqualTo(8);
        assertThat(plan.doubtful()).allSatisfy(span -> assertThat(span.to()).isLessThanOrEqualTo(0.32));
        assertThat(plan.faces()).isEqualTo(60);
    }

    @Test
    void keepsAChosenPartForItsSeconds() {
        ManualSelection chosen = new ManualSelection.Fixed(new PicturePart(0.1, 0.1, 0.2, 0.3), 1, 1.5);

        RedactionPlan plan = watched(new RedactionPlanRecorder(EVEN, List.of(chosen), nobody()), 75, frame -> NOWHERE);

        assertThat(plan.hidden(25))
                .singleElement()
                .satisfies(part -> assertThat(part.right()).isBetween(0.199, 0.201));
        assertThat(plan.hidden(37)).isNotEmpty();
        assertThat(plan.hidden(20)).isEmpty();
        assertThat(plan.hidden(45)).isEmpty();
        assertThat(plan.doubtful()).isEmpty();
        assertThat(plan.faces()).isZero();
    }

    @Test
    void followsAChosenThingInBothDirections() {
        IntUnaryOperator way = frame -> 60 + 2 * frame;

        RedactionPlan plan = watched(new RedactionPlanRecorder(EVEN, List.of(followed(way, 40)), nobody()), 80, way);

        assertThat(slipped(plan, 80, way)).isEmpty();
        assertThat(plan.framesTouched()).isEqualTo(80);
    }

    @Test
    void hidesAChosenThingThatDisappearedAndSaysThatItGuesses() {
        IntUnaryOperator way = frame -> frame < 50 ? 150 : NOWHERE;

        RedactionPlan plan = watched(new RedactionPlanRecorder(EVEN, List.of(followed(way, 10)), nobody()), 80, way);

        assertThat(plan.hidden(79)).isNotEmpty();
        assertThat(plan.doubtful()).singleElement().satisfies(span -> {
            assertThat(span.from()).isBetween(1.9, 2.3);
            assertThat(span.to()).isEqualTo(3.2);
        });
    }

    @Test
    void hidesAThingThatWasChosenBehindTheEnd() {
        IntUnaryOperator way = frame -> 150;

        RedactionPlan plan = watched(new RedactionPlanRecorder(EVEN, List.of(followed(way, 400)), nobody()), 30, way);

        assertThat(slipped(plan, 30, way)).isEmpty();
    }

    @Test
    void refusesAFrameOutOfItsTurn() {
        RedactionPlanRecorder watch = new RedactionPlanRecorder(EVEN, List.of(), nobody());

        assertThatThrownBy(() -> watch.see(1, new byte[WIDTH * HEIGHT], WIDTH, HEIGHT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plansNothingForNoFrames() {
        assertThat(new RedactionPlanRecorder(EVEN, List.of(), nobody()).plan().frames())
                .isZero();
    }

    static long[] times(int count, long apart) {
        return LongStream.range(0, count).map(k -> k * apart).toArray();
    }

    private static ManualSelection followed(IntUnaryOperator way, int frame) {
        double x = way.applyAsInt(frame);
        return new ManualSelection.Followed(
                new PicturePart((x - 18) / WIDTH, 60.0 / HEIGHT, (x + 18) / WIDTH, 110.0 / HEIGHT),
                (double) frame / RATE);
    }

    private RedactionPlan watched(RedactionPlanRecorder watch, int frames, IntUnaryOperator way) {
        for (current = 0; current < frames; current++) {
            watch.see(current, scene(current, way), WIDTH, HEIGHT);
        }
        current = frames - 1;
        return watch.plan();
    }

    private byte[] scene(int frame, IntUnaryOperator way) {
        byte[] luma = DrawnFace.background(WIDTH, HEIGHT);
        place = way.applyAsInt(frame);
        DrawnFace.draw(luma, WIDTH, place, 85, SIZE);
        return luma;
    }

    private int place;

    private static byte[] stripes() {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int k = 0; k < luma.length; k++) {
            luma[k] = (byte) (k / WIDTH / 30 % 2 == 0 ? 20 : 230);
        }
        return luma;
    }

    /** Sees the face that was drawn, in those frames. */
    private FaceDetector finder(IntPredicate sees, double likeness) {
        return (luma, width, height) -> place != NOWHERE && sees.test(current)
                ? List.of(new FaceRegion(place - SIZE / 2, 85 - SIZE / 2, SIZE, SIZE, likeness))
                : List.of();
    }

    private static FaceDetector nobody() {
        return (luma, width, height) -> List.of();
    }

    /** Frames in which the eyes or the mouth can be seen. */
    private static List<Integer> slipped(RedactionPlan plan, int frames, IntUnaryOperator way) {
        return IntStream.range(0, frames)
                .filter(frame -> {
                    double x = way.applyAsInt(frame);
                    return plan.hidden(frame).stream()
                            .noneMatch(part -> part.left() * WIDTH <= x - 0.35 * SIZE
                                    && part.right() * WIDTH >= x + 0.35 * SIZE
                                    && part.top() * HEIGHT <= 85 - 0.2 * SIZE
                                    && part.bottom() * HEIGHT >= 85 + 0.45 * SIZE);
                })
                .boxed()
                .toList();
    }
}
