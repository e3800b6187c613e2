package ma.balagh.analysis.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.MotionMatcher.Motion;
import ma.balagh.analysis.motion.MotionMatcher.Outcome;
import ma.balagh.analysis.motion.MotionMatcher.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MotionMatcherTest {

    private static final AffineAlignment WHOLE = AffineAlignment.of(Transformation.NONE);
    private static final Stretch ALL = new Stretch(0, 10, 0, 10);

    private final Scenes place = Scenes.at(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void knowsACopyByWhatMoves(long act) {
        FilmThumbnails original = place.walk(act, 10);

        Motion motion = compare(Scenes.posted(original, 0.8, 12), original, ALL);

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.correlation()).isGreaterThan(0.8);
        assertThat(motion.agreeing()).hasSize(1);
        assertThat(motion.agreeing().getFirst().to()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tellsOtherMomentsOfTheSamePlaceFromACopy(long act) {
        Motion motion = compare(Scenes.posted(place.walk(act, 10), 0.9, 5), place.walk(act + 7, 10), ALL);

        assertThat(motion.outcome()).isEqualTo(Outcome.OTHER);
        assertThat(motion.agreeing()).isEmpty();
        assertThat(motion.scene()).isGreaterThan(0.5);
    }

    @Test
    void seesThatSomebodyIsThereInOneOfThemAlone() {
        assertThat(compare(place.empty(10), place.walk(3, 10), ALL).outcome()).isEqualTo(Outcome.OTHER);
    }

    @Test
    void saysNothingWhereNothingMoves() {
        Motion motion = compare(place.empty(10), Scenes.posted(place.empty(10), 0.9, 3), ALL);

        assertThat(motion.outcome()).isEqualTo(Outcome.STILL);
        assertThat(motion.scene()).isGreaterThan(0.5);
    }

    @Test
    void tellsAnotherPlaceByItsDetails() {
        assertThat(compare(place.empty(10), Scenes.at(2).empty(10), ALL).scene())
                .isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takesOneOverlayBeforeTwoPlacesForNoCopy(long act) {
        Motion motion = compare(place.walk(act, 10), Scenes.at(2).walk(act, 10), ALL);

        assertThat(motion.outcome()).isNotEqualTo(Outcome.SAME);
        assertThat(Math.abs(motion.scene())).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9, 12, 15})
    void takesOneOverlayBeforeTwoBareWallsForNoCopy(int lane) {
        Motion motion =
                compare(Scenes.bareAt(1).drive(1, lane), Scenes.bareAt(2).drive(1, lane), ALL);

        assertThat(motion.scene())
                .as("what drives by is most of what is to be seen")
                .isGreaterThan(0.4);
        assertThat(motion.outcome()).isNotEqualTo(Outcome.SAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9, 12, 15})
    void knowsACopyBeforeABareWall(int lane) {
        FilmThumbnails original = Scenes.bareAt(1).drive(1, lane);

        assertThat(compare(Scenes.posted(original, 0.8, 12), original, ALL).outcome())
                .isEqualTo(Outcome.SAME);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.88, 0.92, 0.96, 1.04, 1.08, 1.12})
    void tellsOneThatPassesAtAnotherPaceFromACopy(double pace) {
        assertThat(compare(place.drive(1, 9), place.drive(pace, 10), new Stretch(0, 8, 0, 8))
                        .outcome())
                .isNotEqualTo(Outcome.SAME);
    }

    @Test
    void findsTheExactTimeOfAPiece() {
        // Given: a piece from second 3 on, which was matched a little late
        FilmThumbnails original = place.walk(2, 12);
        FilmThumbnails piece = Scenes.posted(Scenes.cut(original, 3, 8), 1, 0);

        Motion motion = compare(piece, original, new Stretch(0, 5, 3.3, 8.3));

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.stretch().otherFrom()).isCloseTo(3, within(0.15));
    }

    @Test
    void findsAPieceWhereverItIs() {
        // Given: before one background, the piece was matched with other seconds
        FilmThumbnails original = place.walk(2, 20);
        FilmThumbnails piece = Scenes.posted(Scenes.cut(original, 3, 8), 1, 0);

        Motion motion = compare(piece, original, new Stretch(0, 5, 12, 17));

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.stretch().otherFrom()).isCloseTo(3, within(0.15));
    }

    @Test
    void followsAnInsetThatWanders() {
        // Given
        FilmThumbnails original = place.walk(2, 10);
        FilmThumbnails wandering = Scenes.wandering(original, Scenes.at(5).empty(10));
        AffineAlignment first = Scenes.inset(0).inverse();
        var moments = IntStream.range(0, 10)
                .mapToObj(second ->
                        new InsetDrift.Moment(second, Scenes.inset(second).inverse()))
                .toList();

        // Then
        assertThat(new MotionMatcher(wandering)
                        .compare(original, first, InsetDrift.of(moments, first), ALL)
                        .outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(new MotionMatcher(
                                Scenes.wandering(place.walk(9, 10), Scenes.at(5).empty(10)))
                        .compare(original, first, InsetDrift.of(moments, first), ALL)
                        .outcome())
                .as("other moments")
                .isNotEqualTo(Outcome.SAME);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 8, 12, 16, 20, 24, 28, 32})
    void saysWhichSecondsAgreeWhereverSomeDo(double noise) {
        FilmThumbnails original = place.walk(2, 12);

        Motion motion = compare(Scenes.noisy(original, noise), original, new Stretch(0, 12, 0, 12));

        assertThat(motion.agreeing().isEmpty()).isEqualTo(motion.outcome() != Outcome.SAME);
    }

    @Test
    void keepsTheSecondsThatAgreeAlone() {
        // Given: the second half was filmed at another time
        FilmThumbnails original = place.walk(2, 12);

        Motion motion = compare(place.film(2, 5, 6, 12), original, new Stretch(0, 12, 0, 12));

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.agreeing()).hasSize(1);
        assertThat(motion.agreeing().getFirst().from()).isZero();
        assertThat(motion.agreeing().getFirst().to()).isCloseTo(6, within(1.0));
    }

    @Test
    void leavesOutWhatLiesBeyondACut() {
        // Given: two seconds amid other footage, of which the match took a second more on either side
        FilmThumbnails original = place.walk(2, 12);
        FilmThumbnails others = Scenes.at(5).walk(3, 3);
        FilmThumbnails montage = Scenes.joined(others, Scenes.cut(original, 5, 7), others);

        Motion motion = compare(montage, original, new Stretch(2, 6, 4, 8));

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.agreeing()).hasSize(1);
        assertThat(motion.agreeing().getFirst().from()).isCloseTo(3, within(0.3));
        assertThat(motion.agreeing().getFirst().to()).isCloseTo(5, within(0.3));
    }

    @Test
    void knowsANegative() {
        FilmThumbnails original = place.walk(4, 10);

        Motion motion = compare(Scenes.posted(original, -1, 0), original, ALL);

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.correlation()).isLessThan(-0.8);
    }

    @Test
    void followsTheAlignment() {
        FilmThumbnails original = place.walk(4, 10);

        Motion motion = new MotionMatcher(Scenes.mirrored(original))
                .compare(original, AffineAlignment.of(Transformation.MIRRORED), InsetDrift.NONE, ALL);

        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void knowsAStillOfAFilmByWhoStandsThere() {
        FilmThumbnails original = place.walk(4, 10);
        FilmThumbnails still = Scenes.cut(original, 5, 5.25);

        assertThat(compare(still, original, new Stretch(0, 0, 5.2, 5.2)).outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(compare(original, still, new Stretch(5.2, 5.2, 0, 0)).outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(compare(still, place.walk(9, 10), new Stretch(0, 0, 5.2, 5.2))
                        .outcome())
                .isNotEqualTo(Outcome.SAME);
        assertThat(compare(still, Scenes.posted(still, 1, 0), new Stretch(0, 0, 0, 0))
                        .outcome())
                .as("two stills")
                .isEqualTo(Outcome.STILL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 5, 6})
    void knowsAStillUnderACaptionByWhatItLeavesOpen(long act) {
        // Given: somebody who is not below the caption then
        FilmThumbnails original = place.walk(act, 10);
        FilmThumbnails still = Scenes.captioned(Scenes.cut(original, 5, 5.25));

        assertThat(compare(still, original, new Stretch(0, 0, 5.2, 5.2)).outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(compare(still, place.walk(act + 29, 10), new Stretch(0, 0, 5.2, 5.2))
                        .outcome())
                .isNotEqualTo(Outcome.SAME);
    }

    @ParameterizedTest
    @CsvSource({"3, 10, 22, 9", "4, 18, 10, 14", "5, 19, 16, 4", "6, 20, 4, 9", "6, 20, 10, 14"})
    void takesWhatHidesSomebodyForNoCaption(long act, long other, int left, int top) {
        // Given: a still of another moment; a bag lies where the film shows somebody
        FilmThumbnails still = Scenes.withBag(Scenes.cut(place.walk(other, 10), 5, 5.25), left, top);

        assertThat(compare(still, place.walk(act, 10), new Stretch(0, 0, 5, 5)).outcome())
                .isNotEqualTo(Outcome.SAME);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void doesNotTakeAStillBetweenTwoPicturesForAnotherMoment(long act) {
        // Given: a film in which much happens between two pictures, and a still of a moment between two
        FilmThumbnails fast = Scenes.faster(place.walk(act, 40), 8);
        FilmThumbnails still = Scenes.cut(Scenes.faster(place.walk(act, 40), 4), 2.25, 2.5);

        assertThat(compare(still, fast, new Stretch(0, 0, 1.2, 1.2)).outcome()).isNotEqualTo(Outcome.OTHER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void knowsStillsShownOneAfterAnotherByWhoStandsThere(long act) {
        // Given: each for two seconds
        FilmThumbnails original = place.walk(act, 10);
        FilmThumbnails stills = Scenes.stills(original, 2, 1, 3, 5, 7, 9);

        // When
        Motion motion = compare(Scenes.posted(stills, 0.9, 5), original, ALL);

        // Then: and each is of one moment
        assertThat(motion.outcome()).isEqualTo(Outcome.SAME);
        assertThat(motion.agreeing())
                .hasSize(5)
                .allMatch(stretch -> Math.abs(stretch.otherFrom() - (stretch.from() + 1)) < 0.2)
                .allMatch(stretch -> stretch.otherFrom() == stretch.otherTo());
        assertThat(compare(stills, place.walk(act + 7, 10), ALL).outcome()).isEqualTo(Outcome.OTHER);
        assertThat(compare(original, stills, ALL).agreeing())
                .as("the film asked about, the stills known")
                .hasSize(5)
                .allMatch(stretch -> Math.abs(stretch.from() - (stretch.otherFrom() + 1)) < 0.2)
                .allMatch(stretch -> stretch.from() == stretch.to());
        assertThat(compare(place.walk(act + 7, 10), stills, ALL).outcome()).isEqualTo(Outcome.OTHER);
    }

    @Test
    void saysNothingOfWhatIsTooShort() {
        FilmThumbnails original = place.walk(2, 12);

        assertThat(compare(Scenes.cut(original, 3, 3.5), original, new Stretch(0, 0.5, 3, 3.5))
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    private static Motion compare(FilmThumbnails mine, FilmThumbnails other, Stretch stretch) {
        return new MotionMatcher(mine).compare(other, WHOLE, InsetDrift.NONE, stretch);
    }
}
