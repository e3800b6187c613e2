package ma.balagh.dispatch.blackspot;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Black spots over REST, and their statistics for data of others. */
@Tag(name = "Black spots")
@Path("/api/v1/black-spots")
@Produces(MediaType.APPLICATION_JSON)
class BlackSpotResource {

    private static final int LAST_HOUR_OF_WEEK = 167;

    private final BlackSpotService service;
    private final SpotAnalysisService analyses;
    private final Timestamps moments;

    BlackSpotResource(BlackSpotService service, SpotAnalysisService analyses, Timestamps moments) {
        this.service = service;
        this.analyses = analyses;
        this.moments = moments;
    }

    @GET
    @RolesAllowed({Roles.COMMANDER, Roles.DISPATCHER, Roles.ANALYST})
    @Operation(
            summary = "Where verified incidents cluster",
            description =
                    "Learned from confirmed presumed offences with a place and from nothing else. What did not hold"
                            + " more than naive counting on the months that were held back is not shown; maps says so.")
    public BlackSpotListView list(
            @QueryParam("at") @Nullable Instant at,
            @QueryParam("hour") @Min(0) @Max(LAST_HOUR_OF_WEEK) @Nullable Integer hour,
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
                    @Nullable
                    String jurisdiction) {
        return service.list(moments.past("at", at), WeekWindow.of(hour), jurisdiction);
    }

    @POST
    @Path("/analysis")
    @RolesAllowed({Roles.ANALYST, Roles.COMMANDER})
    @Operation(
            summary = "The same statistics for other data; nothing is stored",
            description = "Each point counts one. Cells are those given, else those of the points and their neighbours;"
                    + " points outside the cells count for near repeats and clusters alone.")
    public SpotAnalysisView analyse(@Valid @NotNull SpotAnalysisRequest request) {
        return analyses.analyse(request);
    }
}
