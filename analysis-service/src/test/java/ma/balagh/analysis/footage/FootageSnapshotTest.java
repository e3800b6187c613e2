package ma.balagh.analysis.footage;

import static ma.balagh.analysis.footage.Clips.cut;
import static ma.balagh.analysis.footage.Clips.moving;
import static ma.balagh.analysis.footage.Clips.query;
import static ma.balagh.analysis.footage.Clips.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FootageSnapshotTest {

    private static final double FRAME = 0.125;

    private final FootageConfig config = new FootageConfig() {
        @Override
        public int distance() {
            return 31;
        }

        @Override
        public int quality() {
            return 50;
        }

        @Override
        public Duration agreement() {
            return Duration.ofMillis(300);
        }

        @Override
        public Duration gap() {
            return Duration.ofSeconds(2);
        }

        @Override
        public boolean closeLook() {
            return true;
        }
    };

    @Property(tries = 40)
    void findsTheSameFramesWhereverTheyStand(
            @ForAll @IntRange(min = 0, max = 60) int before,
            @ForAll @IntRange(min = 2, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 60) int after) {
        // Given
        FootageQuery original = query(moving(1000, length));
        FootageQuery copy = query(cut(moving(2000, before), moving(1000, length), moving(3000, after)));

        // When
        List<FootageMatch> matches = compare(copy, original);

        // Then
        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.transformation()).isEqualTo(Transformation.NONE);
            assertThat(match.score()).isEqualTo(1);
            assertThat(match.otherCoverage()).isEqualTo(1);
            assertSpan(match.spans(), before * FRAME, (before + length) * FRAME, 0, length * FRAME);
        });
    }

    @Property(tries = 24)
    void findsTurnedAndMirroredCopiesAndSaysHow(@ForAll Transformation transformation) {
        // Given
        FootageQuery original = query(moving(0, 16));
        FootageQuery copy = query(moving(0, 16), transformation, 6, 8);

        // When
        List<FootageMatch> matches = compare(copy, original);

        // Then
        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.transformation()).isEqualTo(transformation);
            assertThat(match.coverage()).isGreaterThan(0.9);
            assertThat(match.seenFromOther(UUID.randomUUID()).transformation()).isEqualTo(transformation.inverse());
        });
    }

    @Property(tries = 40)
    void saysTheSameFromEitherSide(
            @ForAll @IntRange(min = 0, max = 30) int before, @ForAll @IntRange(min = 4, max = 30) int length) {
        // Given
        FootageQuery one = query(cut(moving(500, before), moving(0, length)));
        FootageQuery other = query(cut(moving(0, length), moving(900, 20)));

        // When
        List<Span> spans = compare(one, other).getFirst().spans();
        List<Span> swapped = compare(other, one).getFirst().spans().stream()
                .map(Span::swapped)
                .toList();

        // Then
        assertThat(spans).isEqualTo(swapped);
    }

    @Test
    void findsNothingInUnrelatedFootage() {
        assertThat(compare(query(moving(0, 80)), query(moving(5000, 80)))).isEmpty();
    }

    @Test
    void asksForTwoPicturesThatAgree() {
        // Given: one picture in common, once for a moment and once for long
        FootageQuery one = query(cut(moving(0, 20), standing(999, 1), moving(100, 20)));
        FootageQuery other = query(cut(moving(200, 20), standing(999, 1), moving(300, 20)));
        FootageQuery standing = query(cut(moving(400, 20), standing(999, 40)));

        // Then
        assertThat(compare(one, other)).isEmpty();
        assertThat(compare(one, standing)).isEmpty();
        assertThat(compare(standing, one)).isEmpty();
    }

    @Test
    void countsAPictureThatStandsForLongOnlyOnceAndAtTheRightOffset() {
        // Given: a camera that stands still between two movements
        List<Integer> recording = cut(moving(0, 6), standing(50, 80), moving(60, 6));

        // When
        List<FootageMatch> matches = compare(query(cut(moving(700, 16), recording)), query(recording));

        // Then
        assertThat(matches).singleElement().satisfies(match -> assertSpan(match.spans(), 2, 13.5, 0, 11.5));
    }

    @Test
    void tellsTheSpeedOfAFasterCopyFromItsFirstSecondToItsLast() {
        // Given
        FootageQuery original = query(moving(0, 96));
        FootageQuery copy = query(moving(0, 96), Transformation.NONE, 0, 8 * 1.25);

        // When
        List<FootageMatch> matches = compare(copy, original);

        // Then
        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.speed()).isCloseTo(1.25, within(0.05));
            assertThat(match.spans()).singleElement().satisfies(span -> {
                assertThat(span.to()).isCloseTo(9.6, within(0.5));
                assertThat(span.otherFrom()).isCloseTo(0, within(0.5));
                assertThat(span.otherTo()).isCloseTo(12, within(0.5));
            });
        });
    }

    @Test
    void matchesAWhollyStillCameraAtItsBestOffset() {
        // When
        List<FootageMatch> matches = compare(query(standing(7, 40)), query(standing(7, 40)));

        // Then
        assertThat(matches).singleElement().satisfies(match -> assertSpan(match.spans(), 0, 5, 0, 5));
    }

    @Test
    void findsAStillWithinAVideoAndAVideoByAStill() {
        // Given
        FootageQuery still = query(List.of(10));
        FootageQuery video = query(moving(0, 40));

        // When
        FootageMatch found = compare(still, video).getFirst();
        FootageMatch back = compare(video, still).getFirst();

        // Then
        assertSpan(found.spans(), 0, 0, 1.1875, 1.3125);
        assertThat(found.coverage()).isEqualTo(1);
        assertSpan(back.spans(), 1.25, 1.375, 0, 0);
    }

    @Test
    void tellsShuffledSegmentsApart() {
        // Given
        FootageQuery original = query(moving(0, 48));
        FootageQuery shuffled = query(cut(moving(32, 16), moving(0, 16), moving(16, 16)));

        // When
        FootageMatch match = compare(shuffled, original).getFirst();

        // Then
        assertThat(match.spans()).hasSize(2);
        assertThat(match.spans().getFirst()).isEqualTo(new Span(0, 2, 4, 6));
        assertThat(match.spans().getLast()).isEqualTo(new Span(2, 6, 0, 4));
        assertThat(match.coverage()).isEqualTo(1);
    }

    @Test
    void followsACopyThatIsPlayedFaster() {
        // Given
        FootageQuery original = query(moving(0, 80));
        FootageQuery faster = query(moving(0, 80), Transformation.NONE, 0, 10);

        // When
        FootageMatch match = compare(faster, original).getFirst();

        // Then
        assertThat(match.coverage()).isGreaterThan(0.8);
        assertThat(match.spans().getLast().otherTo()).isCloseTo(10, within(1.0));
    }

    @Test
    void givesPlainFramesNoWeight() {
        // Given
        var recorder = new FootageRecorder(50);
        var pdq = new ma.balagh.analysis.fingerprint.PdqHasher();
        for (int k = 0; k < 20; k++) {
            recorder.add(k * FRAME, pdq.picture(new byte[Clips.SIDE * Clips.SIDE], Clips.SIDE, Clips.SIDE));
        }

        // Then
        assertThat(recorder.query().frames()).isZero();
        assertThat(compare(recorder.query(), query(moving(0, 10)))).isEmpty();
    }

    @Test
    void thinsOutFootageOfUnexpectedLength() {
        // When
        FootageQuery query = query(cut(standing(1, FrameTimeline.FRAME_LIMIT), standing(2, FrameTimeline.FRAME_LIMIT)));

        // Then
        assertThat(query.frames())
                .isLessThanOrEqualTo(FrameTimeline.FRAME_LIMIT)
                .isGreaterThan(FrameTimeline.FRAME_LIMIT / 4);
        assertThat(query.whole().track().timeline().durationMillis())
                .isEqualTo(Math.round(2 * FrameTimeline.FRAME_LIMIT * FRAME * 1000));
        assertThat(query.whole().track().timeline().runCount()).isEqualTo(2);
    }

    @Property(tries = 20)
    void survivesBeingStored(@ForAll @IntRange(min = 0, max = 50) int length) {
        // Given
        MediumFootage footage = query(moving(0, length)).footage();

        // When
        FingerprintTrack track = footage.whole();
        FingerprintTrack stored = FingerprintTrack.of(track.toBytes());

        // Then
        assertThat(stored.words()).isEqualTo(track.words());
        assertThat(stored.areas()).isEqualTo(track.areas());
        assertThat(stored.timeline().millis()).isEqualTo(track.timeline().millis());
        assertThat(stored.timeline().runs()).isEqualTo(track.timeline().runs());
        assertThat(stored.timeline().plain()).isEqualTo(track.timeline().plain());
        assertThat(stored.timeline().durationMillis())
                .isEqualTo(track.timeline().durationMillis());
    }

    private List<FootageMatch> compare(FootageQuery query, FootageQuery known) {
        var entry = new FootageEntry(1, UUID.randomUUID(), known.footage());
        return FootageSnapshot.empty().with(entry).search(query, 0, config);
    }

    private static void assertSpan(List<Span> spans, double from, double to, double otherFrom, double otherTo) {
        assertThat(spans).singleElement().satisfies(span -> {
            assertThat(span.from()).isCloseTo(from, within(0.002));
            assertThat(span.to()).isCloseTo(to, within(0.002));
            assertThat(span.otherFrom()).isCloseTo(otherFrom, within(0.002));
            assertThat(span.otherTo()).isCloseTo(otherTo, within(0.002));
        });
    }
}
