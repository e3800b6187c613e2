package ma.balagh.portal.communique;

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
import java.util.UUID;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of dispatch about communiqués. */
@RegisterRestClient(configKey = "dispatch")
@ApplyGuard("dispatch")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/communiques")
public interface CommuniqueClient {

    @GET
    ResponsePage<CommuniqueSummaryResponse> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    RestResponse<CommuniqueResponse> read(@PathParam("id") UUID id);

    @POST
    CommuniqueResponse draft(@HeaderParam("Idempotency-Key") String key, Write command);

    @PUT
    @Path("/{id}")
    CommuniqueResponse rewrite(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Write command);

    @POST
    @Path("/{id}/finding-answers")
    CommuniqueResponse answer(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Answer command);

    /** @param tag of what was read; without it nothing is approved */
    @POST
    @Path("/{id}/approval")
    CommuniqueResponse approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    @POST
    @Path("/{id}/retraction")
    CommuniqueResponse retract(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, Retract command);

    /** What a communiqué is to say. */
    record Write(
            @Nullable String jurisdiction,
            @Nullable String kind,
            @Nullable Texts texts,
            List<UUID> incidentIds,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Alert alert,
            @Nullable Instant embargoUntil,
            @Nullable UUID corrects) {}

    /** What it says in each language. */
    record Texts(
            @Nullable String ar,
            @Nullable String fr,
            @Nullable String en) {}

    /** What an alert says beside. */
    record Alert(
            @Nullable String urgency,
            @Nullable String severity,
            @Nullable String certainty,
            @Nullable Instant expiresAt) {}

    /** Why something that was found may stay. */
    record Answer(
            @Nullable String language,
            @Nullable String kind,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String reason) {}

    /** Why it is withdrawn. */
    record Retract(@Nullable String reason) {}
}
