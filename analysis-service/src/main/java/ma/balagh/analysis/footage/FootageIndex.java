package ma.balagh.analysis.footage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All footage, its fingerprints in memory and its local features mapped from files. It is caught up from the database before
 * every comparison, so that replicas agree; the database alone is the truth.
 */
@ApplicationScoped
public class FootageIndex {

    /** Matches with the first {@code entries} media of the index. */
    public record Comparison(List<FootageMatch> matches, int entries) {

        public Comparison {
            matches = List.copyOf(matches);
        }
    }

    private static final Logger LOG = Logger.getLogger(FootageIndex.class);
    private static final int BATCH = 200;

    private final FootageRepository repository;
    private final FootageSnapshotStore kept;
    private final FootageConfig config;
    private final FootageMatcher matcher;
    /** Null until it is loaded. */
    private @Nullable FootageSnapshot snapshot;

    FootageIndex(FootageRepository repository, FootageSnapshotStore kept, FootageConfig config) {
        this.repository = repository;
        this.kept = kept;
        this.config = config;
        this.matcher = new FootageMatcher(config, repository::thumbnails);
    }

    /** Loads in the background: a large index must not hold up the service's start. */
    void load(@Observes StartupEvent started) {
        Thread.ofVirtual().name("footage-load").start(() -> {
            try {
                long start = System.nanoTime();
                int media = catchUp().entries().size();
                LOG.infof("Footage is loaded: %d media in %d ms", media, (System.nanoTime() - start) / 1_000_000);
            } catch (RuntimeException e) {
                LOG.warn("Footage could not be loaded yet; the first comparison tries again", e);
            }
        });
    }

    /** A recorder of frames that this index can compare. */
    public FootageRecorder recorder() {
        return new FootageRecorder(config.quality());
    }

    /** Compares with everything seen until now. What is being written at this moment may be missed. */
    public Comparison compare(FootageQuery query) {
        FootageSnapshot now = catchUp();
        return new Comparison(
                matcher.matches(query, now, 0, id -> true), now.entries().size());
    }

    /**
     * Finishes a comparison and makes the medium known, inside the caller's transaction: nobody else does so between
     * now and the transaction's end, hence of two similar media one always sees the other.
     *
     * @param before what was compared without the lock
     */
    public List<FootageMatch> conclude(UUID evidenceId, FootageQuery query, Comparison before) {
        repository.lock();
        FootageSnapshot now = catchUp();
        List<FootageMatch> matches = new ArrayList<>(before.matches());
        matches.addAll(matcher.matches(query, now, before.entries(), id -> true));
        repository.append(evidenceId, query.footage().thinned(), query.thumbnails());
        return new MatchClassifier(query.seconds(), matches).decided();
    }

    /** What a medium shares with some others, copies told from what is only shared; nothing becomes known. */
    public List<FootageMatch> among(Set<UUID> evidenceIds, FootageQuery query) {
        return new MatchClassifier(query.seconds(), matcher.matches(query, catchUp(), 0, evidenceIds::contains))
                .decided();
    }

    private synchronized FootageSnapshot catchUp() {
        FootageSnapshot now = snapshot == null ? kept.read() : snapshot;
        List<FootageEntry> batch = repository.after(now.sequence(), BATCH);
        while (!batch.isEmpty()) {
            for (FootageEntry entry : batch) {
                now = now.with(entry);
            }
            now = kept.kept(now);
            snapshot = now;
            batch = batch.size() < BATCH ? List.of() : repository.after(now.sequence(), BATCH);
        }
        now = kept.kept(now);
        snapshot = now;
        return now;
    }
}
