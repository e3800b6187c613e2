package ma.balagh.intake.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import ma.balagh.intake.anchor.AnchorStore;
import ma.balagh.intake.evidence.FullRead;
import org.jdbi.v3.core.Jdbi;

/**
 * Proves all of custody from what it stands on, and trusts no earlier finding. Chains, journal, anchors and counts are
 * those of one moment; bytes are read after it. Changes nothing, and may run beside a service that does.
 */
@ApplicationScoped
class CustodyProof {

    /**
     * What was found.
     *
     * @param read bytes that were found to be those that were secured
     */
    record Finding(Counts counts, long read, Faults faults) {

        boolean holds() {
            return faults.count() == 0;
        }
    }

    private final Snapshot snapshot;
    private final AnchorStore store;
    private final FullRead reading;
    private final Jdbi jdbi;

    CustodyProof(Snapshot snapshot, AnchorStore store, FullRead reading, Jdbi jdbi) {
        this.snapshot = snapshot;
        this.store = store;
        this.reading = reading;
        this.jdbi = jdbi;
    }

    /**
     * @throws IOException when the folder of the anchors cannot be listed
     * @throws ExecutionException when reading bytes failed for another reason than the store's
     */
    Finding prove() throws IOException, InterruptedException, ExecutionException {
        var faults = new Faults();
        var progress = new Progress();
        var counted = new AtomicReference<Counts>();
        // Before the database's moment: each of these is in the database by then.
        OptionalLong newestOutside = store.newest();
        snapshot.look(handle -> {
            Counts counts = Counts.of(handle);
            counted.set(counts);
            new ChainProof(handle, counts, faults, progress).prove();
            var journal = new JournalProof(handle, counts, faults, progress);
            var outside = new OutsideProof(store, faults);
            new AnchorProof(handle, journal, outside, counts, faults, progress).prove(newestOutside);
        });
        var bytes = new BytesProof(jdbi, reading, counted.get(), faults, progress);
        bytes.prove();
        return new Finding(counted.get(), bytes.read(), faults);
    }
}
