package ma.balagh.analysis.rendition;

/** A worker's thread while it holds a claim; closed when the work is done, after which nobody interrupts it for this claim. */
final class Work implements AutoCloseable {

    private final Claim claim;
    private final Thread worker = Thread.currentThread();
    private volatile double progress;
    private boolean over;

    Work(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    double progress() {
        return progress;
    }

    void progress(double share) {
        progress = Math.clamp(share, 0, 1);
    }

    synchronized void interrupt() {
        if (!over) {
            worker.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        // An interruption that came too late must not reach the next rendition.
        Thread.interrupted();
    }
}
