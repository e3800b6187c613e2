package ma.balagh.portal.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about sources. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/sources")
public interface SourceClient {

    @GET
    ResponsePage<SourceResponse> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/health")
    SourcesHealthResponse health();

    @POST
    SourceResponse watch(@HeaderParam("Idempotency-Key") String key, Describe description);

    /** With its {@code ETag}, for changing what was read. */
    @GET
    @Path("/{id}")
    RestResponse<SourceResponse> readTagged(@PathParam("id") UUID id);

    /** @param tag of the source as it was read; 412 when somebody changed it since */
    @PUT
    @Path("/{id}")
    SourceResponse describe(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Describe description);

    /** @param tag of the source as it was read; 412 when somebody changed it since */
    @DELETE
    @Path("/{id}")
    void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    @POST
    @Path("/{id}/poll")
    SourceResponse poll(@PathParam("id") UUID id);

    /** What its sender signs with. */
    @POST
    @Path("/{id}/secrets")
    Secret changeSecret(@PathParam("id") UUID id);

    /** A source as an officer wants it: only what was filled in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Describe(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String url,
            @Nullable String interval,
            @Nullable String jurisdiction,
            @Nullable List<String> keywords,
            boolean enabled) {}

    /** @param earlierUntil how long the one before is valid, too; absent where there was none */
    @TemplateData
    record Secret(String secret, @Nullable Instant earlierUntil) {}
}
