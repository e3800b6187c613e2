package ma.balagh.analysis.consultation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import ma.balagh.http.Roles;

/** How many dossiers wait, and for whom: of the caller's jurisdictions and compartments, as if there were no others. */
@Path("/api/v1/dossiers/backlog")
@Produces(MediaType.APPLICATION_JSON)
class DossierBacklogResource {

    private final DossierBacklogRepository dossiers;
    private final Clock clock;

    DossierBacklogResource(DossierBacklogRepository dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.COMMANDER)
    @Transactional
    public DossierBacklog count() {
        return dossiers.count(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
