package ma.balagh.portal.fact;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as far as a proposal said so.
 *
 * @param dangerContinues nothing where nobody can tell
 */
@TemplateData
public record OffenceFactsResponse(
        @Nullable OffenceKindCode offence,
        @Nullable String summary,
        @Nullable Integer suspects,
        @Nullable Integer victims,
        @Nullable VehicleResponse vehicle,
        @Nullable WeaponKindCode weapon,
        @Nullable String direction,
        @Nullable Boolean dangerContinues) {

    /** How the suspects' vehicle looks. */
    @TemplateData
    public record VehicleResponse(
            @Nullable VehicleKindCode kind, @Nullable String colour) {}
}
