package ma.balagh.dispatch.road;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what travel times follow, and why they do not follow roads. A replica is ready either way. */
@Readiness
@ApplicationScoped
class RoadReadinessCheck implements HealthCheck {

    private final RoadGraphLifecycle roads;

    RoadReadinessCheck(RoadGraphLifecycle roads) {
        this.roads = roads;
    }

    @Override
    public HealthCheckResponse call() {
        var missing = roads.missing();
        var response = HealthCheckResponse.named("roads")
                .up()
                .withData("basis", (missing.isEmpty() ? TravelBasis.ROAD : TravelBasis.STRAIGHT_LINE).name());
        missing.ifPresent(reason -> response.withData("missing", reason));
        return response.build();
    }
}
