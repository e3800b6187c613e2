package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A busy unit that is to come when it is free.
 *
 * @param ready whether it is free and can be sent
 * @param freeInSeconds when it will be free; nothing where nobody knows
 * @param estimatedSeconds when it would be there; nothing where nobody knows
 */
@TemplateData
public record PlannedUnitResponse(
        UUID unitId,
        String callSign,
        RunCardCoverageResponse.@Nullable Role role,
        String plannedBy,
        Instant plannedAt,
        UnitResponse.@Nullable Status status,
        boolean ready,
        @Nullable Double freeInSeconds,
        @Nullable Double estimatedSeconds) {}
