package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.FootageMatch.Span;
import ma.balagh.analysis.motion.FilmThumbnails;
import ma.balagh.analysis.motion.Scenes;
import org.junit.jupiter.api.Test;

class MotionClassifierTest {

    private static final double SECONDS = 12;

    private final Scenes street = Scenes.at(1);
    private final FilmThumbnails film = street.walk(2, SECONDS);

    @Test
    void leavesACopyAsItWas() {
        FootageMatch match = onlyOneOf(Scenes.posted(film, 0.9, 8), film);

        assertThat(match.kind()).isEqualTo(Kind.SHARED_SPAN);
        assertThat(match.reason()).isEqualTo(MomentsReason.MOTION_AGREES);
        assertThat(match.coverage()).isEqualTo(1);
    }

    @Test
    void keepsTheSecondsThatShowTheSame() {
        FootageMatch match = onlyOneOf(street.film(2, 5, 6, SECONDS), film);

        assertThat(match.reason()).isEqualTo(MomentsReason.MOTION_AGREES);
        assertThat(match.coverage()).isBetween(0.4, 0.6);
        assertThat(match.otherCoverage()).isBetween(0.4, 0.6);
    }

    @Test
    void findsAllOfItAtAnotherSpeed() {
        // Given: matched as if at its own speed, because its keyframes are alike
        FootageMatch match = onlyOneOf(Scenes.faster(film, 1.5), film);

        assertThat(match.reason()).isEqualTo(MomentsReason.MOTION_AGREES);
        assertThat(match.spans()).hasSize(1);
        assertThat(match.spans().getFirst().to()).isCloseTo(8, within(0.5));
        assertThat(match.spans().getFirst().otherTo()).isCloseTo(12, within(0.5));
    }

    @Test
    void namesStillsThatAreShownForAWhile() {
        FootageMatch match = onlyOneOf(Scenes.stills(film, 2, 1, 3, 5, 7, 9, 11), film);

        assertThat(match.reason()).isEqualTo(MomentsReason.MOTION_AGREES);
        assertThat(match.coverage()).isEqualTo(1);
        assertThat(match.alterations()).contains(AlterationKind.STILLS).doesNotContain(AlterationKind.SLOWER);
    }

    @Test
    void saysOfOtherMomentsThatThePlaceAloneIsTheSame() {
        FootageMatch match = onlyOneOf(street.walk(9, SECONDS), film);

        assertThat(match.kind()).isEqualTo(Kind.SAME_SCENE);
        assertThat(match.reason()).isEqualTo(MomentsReason.MOTION_DIFFERS);
        assertThat(match.spans()).containsExactly(new Span(6, 6, 6, 6));
        assertThat(match.coverage()).isZero();
        assertThat(match.alterations()).isEmpty();
    }

    @Test
    void leavesOpenWhatNothingTells() {
        assertThat(onlyOneOf(street.empty(SECONDS), street.empty(SECONDS)).reason())
                .isEqualTo(MomentsReason.NOTHING_MOVES);
    }

    @Test
    void dropsWhatAgreedByChance() {
        assertThat(left(Scenes.at(2).walk(9, SECONDS), film)).isEmpty();
    }

    private static FootageMatch onlyOneOf(FilmThumbnails mine, FilmThumbnails other) {
        assertThat(left(mine, other)).hasSize(1);
        return left(mine, other).getFirst();
    }

    private static List<FootageMatch> left(FilmThumbnails mine, FilmThumbnails other) {
        var match = new FootageMatch(
                UUID.randomUUID(),
                Kind.SHARED_SPAN,
                Transformation.NONE,
                null,
                List.of(new Span(0, SECONDS, 0, SECONDS)),
                1,
                1,
                0.8,
                null,
                null,
                Set.of());
        return new MotionClassifier(mine).of(List.of(match), other);
    }
}
