package ma.balagh.dispatch.position;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Lets sightings gather for a moment and writes them together, one transaction after the other: what comes each second
 * from each unit costs the database some statements for all of them. Whoever says where a unit is waits for the commit.
 */
@ApplicationScoped
class PositionWorker {

    /** Of one transaction. */
    private static final int MOST_AT_ONCE = 1000;

    /** How often an idle worker looks whether it is to stop. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private record Waiting(UnitSighting sighting, CompletableFuture<SightingOutcome> outcome) {}

    private final PositionWriter writer;
    private final PositionConfig config;
    private final BlockingQueue<Waiting> queue;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    PositionWorker(PositionWriter writer, PositionConfig config) {
        this.writer = writer;
        this.config = config;
        this.queue = new ArrayBlockingQueue<>(config.mostWaiting());
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("positions").start(this::work);
    }

    /** Whoever waits is answered first. No interrupt: it would close the connection that a virtual thread writes to. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join();
        }
    }

    /** @throws ProblemException 503 while too many wait already */
    CompletableFuture<SightingOutcome> submit(UnitSighting sighting) {
        var waiting = new Waiting(sighting, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            throw CommonProblem.UNAVAILABLE.because("too many positions wait to be written; send the next one later");
        }
        return waiting.outcome();
    }

    private void work() {
        try {
            while (!stopping || !queue.isEmpty()) {
                var batch = gather();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> gather() throws InterruptedException {
        var first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        Thread.sleep(config.gather());
        var batch = new ArrayList<Waiting>();
        batch.add(first);
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        return batch;
    }

    private void write(List<Waiting> batch) {
        try {
            var outcomes = writer.write(batch.stream().map(Waiting::sighting).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error failure) {
            // Each caller is told, as if it had been alone.
            batch.forEach(waiting -> waiting.outcome().completeExceptionally(failure));
        }
    }
}
