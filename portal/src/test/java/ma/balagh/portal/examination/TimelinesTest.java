package ma.balagh.portal.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelinesTest {

    @Test
    void tellsTheLengthsByTheSharesThatAreCovered() {
        // When
        Timelines lines = Timelines.of(match(0.5, 0.25, new Match.Span(2, 7, 10, 15)));

        // Then
        assertThat(lines.length()).isCloseTo(10, within(1e-9));
        assertThat(lines.otherLength()).isCloseTo(20, within(1e-9));
        assertThat(lines.pieces()).containsExactly(new Timelines.Piece(200, 700, 500, 750));
    }

    @Test
    void endsNoSoonerThanItsLastPiece() {
        // When: shares that were rounded up
        Timelines lines = Timelines.of(match(1, 1, new Match.Span(1, 4, 6, 9)));

        // Then
        assertThat(lines.length()).isEqualTo(4);
        assertThat(lines.otherLength()).isEqualTo(9);
    }

    @Test
    void drawsAPieceSoThatItIsSeen() {
        // When
        Timelines lines = Timelines.of(match(0.001, 0.001, new Match.Span(999.9, 1000, 0, 0.1)));

        // Then
        Timelines.Piece piece = lines.pieces().getFirst();
        assertThat(piece.width()).isGreaterThanOrEqualTo(4);
        assertThat(piece.to()).isLessThanOrEqualTo(Timelines.WIDTH);
        assertThat(piece.otherWidth()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void drawsNothingForPictures() {
        assertThat(Timelines.of(match(1, 1.0, new Match.Span(0, 0, 0, 0))).isLasting())
                .isFalse();
    }

    private static Match match(double coverage, double otherCoverage, Match.Span span) {
        UUID other = UUID.randomUUID();
        return new Match(
                new Match.Counterpart(Match.Counterpart.Kind.EVIDENCE, other, null, null),
                Match.Kind.COPY,
                Match.Moments.MOTION_AGREES,
                "NONE",
                List.of(),
                1.0,
                List.of(span),
                coverage,
                otherCoverage,
                0.9,
                null,
                null,
                null);
    }
}
