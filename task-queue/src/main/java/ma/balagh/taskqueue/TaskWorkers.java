package ma.balagh.taskqueue;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.balagh.taskqueue.TaskMetrics.Outcome;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The workers of this replica at one queue: a thread claims, one for each task works, and a heartbeat renews the leases of
 * all of them. When this process dies its leases expire, and another replica begins again.
 */
public final class TaskWorkers<T extends LeasedTask> {

    private static final Logger LOG = Logger.getLogger(TaskWorkers.class);
    private static final Duration INTERRUPTION_LIMIT = Duration.ofSeconds(10);

    private final TaskQueue<T> queue;
    private final TaskHandler<T> handler;
    private final WakeUpCalls calls;
    private final TaskWorkersConfig config;
    private final Thread.Builder threads;
    private final TaskMetrics metrics;
    private final Semaphore places;
    private final Semaphore bell = new Semaphore(0);
    private final Set<RunningTask<T>> running = ConcurrentHashMap.newKeySet();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService upkeep;
    private @Nullable AutoCloseable listener;
    private @Nullable Thread claimer;
    private volatile boolean stopping;

    /** @param threads of the workers: platform threads for what computes, virtual ones for what waits */
    public TaskWorkers(
            TaskQueue<T> queue,
            TaskHandler<T> handler,
            WakeUpCalls calls,
            TaskWorkersConfig config,
            MeterRegistry meters,
            Thread.Builder threads) {
        this.queue = queue;
        this.handler = handler;
        this.calls = calls;
        this.config = config;
        this.threads = threads.name(queue.name() + "-worker-", 0);
        this.metrics = new TaskMetrics(meters, queue.name());
        this.places = new Semaphore(config.workers());
        // Two threads, so that leases are checked even while the database does not answer.
        this.upkeep = Executors.newScheduledThreadPool(
                2,
                Thread.ofPlatform().daemon().name(queue.name() + "-upkeep-", 0).factory());
    }

    public void start() {
        if (config.workers() == 0) {
            return;
        }
        long beat =
                Math.max(1, Math.min(config.beat().toMillis(), config.lease().toMillis() / 3));
        every(beat, this::renew);
        every(beat, () -> running.forEach(task -> task.check(config.lease(), config.attempt())));
        every(config.countInterval().toMillis(), () -> metrics.counted(queue.count()));
        listener = calls.listen(queue.name(), bell::release);
        claimer = Thread.ofPlatform().name(queue.name() + "-claims").start(this::claimUntilStopped);
    }

