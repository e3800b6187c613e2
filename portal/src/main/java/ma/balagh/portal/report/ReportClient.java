package ma.balagh.portal.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about reports. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/reports")
public interface ReportClient {

    @GET
    ResponsePage<ReportResponse> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("q") @Nullable String words,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    ReportResponse read(@PathParam("id") UUID id);

    @POST
    ReportResponse file(@HeaderParam("Idempotency-Key") String key, File report);

    /** Takes an answer by rule back. */
    @POST
    @Path("/{id}/rule-stop")
    void stopRule(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Reason reason);

    /** Lets the rule answer it again. */
    @POST
    @Path("/{id}/rule-resumption")
    void resumeRule(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Reason reason);

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** All of them, or none. */
    @POST
    @Path("/answers")
    void answer(@HeaderParam("Idempotency-Key") String key, AnswerAll command);

    /** One answer for many reports. */
    record AnswerAll(
            String answer, List<String> reportIds, @Nullable String reason) {}

    /** A report as the desk files it: only what was filled in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            @Nullable String channel,
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable Instant publishedAt,
            @Nullable Claim claim,
            @Nullable String jurisdiction,
            @Nullable List<String> mediaUrls,
            @Nullable Reporter reporter) {}

    /** Time and place as claimed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claim(
            @Nullable Instant occurredAt,
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Who told us; intake keeps it apart and encrypted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reporter(@Nullable String name, @Nullable String contact) {}
}
