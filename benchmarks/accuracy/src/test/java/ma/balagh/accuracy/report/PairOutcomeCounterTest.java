package ma.balagh.accuracy.report;

import static ma.balagh.accuracy.report.Matches.match;
import static ma.balagh.accuracy.report.Matches.undecided;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import ma.balagh.accuracy.copies.AlteredCopy;
import ma.balagh.accuracy.copies.AlteredCopy.CopySpan;
import ma.balagh.accuracy.copies.CopySet;
import ma.balagh.accuracy.report.LaboratoryMatch.Kind;
import ma.balagh.accuracy.report.PairOutcomeCounter.Relation;
import org.junit.jupiter.api.Test;

class PairOutcomeCounterTest {

    private static final List<String> CLIPS = List.of("shop.1.mp4", "shop.2.mp4", "street.1.mp4");

    @Test
    void countsAPairOfPlacesOnceByWhatClaimsMost() {
        var outcomes = new PairOutcomeCounter();

        outcomes.addPlaces(
                CLIPS,
                List.of(
                        match("shop.1.mp4", "shop.2.mp4", Kind.SAME_SCENE, 0.9),
                        match("shop.2.mp4", "shop.1.mp4", Kind.COPY, 0.5),
                        match("shop.1.mp4", "street.1.mp4", Kind.SHARED_SOUND, 0.5)));

        assertThat(outcomes.pairs(Relation.SAME_PLACE)).isEqualTo(1);
        assertThat(outcomes.pairs(Relation.UNRELATED)).isEqualTo(2);
        assertThat(outcomes.count(Relation.SAME_PLACE, Kind.COPY)).isEqualTo(1);
        assertThat(outcomes.count(Relation.SAME_PLACE, Kind.SAME_SCENE)).isZero();
        assertThat(outcomes.count(Relation.UNRELATED, Kind.SHARED_SOUND)).isZero();
        assertThat(outcomes.falseMatches()).containsExactly("COPY 0.50: shop.2.mp4 ~ shop.1.mp4");
    }

    @Test
    void tellsForeignFootageAndOneOfTheSamePlaceFromTheUnrelated() {
        var copy = new AlteredCopy(
                "shop.1.intro.mp4",
                "shop.1.mp4",
                "intro",
                List.of(new CopySpan(0, 5, "u.mp4", 0, 5, false), new CopySpan(5, 9, "shop.1.mp4", 0, 4, false)),
                List.of());
        var set = new CopySet(Path.of(""), List.of("shop.1.mp4", "shop.2.mp4", "u.mp4", "v.mp4"), List.of(copy));
        var outcomes = new PairOutcomeCounter();

        outcomes.add(new CopyMeasurement(set, List.of(match("shop.1.intro.mp4", "v.mp4", Kind.COPY, 0.7)), List.of()));

        assertThat(outcomes.pairs(Relation.SAME_MOMENTS)).isEqualTo(2);
        assertThat(outcomes.pairs(Relation.SAME_PLACE)).isEqualTo(1);
        assertThat(outcomes.pairs(Relation.UNRELATED)).isEqualTo(1);
        assertThat(outcomes.count(Relation.UNRELATED, Kind.COPY)).isEqualTo(1);
    }

    @Test
    void calibratesEachKindByScore() {
        var outcomes = new PairOutcomeCounter();
        outcomes.addPlaces(
                CLIPS,
                List.of(
                        match("shop.1.mp4", "shop.2.mp4", Kind.SAME_SCENE, 0.85),
                        undecided("shop.1.mp4", "street.1.mp4", 0.87),
                        match("shop.2.mp4", "street.1.mp4", Kind.COPY, 1)));

        assertThat(new CalibrationTable(outcomes.outcomes()).toString())
                .contains("| SAME_SCENE | 0.8 to 0.9 | 2 | 1, too few for a rate |")
                .contains("| COPY | 0.9 to 1.0 | 1 | 1, too few for a rate |")
                .contains("| SAME_SCENE | all | 2 | 1 of 2 (50.0 %");
    }
}
