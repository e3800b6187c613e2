package ma.balagh.intake.evidence;

import static ma.balagh.http.Roles.ANALYST;
import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.DISPATCHER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;
import static ma.balagh.http.Roles.LABORATORY;
import static ma.balagh.http.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

/** What is said about an evidence: its description and its custody. */
@Path("/api/v1/evidence/{id}")
@Produces(MediaType.APPLICATION_JSON)
class EvidenceResource {

    private final EvidenceRepository repository;
    private final CustodyQueryService custody;
    private final EvidenceOrigins origins;
    private final Caller caller;
    private final Preconditions preconditions;

    EvidenceResource(
            EvidenceRepository repository,
            CustodyQueryService custody,
            EvidenceOrigins origins,
            Caller caller,
            Preconditions preconditions) {
        this.repository = repository;
        this.custody = custody;
        this.origins = origins;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @RolesAllowed({
        INTAKE_OFFICER,
        ANALYST,
        JUDICIAL_OFFICER,
        DISPATCHER,
        INTERNAL_AFFAIRS,
        COMMANDER,
        AUDITOR,
        LABORATORY,
        PARTNER
    })
    public RestResponse<EvidenceView> describe(UUID id) {
        Evidence evidence = visible(id);
        List<EvidenceRepository.Placement> placements = repository.placements(id, EvidenceView.MOST_REPORTS);
        int count = repository.count(id);
        List<UUID> reports =
                placements.stream().map(EvidenceRepository.Placement::reportId).toList();
        EvidenceView view = EvidenceView.of(evidence, placements, count, origins.of(id, reports));
        return preconditions.tagged(preconditions.tagOf(view), () -> view);
    }

    @GET
    @Path("/custody")
    @RolesAllowed({INTAKE_OFFICER, ANALYST, JUDICIAL_OFFICER, DISPATCHER, INTERNAL_AFFAIRS, COMMANDER, AUDITOR})
    public CustodyView custody(UUID id, @BeanParam PageRequest page) {
        Evidence evidence = visible(id);
        custody.close(evidence, caller);
        return custody.page(evidence, caller, page);
    }

    /** What internal affairs did with it: a chain of its own, which nobody else learns of. */
    @GET
    @Path("/custody/compartment")
    @RolesAllowed(INTERNAL_AFFAIRS)
    public CustodyView compartment(UUID id, @BeanParam PageRequest page) {
        Evidence evidence = visible(id);
        custody.close(evidence, caller);
        return custody.compartmentPage(evidence, caller, page);
    }

    private Evidence visible(UUID id) {
        return repository.findAsKnown(id).orElseThrow(() -> CommonProblem.notFound("the evidence"));
    }
}
