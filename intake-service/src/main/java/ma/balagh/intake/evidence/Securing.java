package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.report.Report;
import ma.balagh.persistence.ServiceWork;

/** The door of this package for every way that media come in: what is taken, and how it becomes evidence. */
@ApplicationScoped
public class Securing {

    private final EvidenceStore store;
    private final MediaReceiver receiver;
    private final Damage damage;
    private final EvidenceRoom room;
    private final ServiceWork serviceWork;

    Securing(EvidenceStore store, MediaReceiver receiver, Damage damage, EvidenceRoom room, ServiceWork serviceWork) {
        this.store = store;
        this.receiver = receiver;
        this.damage = damage;
        this.room = room;
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
    public void prepare(Received received, Bringer bringer) {
        damage.repair(received, bringer);
    }

    /** Makes a medium that came in completely evidence of its report, in the caller's transaction if there is one. */
    public Secured secure(Report report, Received received, Declared declared, Bringer bringer) {
        // The store has the bytes once, whoever else brought them and whether or not the sender may know.
        return serviceWork.call(() -> room.secure(report, received, declared, bringer));
    }

    /** Lets an evidence that is kept stand in a further report, in the caller's transaction if there is one. */
    void share(Report report, UUID evidence, Declared declared, Bringer bringer) {
        room.share(report, evidence, declared, bringer);
    }

    /** The problem that a failed write of what comes in is answered with. */
    public static ProblemException unwritable(IOException failure) {
        return EvidenceStore.unwritable(failure);
    }
}
