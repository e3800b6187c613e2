package ma.balagh.dispatch.position;

import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/**
 * A unit with where it was last seen.
 *
 * @param last null until it was seen
 * @param tracked the last point of its track; null until it was seen
 */
record KnownUnit(
        String jurisdiction,
        String callSign,
        @Nullable Position last,
        @Nullable Position tracked) {

    KnownUnit movedTo(Position position, boolean isPoint) {
        return new KnownUnit(jurisdiction, callSign, position, isPoint ? position : tracked);
    }
}
