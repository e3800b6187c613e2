package ma.balagh.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks in order for each key, and in parallel across keys. Each key with work has a virtual thread, so that a
 * waiting one does not delay the others.
 */
final class KeyedExecutor {

    /** One thing to do; ends early when {@link #isClosing}. */
    interface Work {
        void run() throws InterruptedException;
    }

    private record Waiting(Work work, int bytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(KeyedExecutor.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final int backlog;
    private final long backlogBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ThreadFactory threads;
    private final Map<Object, Queue<Waiting>> lanes = new HashMap<>();
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
    private int waiting;
    private long waitingBytes;
    private boolean closing;

    /**
     * @param backlog how much may wait
     * @param backlogBytes how large all of it may be
     */
    KeyedExecutor(int backlog, long backlogBytes) {
        this(backlog, backlogBytes, Thread.ofVirtual().name("inbound-", 0).factory());
    }

    KeyedExecutor(int backlog, long backlogBytes, ThreadFactory threads) {
        this.backlog = backlog;
        this.backlogBytes = backlogBytes;
        this.threads = threads;
    }

    /**
     * Queues the work and returns at once; the stage ends when there is room for more. What is thrown, because there is no
     * memory for a thread, leaves nothing behind.
     *
     * @param bytes what it keeps in memory until it is done
     */
    CompletionStage<Void> add(Object lane, int bytes, Work work) {
        lock.lock();
        try {
            var queue = lanes.get(lane);
            if (queue != null) {
                queue.add(new Waiting(work, bytes));
            } else {
                begin(lane, new Waiting(work, bytes));
            }
            waiting++;
            waitingBytes += bytes;
            if (isFull() && room.isDone()) {
                room = new CompletableFuture<>();
            }
            return room;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, or less when the lanes are closed meanwhile. */
    void pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            var left = time.toNanos();
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Begins nothing more and waits for what runs. */
    void close(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
            var left = patience.toNanos();
            while (left > 0 && !lanes.isEmpty()) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return waiting >= backlog || waitingBytes >= backlogBytes;
    }

    /** Its thread needs the lock for the second work. */
    private void begin(Object lane, Waiting first) {
        lanes.put(lane, new ArrayDeque<>());
        var isBegun = false;
        try {
            threads.newThread(() -> drain(lane, first)).start();
            isBegun = true;
        } finally {
            if (!isBegun) {
                lanes.remove(lane);
            }
        }
    }

    private void drain(Object lane, Waiting first) {
        try {
            for (var next = first; next != null; next = next(lane, next)) {
                run(next.work());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lane without its thread would keep its records for ever, so that nothing ends it, no Error either. */
    private void run(Work work) throws InterruptedException {
        var isDone = false;
        while (!isDone) {
            try {
                work.run();
                isDone = true;
            } catch (RuntimeException | Error e) {
                LOG.atError().setCause(e).log("A record is tried again");
                pause(AFTER_FAILURE);
                isDone = isClosing();
            }
        }
    }

    private @Nullable Waiting next(Object lane, Waiting done) {
        CompletableFuture<Void> opened = null;
        lock.lock();
        try {
            waiting--;
            waitingBytes -= done.bytes();
            if (!isFull() && !room.isDone()) {
                opened = room;
            }
            var queue = lanes.get(lane);
            var next = queue == null || closing ? null : queue.poll();
            if (next == null) {
                lanes.remove(lane);
                changed.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
            // Outside the lock: whoever waits for room adds more work at once.
            if (opened != null) {
                opened.complete(null);
            }
        }
    }
}
