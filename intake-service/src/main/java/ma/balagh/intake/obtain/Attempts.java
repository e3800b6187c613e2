package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.intake.fetch.FetchOutcome;
import org.jboss.logging.Logger;

/** The attempts that this replica makes at this moment. */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final LinkLeaseRepository leases;
    private final MediaFetchRepository fetches;
    private final AttemptCounts counts;
    private final Clock clock;
    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Attempts(LinkLeaseRepository leases, MediaFetchRepository fetches, AttemptCounts counts, Clock clock) {
        this.leases = leases;
        this.fetches = fetches;
        this.counts = counts;
        this.clock = clock;
    }

    /** The calling thread begins one. */
    Attempt begin(Claim claim, FetchedBytes bytes) {
        var attempt = new Attempt(claim, bytes, clock.instant());
        running.add(attempt);
        if (stopping) {
            attempt.interrupt();
        }
        return attempt;
    }

    /** The fetch is over; what follows from it is still to be done. */
    void fetched(Attempt attempt, FetchOutcome outcome) {
        counts.count(outcome, attempt.bytes().arrived());
    }

    void end(Attempt attempt) {
        running.remove(attempt);
    }

    /** Ends all attempts, and those that are about to begin. */
    void stop() {
        stopping = true;
        running.forEach(Attempt::interrupt);
    }

    /** Prolongs all leases, and keeps how far each attempt is; ends the attempts whose lease is lost. */
    void beat() {
        for (Attempt attempt : running) {
            try {
                FetchedBytes.Checkpoint checkpoint = attempt.bytes().checkpoint();
                tell(attempt);
                if (!leases.renew(attempt.claim(), checkpoint == null ? null : checkpoint.begun())) {
                    attempt.interrupt();
                }
            } catch (RuntimeException e) {
                LOG.warnf(
                        e,
                        "a lease could not be renewed; trying again mediaLink=%s",
                        attempt.claim().id());
            }
        }
    }

    /** Writes down once where bytes have begun to come from, before they can be gone on from. */
    void tell(Attempt attempt) {
        attempt.bytes()
                .tell(checkpoint -> fetches.record(MediaFetch.begun(
                        attempt.claim(), checkpoint.provenance(), checkpoint.offset(), attempt.started())));
    }
}
