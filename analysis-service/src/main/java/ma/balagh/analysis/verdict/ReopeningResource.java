package ma.balagh.analysis.verdict;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.analysis.dossier.ActView;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyKeys;
import ma.balagh.http.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** Opening a concluded dossier again. {@code If-Match} is the dossier's tag: withdraw the verdict that you have read. */
@Path("/api/v1/dossiers/{dossierId}/reopening")
@Produces(MediaType.APPLICATION_JSON)
class ReopeningResource {

    private final Reopening reopening;
    private final DossierOnTheDesk desk;
    private final IdempotencyKeys keys;
    private final Caller caller;

    ReopeningResource(Reopening reopening, DossierOnTheDesk desk, IdempotencyKeys keys, Caller caller) {
        this.reopening = reopening;
        this.desk = desk;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.JUDICIAL_OFFICER)
    public RestResponse<ActView> reopen(UUID dossierId, @Valid ReopenDossier command) {
        return keys.once(
                command,
                () -> desk.requireVisible(dossierId),
                () -> RestResponse.ok(ActView.of(
                        reopening.reopen(desk.take(dossierId), command.reason().strip(), Person.of(caller)))));
    }
}
