package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan in a list, as dispatch answers it. */
@TemplateData
public record PatrolPlanSummaryResponse(
        UUID id,
        String jurisdiction,
        Instant from,
        Instant to,
        @Nullable PatrolPlanStateCode state,
        Instant madeAt,
        String madeBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        int repairs) {}
