package ma.balagh.dispatch.change;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for changes, once for all followers of this replica, and wakes them. The transactions notify nobody: PostgreSQL
 * commits notifying transactions one after the other, each waiting for the disk.
 */
@Singleton
class ChangePoller {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePoller.class);

    private final DeskChangeService changes;
    private final ChangeStreamConfig config;
    private int followers;
    private long rounds;
    private boolean isPolling;
    private boolean isLeaving;

    ChangePoller(DeskChangeService changes, ChangeStreamConfig config) {
        this.changes = changes;
        this.config = config;
    }

    /** Streams end while requests are still answered: whoever follows connects to another replica. */
    void leave(@Observes ShutdownDelayInitiatedEvent delay) {
        stop();
    }

    void leave(@Observes ShutdownEvent shutdown) {
        stop();
    }

    synchronized boolean hasRoom() {
        return !isLeaving && followers < config.mostFollowers();
    }

    /** Counts one more follower, if there is room for one. */
    synchronized boolean join() {
        if (!hasRoom()) {
            return false;
        }
        followers++;
        if (!isPolling) {
            isPolling = true;
            Thread.ofVirtual().name("change-poller").start(this::poll);
        }
        return true;
    }

    synchronized void part() {
        followers--;
    }

    synchronized int followers() {
        return followers;
    }

    synchronized boolean isLeaving() {
        return isLeaving;
    }

    /** How often something has changed so far. */
    synchronized long rounds() {
        return rounds;
    }

    /** Returns once something has changed since that round, when this replica leaves, and when the time is up. */
    synchronized void awaitChange(long round, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        long left = timeout.toMillis();
        while (rounds == round && !isLeaving && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    private void poll() {
        var position = new StreamPosition(1, List.of());
        try {
            while (goesOn()) {
                position = lookFrom(position);
                Thread.sleep(config.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StreamPosition lookFrom(StreamPosition position) {
        try {
            var next = changes.nextAfter(position);
            next.ifPresent(changed -> wake());
            return next.orElse(position);
        } catch (RuntimeException e) { // the next look may succeed; followers find out by themselves
            LOG.debug("Changes cannot be read", e);
            return position;
        }
    }

    /** Ends after the last follower; the next one begins anew. */
    private synchronized boolean goesOn() {
        isPolling = !isLeaving && followers > 0;
        return isPolling;
    }

    private synchronized void wake() {
        rounds++;
        notifyAll();
    }

    private synchronized void stop() {
        isLeaving = true;
        notifyAll();
    }
}
