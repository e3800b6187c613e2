package ma.balagh.dispatch.joint;

import java.util.List;
import ma.balagh.dispatch.incident.IncidentSpot;

/**
 * Where incidents are expected: where they were.
 *
 * @param seconds of the period in which they were counted
 */
record DemandForecast(List<IncidentSpot> spots, double seconds) {

    long incidents() {
        return spots.stream().mapToLong(IncidentSpot::incidents).sum();
    }

    /** Incidents in a second at each spot. */
    double[] rates() {
        return spots.stream().mapToDouble(spot -> spot.incidents() / seconds).toArray();
    }
}
