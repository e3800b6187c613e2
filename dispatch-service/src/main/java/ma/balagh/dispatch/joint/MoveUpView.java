package ma.balagh.dispatch.joint;

import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * An idle unit that should go somewhere else.
 *
 * @param post the name of the home post that is there; null where none is
 * @param estimatedSeconds until it is there
 * @param coverageBefore the share of incidents that idle units reach in time before it goes, between 0 and 1
 * @param coverageAfter the same once it is there
 */
record MoveUpView(
        UUID unitId,
        String callSign,
        GeoPoint from,
        GeoPoint to,
        @Nullable String post,
        long estimatedSeconds,
        double coverageBefore,
        double coverageAfter) {}
