package ma.balagh.portal.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import ma.balagh.portal.fact.FactCommands;
import org.jspecify.annotations.Nullable;

/** What the portal sends to analysis: only what was filled in. */
public interface VerdictCommands {

    /** A verdict that somebody proposes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Propose(
            @Nullable String verdict,
            @Nullable String reasons,
            @Nullable Integer severity,
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Instant occurredAt,
            @Nullable String knownCase,
            @Nullable String placeCertainty,
            FactCommands.@Nullable Facts facts,
            FactCommands.@Nullable Still still) {}

    /** What the second person says. */
    record Decide(@Nullable String decision, @Nullable String reason) {}
}
