package ma.balagh.dispatch.patrol;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A place of a plan.
 *
 * @param name null where nobody told it and no place of the gazetteer is near
 * @param cell of H3
 * @param weight how often it is to be visited, beside the others; of black spots the incidents expected in 30 days
 * @param secured whether it is secured in advance by hand
 * @param visits how many it is to have
 * @param reason why the commander has it secured; null where no reason was given, and for black spots
 */
@Embeddable
record PatrolSpot(
        @Nullable String name,
        String jurisdiction,
        String cell,
        double latitude,
        double longitude,
        double weight,
        boolean secured,
        Instant fromAt,
        Instant toAt,
        int visits,
        @Nullable String reason) {

    GeoPoint place() {
        return new GeoPoint(latitude, longitude);
    }

    SpotDemand demand(int number, PatrolConfig config) {
        return new SpotDemand(
                number,
                jurisdiction,
                place(),
                fromAt.getEpochSecond(),
                toAt.getEpochSecond(),
                visits,
                config.spacing().toSeconds(),
                secured);
    }
}
