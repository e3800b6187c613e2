package ma.balagh.dispatch.position;

import static ma.balagh.dispatch.position.SamplePositions.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTrackerTest {

    private static final UUID UNIT = IdGenerator.next();
    private static final Jurisdictions CASABLANCA = Jurisdictions.of("MA-CAS");

    @Test
    void believesTheFirstPositionWhereverItIs() {
        // Given
        var tracker = tracker(null, null);

        // When
        var outcome = tracker.take(said(at(1_000_000, 0)));

        // Then
        assertThat(outcome).isEqualTo(new SightingOutcome.Known(at(1_000_000, 0)));
        assertThat(tracker.points()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0"})
    void passesOverWhatIsNotNewerThanWhatIsKnown(long seconds) {
        // Given
        var tracker = tracker(at(0, 0), at(0, 0));

        // When
        var outcome = tracker.take(said(at(10, seconds)));

        // Then
        assertThat(outcome).isEqualTo(new SightingOutcome.Known(at(0, 0)));
        assertThat(tracker.moved()).isEmpty();
    }

    /** 100 m are the receiver's; the rest at 250 km/h, which is 69.4 m/s. */
    @ParameterizedTest
    @CsvSource({"160, 1, true", "180, 1, false", "7000, 100, true", "7100, 100, false", "25000, 100, false"})
    void believesNoUnitThatIsTooFast(double metres, long seconds, boolean believed) {
        // Given
        var tracker = tracker(at(0, 0), at(0, 0));

        // When
        var outcome = tracker.take(said(at(metres, seconds)));

        // Then
        assertThat(outcome).isInstanceOf(believed ? SightingOutcome.Known.class : SightingOutcome.Implausible.class);
        assertThat(tracker.moved().isEmpty()).isEqualTo(!believed);
    }

    @Test
    void saysHowFastItWouldBe() {
        assertThat(tracker(at(0, 0), at(0, 0)).take(said(at(25_100, 100))))
                .isEqualTo(new SightingOutcome.Implausible(900));
    }

    @Test
    void judgesEachSightingByTheOneBefore() {
        // Given
        var tracker = tracker(at(0, 0), at(0, 0));

        // When
        tracker.take(said(at(100, 5)));
        var stale = tracker.take(said(at(50, 3)));
        tracker.take(said(at(200, 10)));

        // Then
        assertThat(stale).isEqualTo(new SightingOutcome.Known(at(100, 5)));
        assertThat(tracker.moved().get(UNIT)).extracting(KnownUnit::last).isEqualTo(at(200, 10));
    }

    @Test
    void thinsTheTrack() {
        // Given
        var tracker = tracker(at(0, 0), at(0, 0));

        // When: a move of 40 m, one of 60 m from the last point, a rest of a minute
        tracker.take(said(at(40, 5)));
        tracker.take(said(at(60, 10)));
        tracker.take(said(at(61, 40)));
        tracker.take(said(at(61, 70)));

        // Then
        assertThat(tracker.points())
                .extracting(PositionTracker.TrackPoint::position)
                .containsExactly(at(60, 10), at(61, 70));
    }

    @Test
    void knowsNothingOfAUnitOfSomebodyElse() {
        // Given
        var tracker = tracker(at(0, 0), at(0, 0));

        // When
        var elsewhere = tracker.take(new UnitSighting(UNIT, at(10, 5), Jurisdictions.of("MA-RBA"), null));
        var other = tracker.take(new UnitSighting(UNIT, at(10, 5), CASABLANCA, "CASA-2"));
        var noUnit = tracker.take(new UnitSighting(IdGenerator.next(), at(10, 5), CASABLANCA, null));
        var own = tracker.take(new UnitSighting(UNIT, at(10, 5), CASABLANCA, "CASA-1"));

        // Then
        assertThat(elsewhere).isInstanceOf(SightingOutcome.NotFound.class);
        assertThat(other).isInstanceOf(SightingOutcome.NotFound.class);
        assertThat(noUnit).isInstanceOf(SightingOutcome.NotFound.class);
        assertThat(own).isInstanceOf(SightingOutcome.Known.class);
    }

    @Test
    void takesNothingOfACrewThatMayBeOfAnotherUnit() {
        // Given
        var tracker = new PositionTracker(
                new PositionRules(SamplePositions.CONFIG),
                Map.of(UNIT, new KnownUnit("MA-CAS-ANFA", "CASA-1", List.of("MA-CAS", "MA-CAS-ANFA"), null, null)));

        // When
        var above = tracker.take(new UnitSighting(UNIT, at(0, 0), CASABLANCA, "CASA-1"));
        var aboveBoth = tracker.take(new UnitSighting(UNIT, at(0, 0), Jurisdictions.of("MA"), "CASA-1"));
        var other = tracker.take(new UnitSighting(UNIT, at(0, 0), Jurisdictions.of("MA"), "CASA-2"));

        // Then
        assertThat(above).isInstanceOf(SightingOutcome.NotFound.class);
        assertThat(aboveBoth).isEqualTo(new SightingOutcome.Ambiguous("CASA-1"));
        assertThat(other).isInstanceOf(SightingOutcome.NotFound.class);
        assertThat(tracker.moved()).isEmpty();
        assertThat(tracker.take(new UnitSighting(UNIT, at(0, 0), Jurisdictions.of("MA-CAS-ANFA"), "CASA-1")))
                .isInstanceOf(SightingOutcome.Known.class);
        assertThat(tracker.take(new UnitSighting(UNIT, at(10, 5), Jurisdictions.of("MA"), null)))
                .isInstanceOf(SightingOutcome.Known.class);
    }

    private static UnitSighting said(Position position) {
        return new UnitSighting(UNIT, position, CASABLANCA, null);
    }

    private static PositionTracker tracker(@Nullable Position last, @Nullable Position tracked) {
        return new PositionTracker(
                new PositionRules(SamplePositions.CONFIG),
                Map.of(UNIT, new KnownUnit("MA-CAS-ANFA", "CASA-1", List.of("MA-CAS-ANFA"), last, tracked)));
    }
}
