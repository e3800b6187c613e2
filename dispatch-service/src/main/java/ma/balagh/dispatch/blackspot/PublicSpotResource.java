package ma.balagh.dispatch.blackspot;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Preconditions;
import ma.balagh.http.PublicRequestLimiter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Black spots for everybody: without a token, without cookies, to be kept by caches. */
@Tag(name = "Public")
@Path("/api/v1/public/black-spots")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@SecurityRequirements
class PublicSpotResource {

    private final PublicSpotService spots;
    private final PublicRequestLimiter limiter;
    private final Preconditions preconditions;
    private final String caching;

    PublicSpotResource(
            PublicSpotService spots,
            PublicRequestLimiter limiter,
            Preconditions preconditions,
            PublicSpotConfig config) {
        this.spots = spots;
        this.limiter = limiter;
        this.preconditions = preconditions;
        this.caching = "public, max-age=" + config.cacheFor().toSeconds();
    }

    @GET
    @Operation(
            summary = "Where black spots are, in large cells",
            description =
                    "An old map that changes once a month. A large cell has at least five incidents of a year; their"
                            + " number, hours and places are not told.")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<PublicSpotListView> list() {
        limiter.require();
        var shown = spots.list();
        RestResponse<PublicSpotListView> answer = preconditions.tagged(preconditions.tagOf(shown), () -> shown);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, caching);
        return answer;
    }
}
