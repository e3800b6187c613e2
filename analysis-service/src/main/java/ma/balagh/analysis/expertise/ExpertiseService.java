package ma.balagh.analysis.expertise;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.consultation.VisibleDossierService;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.examination.StillService;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.rendition.StillRedactionService;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;

/** Prints what the caller may see of a dossier. */
@RequestScoped
class ExpertiseService {

    private final DossierService dossiers;
    private final VisibleDossierService desk;
    private final StillService stills;
    private final StillRedactionService redaction;
    private final Caller caller;
    private final Preconditions preconditions;
    private final Clock clock;

    ExpertiseService(
            DossierService dossiers,
            VisibleDossierService desk,
            StillService stills,
            StillRedactionService redaction,
            Caller caller,
            Preconditions preconditions,
            Clock clock) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.stills = stills;
        this.redaction = redaction;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

    /** @throws ma.balagh.http.ProblemException 404 when the dossier does not exist for the caller */
    @Transactional
    public DossierView look(UUID id, Language language, Purpose purpose) {
        Dossier dossier = dossiers.find(id).orElseThrow(() -> CommonProblem.notFound("dossier " + id));
        desk.recordLook(id, purpose.text());
        return desk.show(dossier, language);
    }

    /** In no transaction: hiding the faces of many stills takes seconds. */
    byte[] print(DossierView shown, Language language, Purpose purpose) {
        PrintRequest printing = new PrintRequest(
                language,
                caller.name(),
                purpose.text(),
                clock.instant(),
                preconditions.tagOf(shown.forTag()).getValue());
        return new ExpertisePdfWriter(
                        shown,
                        printing,
                        new ReportStillReader((evidenceId, second) -> still(evidenceId, second, purpose)))
                .pdf();
    }

    private Optional<StillService.Still> still(UUID evidenceId, double second, Purpose purpose) {
        return stills.nearest(evidenceId, second, purpose)
                .flatMap(still ->
                        redaction.withoutFaces(still.jpeg()).map(jpeg -> new StillService.Still(still.at(), jpeg)));
    }

    /** RFC 9530. */
    static String digestHeader(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
