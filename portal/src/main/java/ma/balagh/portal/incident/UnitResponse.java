package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patrol that can be sent. */
@TemplateData
public record UnitResponse(
        UUID id,
        String callSign,
        String kind,
        int crew,
        String jurisdiction,
        @Nullable Status status,
        @Nullable Position position) {

    /** What a unit is doing. */
    public enum Status {
        AVAILABLE,
        ASSIGNED,
        EN_ROUTE,
        ON_SCENE,
        BUSY,
        OFF_DUTY
    }

    /** Where it was last seen. */
    @TemplateData
    public record Position(double latitude, double longitude, Instant at) {}
}
