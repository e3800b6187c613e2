package ma.balagh.analysis.expertise;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.examination.StillService;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.http.Caller;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Purpose;

/** Prints what the caller may see of a dossier. */
@RequestScoped
class ExpertiseService {

    private final StillService stills;
    private final Caller caller;
    private final Preconditions preconditions;
    private final Clock clock;

    ExpertiseService(StillService stills, Caller caller, Preconditions preconditions, Clock clock) {
        this.stills = stills;
        this.caller = caller;
        this.preconditions = preconditions;
        this.clock = clock;
    }

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
                        new ReportStillReader((evidenceId, second) -> stills.nearest(evidenceId, second, purpose)))
                .pdf();
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
