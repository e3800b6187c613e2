package ma.balagh.portal.relevance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about what items are scored by. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/relevance")
public interface RelevanceClient {

    /** With its {@code ETag}, for changing what was read. */
    @GET
    @Path("/terms")
    RestResponse<TermListResponse> readTagged();

    /** @param tag of the list as it was read; 412 when somebody changed it since */
    @PUT
    @Path("/terms")
    TermListResponse change(@HeaderParam("If-Match") @Nullable String tag, Change change);

    @GET
    @Path("/terms/versions")
    ResponsePage<Version> versions(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/terms/versions/{version}")
    TermListResponse version(@PathParam("version") int version);

    /** Scores a text, and stores nothing. */
    @POST
    @Path("/assessments")
    Assessment assess(Text text);

    /** The whole list as it shall be. */
    record Change(
            int threshold,
            List<TermListResponse.Term> terms,
            @Nullable String reason) {}

    /** @param terms how many it has */
    @TemplateData
    record Version(int version, int threshold, int terms, String reason, String by, Instant at) {}

    /** What is tried. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {}

    /** What it would be scored. */
    @TemplateData
    record Assessment(
            int score, boolean relevant, int threshold, int termsVersion, List<RelevanceReasonResponse> reasons) {}
}
