package ma.balagh.portal.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the portal sends to dispatch: only what was filled in. */
public interface IncidentCommands {

    /** Sends a unit. */
    record Assign(@Nullable String unitId) {}

    /** What a unit did. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(@Nullable String status, @Nullable String note) {}

    /** That it ends without an outcome. */
    record Cancel(@Nullable String note) {}

    /** How the incident ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resolve(
            @Nullable String kind,
            @Nullable Integer persons,
            @Nullable String note) {}

    /** That somebody was presented to a prosecutor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refer(
            @Nullable String court,
            @Nullable String reference,
            @Nullable Instant at) {}
}
