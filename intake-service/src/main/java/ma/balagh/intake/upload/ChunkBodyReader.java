package ma.balagh.intake.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one request as they come. A connection that breaks ends them, and what came before counts. A phone that
 * changed its network leaves a connection behind that is silent without being broken: the next request for the same
 * upload may cut it off.
 */
final class ChunkBodyReader {

    private final InputStream in;
    private final Clock clock;
    private boolean cut;
    private Instant lastByteAt;
    // Only a thread that waits for bytes is interrupted, never one that writes: that would close its file.
    private @Nullable Thread waiting;

    ChunkBodyReader(InputStream in, Clock clock) {
        this.in = in;
        this.clock = clock;
        this.lastByteAt = clock.instant();
    }

    /**
     * Fills the buffer as far as the bytes last and come in time: the network hands out small pieces, the disk likes
     * large ones.
     *
     * @param most that may be put into the buffer
     * @param until after that time, what is there is enough
     * @return how many came, 0 only at the end
     */
    int fill(byte[] buffer, int most, Instant until) {
        int filled = 0;
        while (filled < most) {
            int read = read(buffer, filled, most - filled);
            if (read < 0) {
                return filled;
            }
            filled += read;
            if (clock.instant().isAfter(until)) {
                return filled;
            }
        }
        return filled;
    }

    /** Whether they ended before the request did. */
    synchronized boolean isCut() {
        return cut;
    }

    /** Ends them when none came for that long. */
    synchronized void cutIfSilent(Duration silence) {
        if (waiting != null && lastByteAt.plus(silence).isBefore(clock.instant())) {
            cut = true;
            waiting.interrupt();
        }
    }

    private int read(byte[] buffer, int from, int most) {
        synchronized (this) {
            if (cut) {
                return -1;
            }
            waiting = Thread.currentThread();
        }
        int read = -1;
        boolean failed = false;
        try {
            read = in.read(buffer, from, most);
        } catch (IOException broken) {
            failed = true;
        }
        synchronized (this) {
            waiting = null;
            if (cut) {
                Thread.interrupted(); // It was meant for the waiting alone.
            }
            cut |= failed;
            lastByteAt = clock.instant();
            return read;
        }
    }
}
