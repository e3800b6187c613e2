package ma.balagh.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tidies up after a work of this thread, also where this program is told to end meanwhile, which runs no {@code finally}:
 * then the work is interrupted first.
 */
final class InterruptionGuard implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Step step;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread end;

    private InterruptionGuard(Thread work, Step step) {
        this.step = step;
        this.end = Thread.ofPlatform().unstarted(() -> breakOff(work));
    }

    /** From now on until this is closed. */
    static InterruptionGuard before(Step step) {
        var guard = new InterruptionGuard(Thread.currentThread(), step);
        Runtime.getRuntime().addShutdownHook(guard.end);
        return guard;
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // The other thread does the rest, and nobody waits for what this one would say.
            while (true) {
                LockSupport.park();
            }
        }
        step.run();
    }

    private void breakOff(Thread work) {
        work.interrupt();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                step.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    interface Step {
        void run() throws IOException;
    }
}
