package ma.balagh.dispatch.road;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Where nobody can drive or walk.
 *
 * @param until when it opens again; null until somebody lifts the closure
 */
record ClosedArea(Geometry geometry, @Nullable Instant until) {

    boolean isClosedAt(Instant moment) {
        return until == null || until.isAfter(moment);
    }
}
