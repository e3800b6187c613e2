package ma.balagh.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import ma.balagh.platform.test.EventStreamReader;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * A desk that follows what changes, and goes on at the other replica with the id of the last event that it has read: every
 * few seconds, and when its replica dies.
 */
final class RestlessFollower implements AutoCloseable {

    private static final TestTokens PERSON = TestTokens.of("restless", "dispatcher");
    private static final int LONGEST_STAY_MILLIS = 3_000;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int PAUSE_MILLIS = 100;

    private final DispatchCluster cluster;
    private final Random random;
    private final Map<UUID, AtomicInteger> told = new ConcurrentHashMap<>();
    private final AtomicInteger moves = new AtomicInteger();
    private final Thread thread;
    private String position;
    private volatile @Nullable Throwable failure;

    private RestlessFollower(DispatchCluster cluster, Random random, String position) {
        this.cluster = cluster;
        this.random = random;
        this.position = position;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    /** Returns once nothing that begins now can be missed. */
    static RestlessFollower start(DispatchCluster cluster, long seed) throws IOException, InterruptedException {
        try (var stream = cluster.replica(0).follow(PERSON, null)) {
            return new RestlessFollower(cluster, new Random(seed), stream.lastId());
        }
    }

    /** How often it was told that an assignment had changed. */
    Map<UUID, Integer> told() {
        if (failure != null) {
            throw new AssertionError("the follower gave up", failure);
        }
        return told.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get()));
    }

    /** How often it went to the other replica. */
    int moves() {
        return moves.get();
    }

    private void follow() {
        try {
            for (var place = 0; ; place = 1 - place) {
                stayAt(cluster.replica(place));
                moves.incrementAndGet();
            }
        } catch (InterruptedException e) {
            // The test is over.
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void stayAt(DispatchReplica replica) throws InterruptedException {
        long leave = System.nanoTime()
                + Duration.ofMillis(random.nextInt(LONGEST_STAY_MILLIS)).toNanos();
        try (var stream = replica.follow(PERSON, position)) {
            while (System.nanoTime() < leave) {
                var event = stream.poll(LOOK);
                if (event != null && event.isEnd()) {
                    return;
                }
                if (event != null) {
                    read(event);
                }
            }
        } catch (IOException away) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void read(EventStreamReader.StreamedEvent event) {
        if (event.name().equals("reset")) {
            throw new AssertionError("the stream says that something is missing");
        }
        event.ids("assignments")
                .forEach(id ->
                        told.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet());
        position = event.id();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
