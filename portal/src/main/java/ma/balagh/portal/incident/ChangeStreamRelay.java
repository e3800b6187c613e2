package ma.balagh.portal.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Passes a stream of events on as it comes, with one buffer: while the browser reads slowly, writing waits, and so does
 * the service. A stream that says nothing for longer than its heartbeat has broken down without a word, and ends.
 */
final class ChangeStreamRelay {

    private static final int BUFFER = 8192;

    private final InputStream events;
    private final Duration silence;
    private volatile long heardAt = System.nanoTime();

    /** @param silence twice as long as the service's heartbeat, or longer */
    ChangeStreamRelay(InputStream events, Duration silence) {
        this.events = events;
        this.silence = silence;
    }

    void passOn(OutputStream browser) throws IOException {
        Thread relay = Thread.currentThread();
        Thread watch = Thread.ofVirtual().name("event-relay-watch").start(() -> interruptWhenSilent(relay));
        byte[] buffer = new byte[BUFFER];
        try (events) {
            for (int size = events.read(buffer); size >= 0; size = events.read(buffer)) {
                heardAt = System.nanoTime();
                browser.write(buffer, 0, size);
                browser.flush();
            }
        } finally {
            watch.interrupt();
        }
    }

    private void interruptWhenSilent(Thread relay) {
        try {
            for (long left = silence.toNanos(); left > 0; ) {
                Thread.sleep(Duration.ofNanos(left));
                left = silence.toNanos() - (System.nanoTime() - heardAt);
            }
            relay.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the relay has ended
        }
    }
}
