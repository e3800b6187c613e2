package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.FootageMatch.Span;
import ma.balagh.analysis.motion.AffineAlignment;
import ma.balagh.analysis.motion.InsetDrift;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchClassifierTest {

    private static final PictureAlignment DETAILS = new PictureAlignment(
            PictureAlignment.Rectangle.ALL,
            PictureAlignment.Rectangle.ALL,
            0.5,
            0,
            AffineAlignment.of(Transformation.NONE),
            InsetDrift.NONE);

    @ParameterizedTest
    @CsvSource({
        // how long this is and the other is, which seconds of both are the same, what that means
        "10, 10, 0, 10, 0, COPY, all of both",
        "10, 60, 1, 9, 30, COPY, mostly a piece of it",
        "60, 10, 20, 30, 0, COPY, holds all of it",
        "60, 30, 20, 25, 10, COPY, holds a piece of it amid other footage",
        "10, 10, 4.5, 10, 4.5, SHARED_SPAN, an ending of films that happen to be as long",
        "10, 10, 0, 4, 0, SHARED_SPAN, an intro before films that happen to be as long",
        "10, 14, 0, 5, 0, SHARED_SPAN, an intro before films of other lengths",
        "10, 10, 0, 6, 1, SHARED_SPAN, as long but out of step",
        "30, 40, 20, 30, 30, SHARED_SPAN, an ending of both",
    })
    void tellsCopiesFromWhatIsOnlyShared(
            double duration, double otherDuration, double from, double to, double otherFrom, Kind kind, String what) {
        assertThat(kind(duration, otherDuration, new Span(from, to, otherFrom, otherFrom + to - from), null))
                .as(what)
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 4.5, 10, 4.5, COPY, as long and in step: the beginning is not recognised",
        "4, 4, 0, 2, 0, COPY, as long and in step: the end is not recognised",
        "10, 10, 0, 4, 0, SHARED_SPAN, less than half",
        "10, 10, 0, 6, 1, SHARED_SPAN, out of step",
        "10, 14, 0, 6, 0, SHARED_SPAN, of other lengths",
    })
    void expectsMoreOfWhatIsSeenByDetailsOnly(
            double duration, double otherDuration, double from, double to, double otherFrom, Kind kind, String what) {
        assertThat(kind(duration, otherDuration, new Span(from, to, otherFrom, otherFrom + to - from), DETAILS))
                .as(what)
                .isEqualTo(kind);
    }

    @Test
    void tellsTheOtherHalfOfADividedPictureFromABackground() {
        var all = new Span(0, 10, 0, 10);
        FootageMatch right = match(10, 10, all, at(new PictureAlignment.Rectangle(0.51, 0, 1, 1)));
        FootageMatch left = match(10, 10, all, at(new PictureAlignment.Rectangle(0, 0, 0.51, 1)));
        FootageMatch behind = match(10, 10, all, null);

        assertThat(new MatchClassifier(10, List.of(right, left)).decided())
                .extracting(FootageMatch::kind)
                .containsOnly(Kind.COPY);
        assertThat(new MatchClassifier(10, List.of(right, behind))
                        .decided()
                        .getLast()
                        .kind())
                .isEqualTo(Kind.SHARED_SPAN);
    }

    private static PictureAlignment at(PictureAlignment.Rectangle place) {
        return PictureAlignment.of(place, PictureAlignment.Rectangle.ALL, Transformation.NONE);
    }

    private static Kind kind(double duration, double otherDuration, Span span, @Nullable PictureAlignment view) {
        FootageMatch match = match(duration, otherDuration, span, view);
        return new MatchClassifier(duration, List.of(match))
                .decided()
                .getFirst()
                .kind();
    }

    private static FootageMatch match(
            double duration, double otherDuration, Span span, @Nullable PictureAlignment view) {
        return new FootageMatch(
                UUID.randomUUID(),
                Kind.SHARED_SPAN,
                Transformation.NONE,
                view,
                List.of(span),
                span.length() / duration,
                span.length() / otherDuration,
                0.9,
                null,
                null,
                Set.of());
    }
}
