package ma.balagh.dispatch.campaign;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.YearMonth;
import ma.balagh.http.Preconditions;
import ma.balagh.http.PublicRequestLimiter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What became of the videos that were published, for everybody: without a token, without cookies, to be kept by caches. */
@Tag(name = "Public")
@Path("/api/v1/public")
@PermitAll
@SecurityRequirements
class PublicStatisticsResource {

    private static final String MONTH = "20\\d{2}-(?:0[1-9]|1[0-2])";
    private static final String EXPECTED = "must be a month such as 2026-10";
    private static final int LONGEST = 7;

    /** Where the public reads how figures are made. */
    private static final String METHOD = "/public/statistics#method";

    private final PublicStatisticsService statistics;
    private final PublicRequestLimiter limiter;
    private final Preconditions preconditions;
    private final String caching;
    private final String method;

    PublicStatisticsResource(
            PublicStatisticsService statistics,
            PublicRequestLimiter limiter,
            Preconditions preconditions,
            CampaignConfig config,
            @ConfigProperty(name = "balagh.communique.public-address") URI publicAddress) {
        this.statistics = statistics;
        this.limiter = limiter;
        this.preconditions = preconditions;
        this.caching = "public, max-age=" + config.cacheFor().toSeconds();
        this.method = "<%s>; rel=\"describedby\"".formatted(publicAddress.resolve(METHOD));
    }

    @GET
    @Path("/statistics")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How many published videos were taken in, examined, found true, false or old, and how fast",
            description =
                    "By month and city; the last twelve months that are published if none are asked for, sixty at most."
                            + " Counts have noise and are rounded, so that they tell of nobody; method says how.")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<PublicStatisticsView> figures(
            @QueryParam("from") @Size(max = LONGEST) @Pattern(regexp = MONTH, message = EXPECTED) @Nullable String from,
            @QueryParam("to") @Size(max = LONGEST) @Pattern(regexp = MONTH, message = EXPECTED) @Nullable String to) {
        var shown = read(from, to);
        return kept(preconditions.tagged(preconditions.tagOf(shown), () -> shown));
    }

    @GET
    @Path("/statistics.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            summary = "The same as a table, a line for each month and area",
            description =
                    "An empty field is a figure of fewer than ten, or a time of which too few were measured. The header Link"
                            + " leads to the method (rel=describedby).")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<String> table(
            @QueryParam("from") @Size(max = LONGEST) @Pattern(regexp = MONTH, message = EXPECTED) @Nullable String from,
            @QueryParam("to") @Size(max = LONGEST) @Pattern(regexp = MONTH, message = EXPECTED) @Nullable String to) {
        var shown = read(from, to);
        RestResponse<String> answer =
                kept(preconditions.tagged(preconditions.tagOf(shown), () -> PublicStatisticsCsvWriter.write(shown)));
        answer.getHeaders()
                .putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"balagh-statistics.csv\"");
        answer.getHeaders().putSingle(HttpHeaders.LINK, method);
        return answer;
    }

    private PublicStatisticsView read(@Nullable String from, @Nullable String to) {
        limiter.require();
        return statistics.figures(month(from), month(to));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text == null ? null : YearMonth.parse(text);
    }

    private <T> RestResponse<T> kept(RestResponse<T> answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, caching);
        return answer;
    }
}
