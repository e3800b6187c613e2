package ma.balagh.accuracy.report;

import static ma.balagh.accuracy.report.Matches.match;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import ma.balagh.accuracy.copies.AlteredCopy;
import ma.balagh.accuracy.copies.AlteredCopy.CopySpan;
import ma.balagh.accuracy.copies.CopySet;
import ma.balagh.accuracy.report.LaboratoryMatch.Kind;
import ma.balagh.accuracy.report.LaboratoryMatch.Span;
import org.junit.jupiter.api.Test;

class CopyTableTest {

    private static final AlteredCopy GRAY = copy("a.gray.mp4", "gray", span(0, 10, "a.mp4", 0, 10));
    private static final AlteredCopy SECOND = copy("b.gray.mp4", "gray", span(0, 10, "b.mp4", 0, 10));
    private static final AlteredCopy INTRO =
            copy("a.intro.mp4", "intro", span(0, 5, "u.mp4", 0, 5), span(5, 15, "a.mp4", 0, 10));
    private static final CopySet SET =
            new CopySet(Path.of(""), List.of("a.mp4", "b.mp4", "u.mp4"), List.of(GRAY, SECOND, INTRO));

    @Test
    void countsCopiesByWhatIsSaidOfTheirOriginal() {
        var measured = measured(
                match("a.gray.mp4", "a.mp4", Kind.COPY, 0.9, new Span(0.5, 10, 0, 9.2)),
                match("b.gray.mp4", "b.mp4", Kind.SHARED_SPAN, 0.8, new Span(0, 8, 0, 8)),
                match("b.gray.mp4", "a.mp4", Kind.COPY, 0.7, new Span(0, 10, 0, 10)),
                match("a.intro.mp4", "a.mp4", Kind.SAME_SCENE, 0.6));

        assertThat(new CopyTable(measured).toString())
                .contains("| gray | 2 | 100.0 % | 50.0 % | 50.0 % |")
                .contains("| intro | 1 | 0.0 % | 0.0 % | – |")
                .contains("| all | 3 | 66.7 % | 33.3 % | 50.0 % |")
                .contains("as the same scene alone: 1 of 3");
    }

    @Test
    void showsTheFirstStageWhereItWasMeasured() {
        LaboratoryMatch found = match("a.gray.mp4", "a.mp4", Kind.COPY, 0.9, new Span(0, 10, 0, 10));

        assertThat(new CopyTable(new CopyMeasurement(SET, List.of(found), List.of(found))).toString())
                .contains("| gray | 2 | 50.0 % | 50.0 % | 50.0 % | 100.0 % |");
    }

    @Test
    void countsForeignFootageAsTrueInThePrecisionOfPairs() {
        var measured = measured(
                match("a.gray.mp4", "a.mp4", Kind.COPY, 0.9, new Span(0, 10, 0, 10)),
                match("b.gray.mp4", "b.mp4", Kind.COPY, 0.8, new Span(0, 10, 0, 10)),
                match("a.intro.mp4", "a.mp4", Kind.COPY, 0.7, new Span(5, 15, 0, 10)),
                match("a.intro.mp4", "u.mp4", Kind.SHARED_SPAN, 0.6, new Span(0, 5, 0, 5)));

        assertThat(measured.microAveragePrecision()).isCloseTo(1, within(1e-9));
        assertThat(measured.segmentAveragePrecision()).isCloseTo(1, within(1e-9));
        assertThat(measured(match("a.gray.mp4", "u.mp4", Kind.COPY, 0.9)).microAveragePrecision())
                .isZero();
    }

    @Test
    void leavesStillsOutOfThePrecisionOfSegments() {
        AlteredCopy still = copy("a.still.jpg", "still", span(0, 0, "a.mp4", 6, 6));
        var set = new CopySet(Path.of(""), List.of("a.mp4"), List.of(GRAY, still));
        var measured = new CopyMeasurement(
                set,
                List.of(
                        match("a.gray.mp4", "a.mp4", Kind.COPY, 0.8, new Span(0, 10, 0, 10)),
                        match("a.still.jpg", "a.mp4", Kind.COPY, 0.9, new Span(0, 0, 1, 2))),
                List.of());

        assertThat(measured.segmentAveragePrecision()).isCloseTo(1, within(1e-9));
    }

    private static CopyMeasurement measured(LaboratoryMatch... matches) {
        return new CopyMeasurement(SET, List.of(matches), List.of());
    }

    private static AlteredCopy copy(String file, String change, CopySpan... spans) {
        return new AlteredCopy(file, file.charAt(0) + ".mp4", change, List.of(spans), List.of());
    }

    private static CopySpan span(double from, double to, String source, double sourceFrom, double sourceTo) {
        return new CopySpan(from, to, source, sourceFrom, sourceTo, false);
    }
}
