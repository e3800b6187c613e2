package ma.balagh.dispatch.blackspot;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points that somebody has from elsewhere. */
@Schema(name = "BlackSpotAnalysisRequest")
record SpotAnalysisRequest(
        @NotNull @Size(min = 1, max = MOST_POINTS) List<@Valid @NotNull PointInTime> points,

        @Schema(
                description =
                        "The study area: cells of H3, all of one resolution. Absent: the cells of the points, of the"
                                + " resolution that black spots have, with their neighbours")
        @Nullable
        @Size(min = 1, max = MOST_POINTS)
        List<@NotNull @Size(max = 16) @Pattern(regexp = "^[0-9a-f]{15,16}$", message = "must be a cell of H3") String>
                cells,

        @Schema(
                description =
                        "How many significance comes from; times the points and the pairs that are near, at most 700 million")
        @Min(1)
        @Max(MOST_PERMUTATIONS)
        int permutations,

        @Schema(description = "What permutations start from")
        long seed,

        @Schema(description = "Metres up to which points are near; absent: those of black spots")
        @Nullable
        @DecimalMin("1")
        @DecimalMax("5000")
        Double metres,

        @Schema(description = "Days up to which points are soon; absent: those of black spots")
        @Nullable
        @DecimalMin("0.01")
        @DecimalMax("3660")
        Double days) {

    static final int MOST_POINTS = 20_000;
    static final int MOST_PERMUTATIONS = 99_999;

    /** @param at when it was */
    @Schema(name = "PointInTime")
    record PointInTime(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @NotNull Instant at) {}
}
