package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.analysis.examination.ExaminationView.RectangleView;
import org.junit.jupiter.api.Test;

class MatchExcerptTest {

    private static final RectangleView CORNER = new RectangleView(0.8, 0, 1, 0.2);

    @Test
    void isExplainedByWhatHoldsAllOfItsSeconds() {
        assertThat(whole(0, 5).isExplainedBy(List.of(whole(0, 5)))).isTrue();
        assertThat(whole(0, 5).isExplainedBy(List.of(whole(0, 4.5)))).isTrue();
        assertThat(whole(0, 5).isExplainedBy(List.of(whole(0, 2.5), whole(2, 5))))
                .isTrue();
        assertThat(whole(0, 5, 20, 24).isExplainedBy(List.of(whole(0, 5), whole(20, 24))))
                .isTrue();
    }

    @Test
    void isNotExplainedWhereMoreIsTheSame() {
        assertThat(whole(0, 5).isExplainedBy(List.of())).isFalse();
        assertThat(whole(0, 8).isExplainedBy(List.of(whole(0, 5)))).isFalse();
        assertThat(whole(0, 60).isExplainedBy(List.of(whole(0, 58)))).isFalse();
        assertThat(whole(0, 2).isExplainedBy(List.of(whole(0, 1.2)))).isFalse();
        assertThat(whole(0, 5, 20, 24).isExplainedBy(List.of(whole(0, 5)))).isFalse();
    }

    @Test
    void countsNoSecondTwice() {
        assertThat(whole(0, 8).isExplainedBy(List.of(whole(0, 4), whole(0, 4), whole(1, 4))))
                .isFalse();
    }

    @Test
    void isNotExplainedByALogoThatStandsInACornerAllTheTime() {
        assertThat(whole(0, 5)
                        .isExplainedBy(
                                List.of(new MatchExcerpt(whole(0, 5).seconds(), CORNER, MatchExcerpt.Sense.PICTURE))))
                .isFalse();
        assertThat(new MatchExcerpt(whole(0, 5).seconds(), CORNER, MatchExcerpt.Sense.PICTURE)
                        .isExplainedBy(
                                List.of(new MatchExcerpt(whole(0, 5).seconds(), CORNER, MatchExcerpt.Sense.PICTURE))))
                .isTrue();
        assertThat(new MatchExcerpt(whole(0, 5).seconds(), CORNER, MatchExcerpt.Sense.PICTURE)
                        .isExplainedBy(List.of(whole(0, 5))))
                .isTrue();
    }

    @Test
    void knowsAStillWithinWhatExplains() {
        assertThat(whole(3, 3).isExplainedBy(List.of(whole(2, 4)))).isTrue();
        assertThat(whole(0, 0).isExplainedBy(List.of(whole(0, 0)))).isTrue();
        assertThat(whole(9, 9).isExplainedBy(List.of(whole(2, 4)))).isFalse();
    }

    @Test
    void soundExplainsSoundAndPicturesExplainPictures() {
        // Given
        MatchExcerpt picture = whole(0, 5);
        MatchExcerpt sound = new MatchExcerpt(picture.seconds(), null, MatchExcerpt.Sense.SOUND);
        MatchExcerpt both = new MatchExcerpt(picture.seconds(), null, MatchExcerpt.Sense.BOTH);

        // Then
        assertThat(picture.isExplainedBy(List.of(sound))).isFalse();
        assertThat(sound.isExplainedBy(List.of(picture))).isFalse();
        assertThat(sound.isExplainedBy(List.of(sound))).isTrue();
        assertThat(sound.isExplainedBy(List.of(both))).isTrue();
        assertThat(both.isExplainedBy(List.of(picture))).isTrue();
    }

    @Test
    void isNotExplainedByWhatWasFilmedAtTheSamePlace() {
        // Given: a photo, and a clip of the place
        MatchExcerpt photo = whole(0, 0);
        var place = new MatchExcerpt(photo.seconds(), null, MatchExcerpt.Sense.of("SAME_SCENE", List.of()));
        var copy = new MatchExcerpt(photo.seconds(), null, MatchExcerpt.Sense.of("COPY", List.of()));

        // Then
        assertThat(photo.isExplainedBy(List.of(place))).isFalse();
        assertThat(photo.isExplainedBy(List.of(place, copy))).isTrue();
        assertThat(place.isExplainedBy(List.of(copy))).isTrue();
    }

    private static MatchExcerpt whole(double... ends) {
        return new MatchExcerpt(
                IntStream.range(0, ends.length / 2)
                        .mapToObj(k -> new MatchExcerpt.Interval(ends[2 * k], ends[2 * k + 1]))
                        .toList(),
                null,
                MatchExcerpt.Sense.PICTURE);
    }
}
