package ma.balagh.analysis.rendition;

import static ma.balagh.http.Roles.ANALYST;
import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.analysis.examination.VisibleExaminationService;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Ordering renditions of an examined evidence, and those that there are. */
@Path("/api/v1/examinations/{id}/renditions")
@Produces(MediaType.APPLICATION_JSON)
class RenditionOrderResource {

    private static final int TRIES = 3;

    private final VisibleExaminationService examinations;
    private final RenditionRepository repository;
    private final RenditionConfig config;
    private final IdempotencyService keys;
    private final Caller caller;
    private final Clock clock;

    RenditionOrderResource(
            VisibleExaminationService examinations,
            RenditionRepository repository,
            RenditionConfig config,
            IdempotencyService keys,
            Caller caller,
            Clock clock) {
        this.examinations = examinations;
        this.repository = repository;
        this.config = config;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ANALYST, JUDICIAL_OFFICER, COMMANDER, AUDITOR, INTERNAL_AFFAIRS})
    public Page<RenditionView> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return Page.of(repository.of(examinations.require(id), page), page, Rendition::id)
                .map(rendition -> rendition.view(config.keep()));
    }

    /** 201 for a new one, 200 for the one that fulfils the same wish already, or is about to. */
    @POST
    @RolesAllowed({ANALYST, JUDICIAL_OFFICER, INTERNAL_AFFAIRS})
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RenditionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "There is one already",
            content = @Content(schema = @Schema(implementation = RenditionView.class)))
    public RestResponse<RenditionView> order(@PathParam("id") UUID id, @Valid OrderRendition order) {
        RenditionRequest wish = order.wish();
        return keys.once(order, () -> examinations.require(id), () -> order(examinations.require(id), wish));
    }

    private RestResponse<RenditionView> order(VisibleExaminationService.Seen examination, RenditionRequest wish) {
        examination.requireKept();
        for (int k = 0; k < TRIES; k++) {
            boolean isNew = repository.insert(examination, wish, caller, clock.instant());
            var rendition = repository.fulfilling(examination, wish);
            if (rendition.isPresent()) {
                var answer = RestResponse.ResponseBuilder.<RenditionView>create(
                                isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                        .location(RenditionView.address(rendition.get().id()));
                return answer.entity(rendition.get().view(config.keep())).build();
            }
        }
        throw new IllegalStateException("a rendition comes and goes");
    }
}
