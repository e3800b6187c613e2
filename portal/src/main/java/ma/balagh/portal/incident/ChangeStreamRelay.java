package ma.balagh.portal.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Passes a stream of events on as it comes, with one buffer: while the browser reads slowly, writing waits, and so does
 * the service. A stream that says nothing for longer than its heartbeat has broken down without a word, and ends. So does
 * each after its time: the browser follows on with a new request, for which its session has to be there still.
 */
final class ChangeStreamRelay {

    private static final int BUFFER = 8192;

    private final InputStream events;
    private final Duration silence;
    private final Duration life;
    private final long openedAt = System.nanoTime();
    private volatile long heardAt = System.nanoTime();

    /** @param silence twice as long as the service's heartbeat, or longer */
    ChangeStreamRelay(InputStream events, Duration silence, Duration life) {
        this.events = events;
        this.silence = silence;
        this.life = life;
    }

    /** @param isGone whether the browser has gone: writing to nobody is no error, and the service would go on, too */
    void passOn(OutputStream browser, BooleanSupplier isGone) throws IOException {
        Thread relay = Thread.currentThread();
        Thread watch = Thread.ofVirtual().name("event-relay-watch").start(() -> interruptInTime(relay));
        byte[] buffer = new byte[BUFFER];
        try (events) {
            for (int size = events.read(buffer);
                    size >= 0 && !isOver() && !isGone.getAsBoolean();
                    size = events.read(buffer)) {
                heardAt = System.nanoTime();
                browser.write(buffer, 0, size);
                browser.flush();
            }
        } catch (IOException e) {
            if (!isOver()) {
                throw e;
            }
            // What was cut short comes again: the browser stands before it.
        } finally {
            end(watch);
        }
    }

    /** It may just interrupt the relay, of which nothing is left to what ends the answer. */
    private static void end(Thread watch) {
        watch.interrupt();
        while (watch.isAlive()) {
            try {
                watch.join();
            } catch (InterruptedException e) {
                continue; // by the watch
            }
        }
        Thread.interrupted();
    }

    private void interruptInTime(Thread relay) {
        try {
            for (long left = left(); left > 0; left = left()) {
                Thread.sleep(Duration.ofNanos(left));
            }
            relay.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the relay has ended
        }
    }

    private boolean isOver() {
        return System.nanoTime() - openedAt >= life.toNanos();
    }

    /** Nanoseconds until it ends if nothing more is heard. */
    private long left() {
        long now = System.nanoTime();
        return Math.min(silence.toNanos() - (now - heardAt), life.toNanos() - (now - openedAt));
    }
}
