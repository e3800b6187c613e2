package ma.balagh.intake.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import ma.balagh.intake.anchor.AnchorStore;
import ma.balagh.intake.evidence.IntegrityVerifier;

/**
 * Proves all custody from scratch, without trusting an earlier result. Chains, journal, anchors and counts come from
 * one snapshot; bytes are read after it. It changes nothing, and may run beside a running service.
 */
@ApplicationScoped
class CustodyProofService {

    /**
     * What was found.
     *
     * @param read bytes that were found to be those that were secured
     */
    record Finding(CustodyCounts counts, long read, ProofFaultRecorder faults) {

        boolean holds() {
            return faults.count() == 0;
        }
    }

    private final ProofRepository repository;
    private final AnchorStore store;
    private final IntegrityVerifier reading;

    CustodyProofService(ProofRepository repository, AnchorStore store, IntegrityVerifier reading) {
        this.repository = repository;
        this.store = store;
        this.reading = reading;
    }

    /**
     * @throws IOException when the folder of the anchors cannot be listed
     * @throws ExecutionException when reading bytes failed for another reason than the store's
     */
    Finding prove() throws IOException, InterruptedException, ExecutionException {
        var faults = new ProofFaultRecorder();
        var progress = new ProofProgressRecorder();
        var counted = new AtomicReference<CustodyCounts>();
        // Before the database's moment: each of these is in the database by then.
        OptionalLong newestOutside = store.newest();
        repository.look(snapshot -> {
            CustodyCounts counts = snapshot.counts();
            counted.set(counts);
            new ChainProofVerifier(snapshot, counts, faults, progress).prove();
            var journal = new JournalProofVerifier(snapshot, counts, faults, progress);
            var outside = new OutsideAnchorVerifier(store, faults);
            new AnchorProofVerifier(snapshot, journal, outside, counts, faults, progress).prove(newestOutside);
        });
        var bytes = new EvidenceBytesVerifier(repository, reading, counted.get(), faults, progress);
        bytes.prove();
        return new Finding(counted.get(), bytes.read(), faults);
    }
}
