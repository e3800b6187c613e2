package ma.balagh.intake.obtain;

import java.time.Instant;

/** One attempt at one link; closed when its fetch is over, after which nobody interrupts its thread for it. */
final class Attempt implements AutoCloseable {

    private final Claim claim;
    private final FetchedBytes bytes;
    private final Instant started;
    private final Thread thread = Thread.currentThread();
    private boolean over;

    Attempt(Claim claim, FetchedBytes bytes, Instant started) {
        this.claim = claim;
        this.bytes = bytes;
        this.started = started;
    }

    Claim claim() {
        return claim;
    }

    FetchedBytes bytes() {
        return bytes;
    }

    Instant started() {
        return started;
    }

    synchronized void interrupt() {
        if (!over) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        // An interruption that came too late must not reach what follows.
        Thread.interrupted();
    }
}
