package ma.balagh.analysis.sound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All sounds in memory, caught up from the database before every comparison, which alone is the truth. A minute takes 2 KB.
 */
@ApplicationScoped
public class SoundIndex {

    /** Those of the first {@code entries} media of the index that sound the same somewhere, by evidence. */
    public record Comparison(Map<UUID, SoundMatchResult> heard, int entries) {

        public Comparison {
            heard = Collections.unmodifiableMap(new LinkedHashMap<>(heard));
        }
    }

    private static final int BATCH = 1000;

    private final SoundRepository repository;
    /** Both only with the monitor. */
    private InMemorySoundIndex library = InMemorySoundIndex.EMPTY;

    private long sequence;

    SoundIndex(SoundRepository repository) {
        this.repository = repository;
    }

    /**
     * Compares with everything heard until now. What is being written at this moment may be missed.
     *
     * @throws InterruptedException when this thread is to stop
     */
    public Comparison compare(@Nullable SoundFingerprint sound) throws InterruptedException {
        InMemorySoundIndex now = catchUp();
        return new Comparison(now.heard(sound, 0), now.size());
    }

    /**
     * Finishes a comparison and makes the sound known, inside the caller's transaction: of two media one always hears
     * the other.
     *
     * @param before what was compared without the lock
     * @param seen media of which it is told also that they sound different
     * @throws InterruptedException when this thread is to stop
     */
    public Map<UUID, SoundMatchResult> conclude(
            UUID evidenceId, @Nullable SoundFingerprint sound, Comparison before, Set<UUID> seen)
            throws InterruptedException {
        repository.lock();
        InMemorySoundIndex now = catchUp();
        Map<UUID, SoundMatchResult> heard = new LinkedHashMap<>(before.heard());
        heard.putAll(now.heard(sound, before.entries()));
        repository.append(evidenceId, sound);
        return now.beside(heard, seen);
    }

    private synchronized InMemorySoundIndex catchUp() {
        for (List<SoundRepository.Entry> batch = repository.after(sequence, BATCH);
                !batch.isEmpty();
                batch = repository.after(sequence, BATCH)) {
            library = library.with(batch.stream()
                    .map(entry -> new InMemorySoundIndex.Entry(entry.evidenceId(), entry.sound()))
                    .toList());
            sequence = batch.getLast().sequence();
        }
        return library;
    }
}
