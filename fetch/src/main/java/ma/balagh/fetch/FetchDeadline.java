package ma.balagh.fetch;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time that one fetch has: closes its connection when that is up, when a server sends too little, or when
 * the fetching thread is interrupted. A limit on each read would not do: a server that sends one byte before each of
 * them is up holds the connection for ever.
 */
final class FetchDeadline implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Thread owner = Thread.currentThread();
    private final FetchConfig config;
    private final long end;
    private final Thread watcher;

    private long stepEnd;
    private TransientReason stepReason = TransientReason.OUT_OF_TIME;
    private boolean flowing;
    private long passed;
    private @Nullable Socket socket;
    private @Nullable TransientReason verdict;

    /** @param wholeTime how long the fetch may take */
    FetchDeadline(FetchConfig config, Duration wholeTime) {
        this.config = config;
        this.end = System.nanoTime() + wholeTime.toNanos();
        this.stepEnd = end;
        this.watcher = Thread.ofVirtual().name("fetch-deadline").start(this::watch);
    }

    /** How long one connection may take to be made. */
    Duration connectTime() {
        return config.connectTime();
    }

    /** No answer is waited for; only the whole time counts. */
    synchronized void idle() {
        flowing = false;
        stepEnd = end;
        stepReason = TransientReason.OUT_OF_TIME;
    }

    /** A connection is about to be made, within its own bounds; here only the whole time counts. */
    synchronized void connecting(Socket connection) {
        socket = connection;
        idle();
        if (verdict != null) {
            abort(verdict);
        }
    }

    /** The connection stands; the answer is waited for. */
    synchronized void asking() {
        step(config.answerTime(), TransientReason.NO_ANSWER);
    }

    /** The answer's head is here; its body follows. */
    synchronized void receiving() {
        step(config.rateWindow(), TransientReason.TOO_SLOW);
        flowing = true;
        passed = 0;
    }

    synchronized void passed(int bytes) {
        passed += bytes;
    }

    /** Says why the connection is closed, if it was closed here. */
    synchronized void requireTime() throws FetchFailedException, InterruptedException {
        if (owner.isInterrupted()) {
            Thread.interrupted();
            throw new InterruptedException();
        }
        if (verdict != null) {
            throw new FetchFailedException(verdict, "given up by the clock");
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private synchronized void step(Duration time, TransientReason reason) {
        flowing = false;
        stepEnd = System.nanoTime() + time.toNanos();
        stepReason = reason;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(TICK);
                look();
            }
        } catch (InterruptedException e) {
            // The fetch is over.
        }
    }

    private synchronized void look() {
        long now = System.nanoTime();
        if (owner.isInterrupted() || now - end > 0) {
            abort(TransientReason.OUT_OF_TIME);
        } else if (now - stepEnd > 0) {
            if (flowing && passed >= config.leastPerWindow().asLongValue()) {
                receiving();
            } else {
                abort(stepReason);
            }
        }
    }

    private synchronized void abort(TransientReason reason) {
        verdict = verdict == null ? reason : verdict;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
