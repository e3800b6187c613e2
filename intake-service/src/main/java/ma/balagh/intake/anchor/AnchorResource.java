package ma.balagh.intake.anchor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.ConsultationService;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The anchors of custody, for those who compare them with what they noted earlier. They show nothing of any evidence. */
@Path("/api/v1/custody/anchors")
@Produces(MediaType.APPLICATION_JSON)
class AnchorResource {

    private final AnchorService ledger;
    private final AnchorScheduler anchoring;
    private final ConsultationService consultations;
    private final IdempotencyService keys;

    AnchorResource(
            AnchorService ledger,
            AnchorScheduler anchoring,
            ConsultationService consultations,
            IdempotencyService keys) {
        this.ledger = ledger;
        this.anchoring = anchoring;
        this.consultations = consultations;
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    public Page<AnchorView> list(@BeanParam PageRequest page) {
        long before = page.after(Long::parseLong).orElse(Long.MAX_VALUE);
        return Page.of(
                        ledger.before(before, page.fetch()),
                        page,
                        stamped -> stamped.anchor().number())
                .map(stamped -> AnchorView.of(stamped.anchor(), stamped.stampedAt()));
    }

    /** Anchors now, whether or not anything moved: what the auditor takes away is of this moment. */
    @POST
    @RolesAllowed(Roles.AUDITOR)
    @RunOnVirtualThread
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = AnchorView.class)))
    public RestResponse<AnchorView> make() {
        return keys.once(Map.of(), () -> {
            consultations.closeAll();
            Anchor anchor = anchoring.make();
            AnchorView view =
                    AnchorView.of(anchor, ledger.stampedAt(anchor.number()).orElse(null));
            return RestResponse.ResponseBuilder.<AnchorView>create(RestResponse.Status.CREATED.getStatusCode())
                    .entity(view)
                    .build();
        });
    }
}
