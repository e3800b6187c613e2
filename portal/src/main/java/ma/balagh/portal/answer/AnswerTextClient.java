package ma.balagh.portal.answer;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of intake about the texts of answers. */
@RegisterRestClient(configKey = "intake")
@ApplyGuard("intake")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/answer-texts")
public interface AnswerTextClient {

    @GET
    ResponsePage<TextVersionResponse> list();

    /** With its {@code ETag}, for editing what was read. */
    @GET
    @Path("/{key}")
    RestResponse<TextVersionResponse> readTagged(@PathParam("key") String key);

    /** Newest first. */
    @GET
    @Path("/{key}/versions")
    ResponsePage<TextVersionResponse> versions(
            @PathParam("key") String key,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /** Proposes it. @param tag of the text as it was read; 412 when somebody edited it since */
    @PUT
    @Path("/{key}")
    TextVersionResponse edit(@PathParam("key") String key, @HeaderParam("If-Match") @Nullable String tag, Edit edit);

    /** @param tag of the text as it was read; 412 when it, or what is proposed, changed since */
    @POST
    @Path("/{key}/proposals/{proposalId}/decision")
    TextVersionResponse decide(
            @PathParam("key") String key,
            @PathParam("proposalId") UUID proposalId,
            @HeaderParam("If-Match") @Nullable String tag,
            Decide decision);

    /** What the second person says. */
    record Decide(@Nullable String decision) {}

    /** The text as it shall be. */
    record Edit(
            @Nullable String ar,
            @Nullable String fr,
            @Nullable String en) {}
}
