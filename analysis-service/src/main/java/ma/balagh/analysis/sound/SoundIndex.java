package ma.balagh.analysis.sound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All sounds in memory, caught up from the database before every comparison, which alone is the truth.. A minute takes 2 KB.
 */
@ApplicationScoped
public class SoundIndex {

    /** What the first {@code entries} media of the index say, by evidence. */
    public record Comparison(Map<UUID, Heard> heard, int entries) {

        public Comparison {
            heard = Map.copyOf(heard);
        }
    }

    private static final int BATCH = 1000;

    private final SoundLedger ledger;
    private final SoundLibrary library = new SoundLibrary();
    private long sequence;

    SoundIndex(SoundLedger ledger) {
        this.ledger = ledger;
    }

    /** Compares with everything heard until now. What is being written at this moment may be missed. */
    public synchronized Comparison compare(@Nullable SoundFingerprint sound) {
        catchUp();
        return new Comparison(library.heard(sound), library.size());
    }

    /**
     * Finishes a comparison and makes the sound known, inside the caller's transaction: of two media one always hears
     * the other.
     *
     * @param before what was compared without the lock
     */
    public synchronized Map<UUID, Heard> conclude(
            UUID evidenceId, @Nullable SoundFingerprint sound, Comparison before) {
        ledger.lock();
        catchUp();
        Map<UUID, Heard> heard = new HashMap<>(before.heard());
        heard.putAll(library.heard(sound, before.entries()));
        ledger.append(evidenceId, sound);
        return heard;
    }

    private void catchUp() {
        for (List<SoundLedger.Entry> batch = ledger.after(sequence, BATCH);
                !batch.isEmpty();
                batch = ledger.after(sequence, BATCH)) {
            batch.forEach(entry -> library.add(entry.evidenceId(), entry.sound()));
            sequence = batch.getLast().sequence();
        }
    }
}
