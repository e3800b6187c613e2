package ma.balagh.analysis.examination;

/** A worker's thread while it holds a claim; closed when the work is done, after which nobody interrupts it for this claim. */
final class Lease implements AutoCloseable {

    private final Claim claim;
    private final Thread worker = Thread.currentThread();
    private boolean over;

    Lease(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
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
        // An interruption that came too late must not reach the next examination.
        Thread.interrupted();
    }
}
