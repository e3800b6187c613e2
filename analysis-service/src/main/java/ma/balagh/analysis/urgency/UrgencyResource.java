package ma.balagh.analysis.urgency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.examination.LocalizedFindings;
import ma.balagh.analysis.examination.ReaderLanguage;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.verdict.VisibleDossiers;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/** Saying how urgent a dossier is. {@code If-Match} is the dossier's tag: change what you have read. */
@Path("/api/v1/dossiers/{dossierId}/urgency")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ANALYST, Roles.JUDICIAL_OFFICER})
@LocalizedFindings
class UrgencyResource {

    private final UrgencyService urgencies;
    private final DossierService dossiers;
    private final VisibleDossiers shown;
    private final ReaderLanguage language;
    private final Caller caller;
    private final Preconditions preconditions;

    UrgencyResource(
            UrgencyService urgencies,
            DossierService dossiers,
            VisibleDossiers shown,
            ReaderLanguage language,
            Caller caller,
            Preconditions preconditions) {
        this.urgencies = urgencies;
        this.dossiers = dossiers;
        this.shown = shown;
        this.language = language;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @PUT
    @Transactional
    public UrgencyView change(UUID dossierId, @Valid ChangeUrgency command) {
        return change(dossierId, command.level(), command.reason().strip());
    }

    /** Back to what the suite reckons. */
    @DELETE
    @Transactional
    public UrgencyView revert(UUID dossierId) {
        return change(dossierId, null, null);
    }

    private UrgencyView change(UUID dossierId, @Nullable UrgencyLevel level, @Nullable String reason) {
        Dossier dossier = dossiers.lock(dossierId).orElseThrow(() -> CommonProblem.notFound("dossier " + dossierId));
        preconditions.requireMatch(() -> shown.tags(dossier));
        urgencies.change(dossier, level, reason, caller);
        return urgencies.of(dossier, FindingTexts.in(language.wanted()));
    }
}
