package ma.balagh.portal.dossier;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import ma.balagh.portal.examination.ViewerLanguageFilter;
import ma.balagh.portal.upstream.CallerTokenFilter;
import ma.balagh.portal.upstream.ProblemExceptionMapper;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the portal asks of analysis. */
@RegisterRestClient(configKey = "analysis")
@ApplyGuard("analysis")
@RegisterProvider(CallerTokenFilter.class)
@RegisterProvider(ViewerLanguageFilter.class)
@RegisterProvider(ProblemExceptionMapper.class)
@Path("/api/v1/dossiers")
public interface AnalysisClient {

    @GET
    ResponsePage<DossierRowResponse> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("q") @Nullable String words,
            @QueryParam("reportId") @Nullable UUID reportId,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /** For commanders alone. */
    @GET
    @Path("/backlog")
    DossierBacklogResponse backlog();

    @GET
    @Path("/{id}")
    DossierResponse read(@PathParam("id") UUID id);

    /**
     * For somebody who is about to be shown its evidence.
     *
     * @param purpose as the header writes it: why; analysis keeps it
     */
    @GET
    @Path("/{id}")
    DossierResponse read(@PathParam("id") UUID id, @HeaderParam("X-Purpose") String purpose);

    /** With its {@code ETag}, for judging what was read. */
    @GET
    @Path("/{id}")
    RestResponse<DossierResponse> readTagged(@PathParam("id") UUID id);

    /** @param tag of the dossier as it was read; 412 when it changed since */
    @PUT
    @Path("/{id}/urgency")
    void changeUrgency(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag, UrgencyForm.Change change);

    /** Back to what analysis reckons. */
    @DELETE
    @Path("/{id}/urgency")
    void revertUrgency(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String tag);

    /** @param tag of the dossier as it was read; 412 when it changed since */
    @POST
    @Path("/{id}/verdict-proposals")
    void propose(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            VerdictCommands.Propose proposal);

    /** @param tag of the dossier as it was read; 412 when it changed since */
    @POST
    @Path("/{id}/verdict-proposals/{proposalId}/decision")
    void decide(
            @PathParam("id") UUID id,
            @PathParam("proposalId") UUID proposalId,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            VerdictCommands.Decide decision);

    @POST
    @Path("/{id}/join")
    void join(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            DossierCommands.Join command);

    /** @return an answer whose {@code Location} is the new dossier */
    @POST
    @Path("/{id}/separation")
    RestResponse<Void> separate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            DossierCommands.Separate command);

    @POST
    @Path("/{id}/reopening")
    void reopen(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            DossierCommands.Reopen command);

    /** @param tag of the dossier as it was read; 412 when it changed since */
    @POST
    @Path("/{id}/reopening/{reopeningId}/decision")
    void decideReopening(
            @PathParam("id") UUID id,
            @PathParam("reopeningId") UUID reopeningId,
            @HeaderParam("If-Match") @Nullable String tag,
            @HeaderParam("Idempotency-Key") String key,
            VerdictCommands.Decide decision);
}
