package ma.balagh.portal.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchTimelinesTest {

    @Test
    void tellsTheLengthsByTheSharesThatAreCovered() {
        // When
        MatchTimelines lines = MatchTimelines.of(match(0.5, 0.25, new MatchResponse.Span(2, 7, 10, 15)));

        // Then
        assertThat(lines.length()).isCloseTo(10, within(1e-9));
        assertThat(lines.otherLength()).isCloseTo(20, within(1e-9));
        assertThat(lines.pieces()).containsExactly(new MatchTimelines.Piece(200, 700, 500, 750));
    }

    @Test
    void endsNoSoonerThanItsLastPiece() {
        // When: shares that were rounded up
        MatchTimelines lines = MatchTimelines.of(match(1, 1, new MatchResponse.Span(1, 4, 6, 9)));

        // Then
        assertThat(lines.length()).isEqualTo(4);
        assertThat(lines.otherLength()).isEqualTo(9);
    }

    @Test
    void drawsAPieceSoThatItIsSeen() {
        // When
        MatchTimelines lines = MatchTimelines.of(match(0.001, 0.001, new MatchResponse.Span(999.9, 1000, 0, 0.1)));

        // Then
        MatchTimelines.Piece piece = lines.pieces().getFirst();
        assertThat(piece.width()).isGreaterThanOrEqualTo(4);
        assertThat(piece.to()).isLessThanOrEqualTo(MatchTimelines.WIDTH);
        assertThat(piece.otherWidth()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void drawsNothingForPictures() {
        assertThat(MatchTimelines.of(match(1, 1.0, new MatchResponse.Span(0, 0, 0, 0)))
                        .isLasting())
                .isFalse();
    }

    private static MatchResponse match(double coverage, double otherCoverage, MatchResponse.Span span) {
        UUID other = UUID.randomUUID();
        return new MatchResponse(
                new MatchResponse.Counterpart(MatchResponse.Counterpart.Kind.EVIDENCE, other, null, null),
                MatchResponse.Kind.COPY,
                MatchResponse.Moments.MOTION_AGREES,
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
