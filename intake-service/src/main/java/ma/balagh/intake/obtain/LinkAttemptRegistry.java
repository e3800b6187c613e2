package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.fetch.FetchOutcome;

/** The running attempts of this replica. */
@ApplicationScoped
class LinkAttemptRegistry {

    private final LinkFetchQueue queue;
    private final MediaFetchRepository fetches;
    private final LinkAttemptMetrics counts;
    private final Clock clock;
    private final Map<UUID, LinkAttempt> running = new ConcurrentHashMap<>();

    LinkAttemptRegistry(LinkFetchQueue queue, MediaFetchRepository fetches, LinkAttemptMetrics counts, Clock clock) {
        this.queue = queue;
        this.fetches = fetches;
        this.counts = counts;
        this.clock = clock;
    }

    LinkAttempt begin(LinkTask task, FetchedBytesWriter bytes) {
        var attempt = new LinkAttempt(task, bytes, clock.instant());
        running.put(task.token(), attempt);
        return attempt;
    }

    /** The fetch is over; what follows from it is still to be done. */
    void fetched(LinkAttempt attempt, FetchOutcome outcome) {
        counts.count(outcome, attempt.bytes().arrived());
    }

    void end(LinkAttempt attempt) {
        running.remove(attempt.task().token());
    }

    /** Keeps how far the attempt at the link is, if one is being made. */
    void keepProgress(LinkTask task) {
        LinkAttempt attempt = running.get(task.token());
        if (attempt != null) {
            keepProgress(attempt);
        }
    }

    /** Keeps how far the attempt is: where its bytes come from, before they can be gone on from. */
    void keepProgress(LinkAttempt attempt) {
        FetchedBytesWriter.Checkpoint checkpoint = attempt.bytes().checkpoint();
        tell(attempt);
        if (checkpoint != null && checkpoint.begun() != null) {
            queue.keepProgress(attempt.task(), checkpoint.begun());
        }
    }

    /** Writes down once where bytes have begun to come from. */
    void tell(LinkAttempt attempt) {
        attempt.bytes()
                .tell(checkpoint -> fetches.record(MediaFetch.begun(
                        attempt.task(), checkpoint.provenance(), checkpoint.offset(), attempt.started())));
    }
}
