package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import java.util.List;

/**
 * All that a map is computed from.
 *
 * @param asOf the end of the day that it is computed for
 * @param digest of incidents, day and method: equal ones give equal maps
 * @param isKnown whether the latest map was computed from the same
 */
record MapInputs(
        String territory,
        List<VerifiedIncident> incidents,
        Instant asOf,
        MethodFigures method,
        String digest,
        boolean isKnown) {

    MapInputs {
        incidents = List.copyOf(incidents);
    }
}
