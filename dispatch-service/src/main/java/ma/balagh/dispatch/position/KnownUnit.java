package ma.balagh.dispatch.position;

import java.util.List;
import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/**
 * A unit with where it was last seen.
 *
 * @param namesakes the territories of all units of its call sign, its own among them
 * @param last null until it was seen
 * @param tracked the last point of its track; null until it was seen
 */
record KnownUnit(
        String jurisdiction,
        String callSign,
        List<String> namesakes,
        @Nullable Position last,
        @Nullable Position tracked) {

    KnownUnit movedTo(Position position, boolean isPoint) {
        return new KnownUnit(jurisdiction, callSign, namesakes, position, isPoint ? position : tracked);
    }
}
