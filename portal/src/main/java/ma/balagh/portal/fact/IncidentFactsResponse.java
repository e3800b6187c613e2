package ma.balagh.portal.fact;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as an incident tells it.
 *
 * @param dangerContinues nothing where nobody can tell
 * @param claim time and place as the first report claims them
 * @param placeCertainty how sure the incident's place is
 * @param reports how many reports there are
 */
@TemplateData
public record IncidentFactsResponse(
        @Nullable OffenceKindCode offence,
        @Nullable String summary,
        @Nullable Integer suspects,
        @Nullable Integer victims,
        OffenceFactsResponse.@Nullable VehicleResponse vehicle,
        @Nullable WeaponKindCode weapon,
        @Nullable String direction,
        @Nullable Boolean dangerContinues,
        @Nullable Claim claim,
        @Nullable PlaceCertaintyCode placeCertainty,
        @Nullable Integer reports) {

    /** What a report claims. */
    @TemplateData
    public record Claim(
            @Nullable Instant occurredAt, @Nullable String place) {}
}
