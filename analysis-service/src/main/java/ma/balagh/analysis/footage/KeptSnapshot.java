package ma.balagh.analysis.footage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The index of the last start's end, as far as it was written. Whatever is wrong with it, the ledger is right: then all
 * is read from there.
 */
@ApplicationScoped
class KeptSnapshot {

    private static final Logger LOG = Logger.getLogger(KeptSnapshot.class);

    private final FootageLedger ledger;
    private final @Nullable SnapshotFile file;
    private final int media;
    private final AtomicBoolean isWriting = new AtomicBoolean();
    /** Media of the last one that was written, or could not be. */
    private volatile int tried;

    KeptSnapshot(FootageLedger ledger, SnapshotConfig config) {
        this.ledger = ledger;
        this.file = config.directory().map(SnapshotFile::new).orElse(null);
        this.media = config.media();
    }

    /** What was kept, if it belongs to the ledger and is no newer than it; else nothing. */
    FootageSnapshot read() {
        if (file == null || !file.exists()) {
            return FootageSnapshot.empty();
        }
        try {
            SnapshotFile.Header header = file.header();
            if (!header.ledger().equals(ledger.id())) {
                return without("it belongs to another database");
            }
            if (!ledger.holds(header.entries(), header.last())) {
                return without("the database has another past, or is older");
            }
            FootageSnapshot snapshot = file.read();
            tried = snapshot.entries().size();
            return snapshot;
        } catch (IOException e) {
            return without(String.valueOf(e.getMessage()));
        }
    }

    private static FootageSnapshot without(String why) {
        LOG.warnf("The snapshot of footage is not used, all is read from the database: %s", why);
        return FootageSnapshot.empty();
    }

    /** Writes it in the background where much is new since the last time, also where that failed. */
    void offer(FootageSnapshot snapshot) {
        SnapshotFile target = file;
        if (target == null || snapshot.entries().size() - tried < media || !isWriting.compareAndSet(false, true)) {
            return;
        }
        int size = snapshot.entries().size();
        Thread.ofPlatform().name("footage-snapshot").daemon().start(() -> {
            try {
                UUID id = ledger.id();
                target.write(id, snapshot);
                LOG.infof("The snapshot of footage is written: %d media", size);
            } catch (IOException | RuntimeException e) {
                LOG.warnf(e, "The snapshot of footage could not be written; tried again after %d more media", media);
            } finally {
                tried = size;
                isWriting.set(false);
            }
        });
    }
}
