package ma.balagh.dispatch.recommendation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Page;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which units to send, over REST: one page, best first. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/{id}/recommendations")
@Produces(MediaType.APPLICATION_JSON)
class RecommendationResource {

    private final UnitProposalService proposals;

    RecommendationResource(UnitProposalService proposals) {
        this.proposals = proposals;
    }

    @GET
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Units to send, best first, with reasons for and against", description = """
                    As many as somebody looks through, by configuration 30 that can be sent at once, and more where fewer than \
                    three of a kind, of a skill, of a territory that helps out or for an open role of the run card would be \
                    among them; then 20 busy ones. Considered are the 100 that were seen lately and are nearest along the \
                    straight line, others up to 300 that could be there sooner, and those further away that the run card asks \
                    for.""")
    public Page<Recommendation> recommend(UUID id) {
        return new Page<>(proposals.recommend(id), null);
    }
}
