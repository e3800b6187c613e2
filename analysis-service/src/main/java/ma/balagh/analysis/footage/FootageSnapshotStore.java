package ma.balagh.analysis.footage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves the local features of the index to files, and takes the index from there at the next start. Whatever is wrong with
 * them, the database is right: then the rest is read from there.
 */
@ApplicationScoped
class FootageSnapshotStore {

    private static final Logger LOG = Logger.getLogger(FootageSnapshotStore.class);

    /** Keyframes in memory from which they are written, however few media they are of: some 40 MB. */
    private static final int KEYFRAMES = 8192;
    /** With so many times as many in memory, media are only added once the writer has finished. */
    private static final int PATIENCE = 4;

    private final FootageRepository repository;
    private final @Nullable SegmentStore directory;
    private final int media;

    /** Null where nothing is being written. */
    private @Nullable CompletableFuture<List<FootageSegmentReader>> writing;
    /** Media that were known at the last try. */
    private int tried;

    private boolean hasFailed;

    FootageSnapshotStore(FootageRepository repository, SnapshotConfig config) {
        this.repository = repository;
        this.directory = config.directory()
                .map(path -> new SegmentStore(path, repository::keyframes))
                .orElse(null);
        this.media = config.media();
    }

    /** What was kept, as far as it belongs to the database and is no newer than it. */
    synchronized FootageSnapshot read() {
        if (directory == null) {
            return FootageSnapshot.empty();
        }
        try {
            List<FootageSegmentReader> segments = directory.chain(repository.id(), List.of());
            while (!segments.isEmpty() && !isKnown(segments.getLast().header())) {
                LOG.warn("A segment of footage is not used: the database has another past, or is older");
                segments.removeLast();
            }
            FootageSnapshot snapshot = FootageSnapshot.of(segments);
            tried = snapshot.entries().size();
            return snapshot;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("The segments of footage are not used, all is read from the database", e);
            return FootageSnapshot.empty();
        }
    }

    private boolean isKnown(SegmentHeader header) {
        return repository.holds(header.endEntry(), header.last());
    }

    /** The same index, of which as much lies in files as was written; begins to write where much is new. */
    synchronized FootageSnapshot kept(FootageSnapshot now) {
        FootageSnapshot kept = moved(now, false);
        if (directory != null && writing == null && isDue(kept)) {
            begin(directory, kept);
        }
        boolean waits = !hasFailed && kept.table().recent().keyframes() > PATIENCE * KEYFRAMES;
        return moved(kept, waits);
    }

    private boolean isDue(FootageSnapshot now) {
        int since = now.entries().size() - tried;
        return since >= media || !hasFailed && since > 0 && now.table().recent().keyframes() >= KEYFRAMES;
    }

    private void begin(SegmentStore target, FootageSnapshot now) {
        var begun = new CompletableFuture<List<FootageSegmentReader>>();
        writing = begun;
        tried = now.entries().size();
        Thread.ofPlatform().name("footage-snapshot").daemon().start(() -> {
            try {
                begun.complete(target.write(repository.id(), now, this::isKnown));
            } catch (IOException | RuntimeException | Error e) {
                begun.completeExceptionally(e);
            }
        });
    }

    /** With what was written meanwhile. */
    private FootageSnapshot moved(FootageSnapshot now, boolean waits) {
        CompletableFuture<List<FootageSegmentReader>> begun = writing;
        if (begun == null || !waits && !begun.isDone()) {
            return now;
        }
        List<FootageSegmentReader> segments = begun.exceptionally(this::failed).join();
        writing = null;
        hasFailed = begun.isCompletedExceptionally();
        int end = segments.isEmpty() ? 0 : segments.getLast().endEntry();
        if (end <= now.table().recent().firstEntry()) {
            return now;
        }
        LOG.infof("%d media lie in %d segments", end, segments.size());
        return now.with(segments);
    }

    private List<FootageSegmentReader> failed(Throwable why) {
        LOG.warnf(why, "Footage could not be written to its directory; tried again after %d more media", media);
        return List.of();
    }
}
