package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.report.Report;
import ma.balagh.persistence.ServiceWorkRunner;

/** The use cases of evidence for every way in which media come in. */
@ApplicationScoped
public class EvidenceService {

    private final EvidenceStore store;
    private final MediaReceiver receiver;
    private final DamageHandler damageHandler;
    private final EvidenceSecuringService securing;
    private final ServiceWorkRunner serviceWork;

    EvidenceService(
            EvidenceStore store,
            MediaReceiver receiver,
            DamageHandler damageHandler,
            EvidenceSecuringService securing,
            ServiceWorkRunner serviceWork) {
        this.store = store;
        this.receiver = receiver;
        this.damageHandler = damageHandler;
        this.securing = securing;
        this.serviceWork = serviceWork;
    }

    /** @throws ProblemException 413 when a medium of that many bytes is too large */
    public void requireSize(long bytes) {
        receiver.requireSize(bytes);
    }

    /** @throws ProblemException 507 when that many more bytes do not fit */
    public void requireRoom(long bytes) {
        store.requireRoom(bytes);
    }

    /** Comes before {@link #secure}, outside its transaction: a long film that stands there already is hashed. */
    public void prepare(StagedMedium received, Submitter submitter) {
        damageHandler.repair(received, submitter);
    }

    /** Makes a medium that came in completely evidence of its report, in the caller's transaction if there is one. */
    public SecuringResult secure(Report report, StagedMedium received, DeclaredMetadata declared, Submitter submitter) {
        // The store has the bytes once, whoever else brought them and whether or not the sender may know.
        return serviceWork.call(() -> securing.secure(report, received, declared, submitter));
    }

    /** Lets an evidence that is kept stand in a further report, in the caller's transaction if there is one. */
    void share(Report report, UUID evidence, DeclaredMetadata declared, Submitter submitter) {
        securing.share(report, evidence, declared, submitter);
    }

    /** The problem that a failed write of what comes in is answered with. */
    public static ProblemException unwritable(IOException failure) {
        return EvidenceStore.unwritable(failure);
    }
}
