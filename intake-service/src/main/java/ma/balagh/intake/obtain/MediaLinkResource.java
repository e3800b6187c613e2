package ma.balagh.intake.obtain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Chasing the media that reports name by address. The list is oldest first, unlike others: what has waited longest is to
 * be done first. A file is brought by hand to {@code POST /reports/{id}/media?mediaLink=}.
 */
@Path("/api/v1/media-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INTAKE_OFFICER)
class MediaLinkResource {

    private final MediaLinkService links;
    private final Caller caller;
    private final IdempotencyService keys;
    private final Preconditions preconditions;

    MediaLinkResource(MediaLinkService links, Caller caller, IdempotencyService keys, Preconditions preconditions) {
        this.links = links;
        this.caller = caller;
        this.keys = keys;
        this.preconditions = preconditions;
    }

    @GET
    public Page<MediaLinkView> find(@BeanParam LinkCriteria filter, @BeanParam PageRequest request) {
        return links.page(filter, request);
    }

    @GET
    @Path("/{id}")
    public RestResponse<MediaLinkView> read(UUID id) {
        MediaLinkView link = visible(id);
        return preconditions.tagged(preconditions.tagOf(link), () -> link);
    }

    /** Now, and for ever again if need be. */
    @POST
    @Path("/{id}/retry")
    public RestResponse<MediaLinkView> retry(UUID id, @Valid RetryLink command) {
        return keys.once(command, () -> visible(id), () -> {
            MediaLinkView link = visible(id);
            preconditions.requireMatch(preconditions.tagOf(link));
            links.retry(link, command.reason().strip(), caller);
            MediaLinkView changed = visible(id);
            return RestResponse.ResponseBuilder.ok(changed)
                    .tag(preconditions.tagOf(changed))
                    .build();
        });
    }

    private MediaLinkView visible(UUID id) {
        return links.find(id).orElseThrow(() -> CommonProblem.notFound("the link"));
    }
}