    /** An exception would end the repetition, and nobody would hear of it. */
    private void every(long milliseconds, Runnable action) {
        var unused = upkeep.scheduleWithFixedDelay(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException | Error e) {
                        LOG.warnf(e, "upkeep of a queue failed; trying again queue=%s", queue.name());
                    }
                },
                milliseconds,
                milliseconds,
                TimeUnit.MILLISECONDS);
    }

    /** Claims nothing more, waits for what is being done, then interrupts it; leases are renewed meanwhile. */
    public void stop() throws InterruptedException {
        stopping = true;
        close(listener);
        Thread claims = claimer;
        if (claims != null) {
            claims.interrupt();
            claims.join(INTERRUPTION_LIMIT);
        }
        if (!endsWithin(config.drain())) {
            running.forEach(RunningTask::interrupt);
            if (!endsWithin(INTERRUPTION_LIMIT)) {
                LOG.warnf("tasks ignore that they are interrupted; their leases expire queue=%s", queue.name());
            }
        }
        upkeep.shutdownNow();
    }

    private boolean endsWithin(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (Thread worker : workers) {
            long left = end - System.nanoTime();
            if (left <= 0 && worker.isAlive() || !worker.join(Duration.ofNanos(Math.max(1, left)))) {
                return false;
            }
        }
        return true;
    }

    private void claimUntilStopped() {
        while (!stopping) {
            try {
                if (!claimWhenOneIsFree()) {
                    Duration untilNextLook = queue.untilNextLook(config.poll());
                    // What became due before this question is not in its answer.
                    if (!claimWhenOneIsFree()) {
                        awaitBell(untilNextLook);
                    }
                }
            } catch (InterruptedException e) {
                // Only stop() interrupts this thread; the condition of the loop says so.
            } catch (RuntimeException | Error e) {
                LOG.warnf(e, "the queue cannot be read; trying again queue=%s", queue.name());
                pause();
            }
        }
    }

    /** The place is the worker's from its start on. */
    private boolean claimWhenOneIsFree() throws InterruptedException {
        places.acquire();
        boolean started = false;
        try {
            // What is notified from here on may be too late for the claim.
            bell.drainPermits();
            Optional<T> claimed = queue.claim();
            if (claimed.isPresent()) {
                startWorker(claimed.get());
                started = true;
            }
        } finally {
            if (!started) {
                places.release();
            }
        }
        return started;
    }

    private void startWorker(T task) {
        Thread worker = threads.unstarted(() -> {
            try {
                work(task);
            } finally {
                workers.remove(Thread.currentThread());
                places.release();
                // Its key is free.
                bell.release();
            }
        });
        workers.add(worker);
        worker.start();
    }

    private void work(T task) {
        long started = System.nanoTime();
        Outcome outcome = Outcome.ENDED;
        var attempt = new RunningTask<>(task);
        running.add(attempt);
        try {
            try (attempt) {
                if (stopping) {
                    throw new InterruptedException();
                }
                if (task.lostLeases() >= config.lostLeases()) {
                    handler.giveUp(task);
                } else {
                    handler.work(task);
                }
            } finally {
                running.remove(attempt);
            }
        } catch (Error e) {
            outcome = settle(task, new NonRetryableTaskException(e));
        } catch (IOException | InterruptedException | RuntimeException e) {
            outcome = settle(
                    task,
                    attempt.isTooLong() ? new NonRetryableTaskException("it took longer than " + config.attempt()) : e);
        }
        metrics.attempted(outcome, Duration.ofNanos(System.nanoTime() - started));
    }

    /** What fails while this replica stops fails because of that, and counts as little as the stop. */
    private Outcome settle(T task, Exception failure) {
        String told = "%sId=%s".formatted(queue.name(), task.id());
        try {
            if (stopping) {
                queue.release(task);
                return Outcome.RETURNED;
            }
            return switch (failure) {
                case InterruptedException _, LeaseLostException _ -> {
                    LOG.warnf("Lost the lease %s", told);
                    yield Outcome.LOST;
                }
                case NonRetryableTaskException _ -> {
                    LOG.errorf(failure, "The work itself failed %s", told);
                    queue.lose(task, String.valueOf(failure.getMessage()));
                    yield Outcome.FAILED;
                }
                default -> {
                    LOG.warnf(failure, "The work is tried again later %s", told);
                    queue.retryLater(task, String.valueOf(failure.getMessage()));
                    yield Outcome.RETRIED;
                }
            };
        } catch (RuntimeException e) {
            LOG.warnf(e, "What came of the work could not be written; its lease expires %s", told);
            return Outcome.LOST;
        }
    }

    private void renew() {
        if (running.isEmpty()) {
            return;
        }
        var attempts = Set.copyOf(running);
        long asked = System.nanoTime();
        Set<UUID> lost = queue.renew(attempts.stream().map(RunningTask::task).toList());
        for (RunningTask<T> attempt : attempts) {
            if (lost.contains(attempt.task().token())) {
                attempt.interrupt();
            } else {
                attempt.renewed(asked);
                handler.renewed(attempt.task());
            }
        }
    }

    private void awaitBell(Duration longest) throws InterruptedException {
        // Rung or not, the next step is to look.
        var unused = bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pause() {
        try {
            awaitBell(config.poll());
        } catch (InterruptedException e) {
            // As above: the condition of the loop says so.
        }
    }

    private void close(@Nullable AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception e) {
            LOG.warnf(e, "the listener of a queue does not close queue=%s", queue.name());
        }
    }
}
