package ma.balagh.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A body that the network's thread reads ahead of whoever reads the stream. The framework's own stream asks that thread
 * for each piece of some kilobytes and waits for it, which takes longer than hashing and writing the piece.
 *
 * <p>Read by one thread. What came before a connection broke can still be read.
 */
public final class BodyStream extends InputStream {

    /** So much waits at most, and a piece more. */
    private static final long AHEAD = 2L << 20;

    /** The network's thread takes so long to close a connection at most. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final HttpServerRequest request;
    private final Duration patience;

    /** The connection, which Vert.x locks while a request is paused or resumed. */
    private final Object lock;

    private final Queue<Buffer> pieces = new ArrayDeque<>();
    private long waiting;
    private boolean paused;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;

    private boolean begun;
    private @Nullable Buffer piece;
    private int position;

    /** @param read the whole body, where it has been read already */
    BodyStream(HttpServerRequest request, @Nullable Buffer read, Duration patience) {
        this.request = request;
        this.piece = read;
        this.begun = read != null;
        this.ended = begun;
        this.patience = patience;
        this.lock = request.connection();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (piece == null) {
            piece = next();
            position = 0;
        }
        if (piece == null) {
            return -1;
        }
        int read = Math.min(length, piece.length() - position);
        piece.getBytes(position, position + read, into, offset);
        position += read;
        if (position == piece.length()) {
            piece = null;
        }
        return read;
    }

    /** The rest is still read from the network, and thrown away: the connection may serve another request. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            pieces.clear();
            if (begun) {
                request.resume();
            }
        }
    }

    /** Nothing at the end. */
    private @Nullable Buffer next() throws IOException {
        begin();
        synchronized (lock) {
            await();
            Buffer next = pieces.poll();
            waiting -= next == null ? 0 : next.length();
            if (paused && waiting <= AHEAD / 2) {
                paused = false;
                request.resume();
            }
            return next;
        }
    }

    /** Until then the sender, if it asked, has not been told to send. */
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        if (request.isEnded()) {
            end();
            return;
        }
        request.exceptionHandler(this::fail).endHandler(_ -> end()).handler(this::add);
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /** Whoever calls holds the lock. */
    private void await() throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        while (pieces.isEmpty() && !ended) {
            if (closed || failure != null) {
                throw new IOException("the body ended before its end", failure);
            }
            if (System.nanoTime() - until >= 0) {
                hangUp();
                throw new IOException("the sender was silent for " + patience);
            }
            listenUntil(until);
        }
    }

    /** Returns when the connection is closed: nothing that is answered from here on reaches the sender. */
    private void hangUp() throws InterruptedIOException {
        request.connection().close();
        long until = System.nanoTime() + CLOSING.toNanos();
        while (failure == null && System.nanoTime() - until < 0) {
            listenUntil(until);
        }
    }

    private void listenUntil(long until) throws InterruptedIOException {
        try {
            lock.wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    private void add(Buffer arrived) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            pieces.add(arrived);
            waiting += arrived.length();
            if (!paused && waiting >= AHEAD) {
                paused = true;
                request.pause();
            }
            lock.notifyAll();
        }
    }

    private void end() {
        synchronized (lock) {
            ended = true;
            lock.notifyAll();
        }
    }

    private void fail(Throwable cause) {
        synchronized (lock) {
            failure = cause;
            lock.notifyAll();
        }
    }
}
