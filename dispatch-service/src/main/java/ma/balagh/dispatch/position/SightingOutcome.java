package ma.balagh.dispatch.position;

import ma.balagh.dispatch.unit.Position;
import ma.balagh.http.Violation;

/** What became of a sighting. */
sealed interface SightingOutcome {

    /**
     * It is known, or something newer was.
     *
     * @param position the newest of that unit
     */
    record Known(Position position) implements SightingOutcome {}

    /** There is no such unit, or none that whoever said it may speak of. */
    record NotFound() implements SightingOutcome {}

    /** The crew that said it may be of several units, and nobody can tell of which. */
    record Ambiguous(String callSign) implements SightingOutcome {}

    /** No unit gets there in the time. */
    record Implausible(long kilometresPerHour) implements SightingOutcome {

        Violation violation(String field) {
            return Violation.unfitting(
                    field, "lies %d km/h from where the unit was last seen".formatted(kilometresPerHour));
        }
    }
}
