package ma.balagh.analysis.lease;

/** A worker's thread while it holds a claim; closed when the work is done, after which nobody interrupts it for this claim. */
final class Lease<C extends Hold> implements AutoCloseable {

    private final C claim;
    private final Thread worker = Thread.currentThread();
    private boolean over;

    Lease(C claim) {
        this.claim = claim;
    }

    C claim() {
        return claim;
    }

    synchronized void interrupt() {
        if (!over) {
            worker.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        // An interruption that came too late must not reach the next claim.
        Thread.interrupted();
    }
}
