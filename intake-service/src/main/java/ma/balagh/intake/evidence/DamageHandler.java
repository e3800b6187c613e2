package ma.balagh.intake.evidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jboss.logging.Logger;

/** Handles evidence whose bytes have changed: counts it, logs it and records it in its custody. */
@ApplicationScoped
class DamageHandler {

    private static final Logger LOG = Logger.getLogger(DamageHandler.class);
    private static final String SYSTEM = "intake-service";

    private final EvidenceStore store;
    private final EvidenceRepository repository;
    private final CustodyService custody;
    private final ServiceWorkRunner serviceWork;
    private final Counter found;

    DamageHandler(
            EvidenceStore store,
            EvidenceRepository repository,
            CustodyService custody,
            ServiceWorkRunner serviceWork,
            MeterRegistry meters) {
        this.store = store;
        this.repository = repository;
        this.custody = custody;
        this.serviceWork = serviceWork;
        this.found = Counter.builder("balagh.evidence.damaged")
                .description("Findings of other bytes than those secured; more than zero is an alarm")
                .register(meters);
    }

    /** Counts from the start: of a counter that begins with the first damage nobody could tell that it has grown. */
    void begin(@Observes StartupEvent start) {}

    /**
     * Looks at the bytes before any of them is shown.
     *
     * @throws ProblemException 500 {@code evidence-damaged} when they are not the original's, 410 {@code evidence-erased}
     *     when they were erased meanwhile, 503 when they cannot be read
     */
    void requireIntact(Evidence evidence) {
        EvidenceStore.Standing standing = store.standing(evidence.digest());
        if (standing != EvidenceStore.Standing.INTACT) {
            repository.find(evidence.id()).ifPresent(Evidence::requireKept);
            record(evidence, standing);
            throw problem();
        }
    }

    /** Sounds the alarm; nothing when the evidence is intact, or is not what it was when it was looked up. */
    void record(Evidence evidence, EvidenceStore.Standing standing) {
        // Bytes that were erased are missing by right, and may be there again by now.
        if (standing != EvidenceStore.Standing.INTACT
                && repository.find(evidence.id()).filter(evidence::equals).isEmpty()) {
            return;
        }
        switch (standing) {
            case INTACT -> {}
            case OTHER_BYTES -> record(evidence, "the bytes have another SHA-256");
            case MISSING -> record(evidence, "the file is missing");
        }
    }

    /**
     * Bytes that came in again take the place of damaged ones, which is recorded. Called before the transaction in which
     * they are secured: hashing what stands there, and sending what does not, takes as long as the film. For who does not
     * know the bytes they are sent as new ones are, and nothing that stands there is looked at.
     */
    void repair(StagedMedium received, Submitter submitter) {
        // The row is looked up first: its file was there before it, so that a row without a file is a loss.
        List<Evidence> known = serviceWork.call(() -> repository.expect(received.digest(), submitter.sees()));
        if (known.isEmpty()) {
            store.sendAnew(received);
            return;
        }
        known.stream()
                .filter(evidence -> evidence.erased() == null)
                .findFirst()
                .ifPresent(evidence -> repair(evidence, received, submitter.name()));
        // Also of what was erased meanwhile: what does not become evidence again, the sweep takes away one day.
        store.sendAhead(received);
    }

    private void repair(Evidence evidence, StagedMedium received, String actor) {
        record(evidence, store.standing(evidence.digest()));
        store.keep(received);
        var detail = Map.of("sha256", evidence.digest().hex());
        kept(evidence.digest()).forEach(each -> custody.restored(each.id(), actor, detail));
    }

    /** The problem that a reader is answered with. */
    static ProblemException problem() {
        return IntakeProblem.EVIDENCE_DAMAGED.because("nothing of it is shown");
    }

    private void record(Evidence evidence, String reason) {
        found.increment();
        LOG.errorf("evidence is damaged: %s, evidenceId=%s", reason, evidence.id());
        var detail = Map.of("reason", reason, "sha256", evidence.digest().hex());
        kept(evidence.digest()).forEach(each -> custody.damaged(each.id(), SYSTEM, detail));
    }

    /** What has these bytes, since there is one file for all, whoever may see each. */
    private List<Evidence> kept(Sha256Digest digest) {
        return serviceWork.call(() -> repository.with(digest)).stream()
                .filter(evidence -> evidence.erased() == null)
                .toList();
    }
}
