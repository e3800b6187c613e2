package ma.balagh.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * Dispatchers who want more units than there are, each in several windows at once. A request that nobody answered is
 * repeated at the other replica under its key, some are sent to both at once, and what is refused is tried again with
 * another unit. Whoever got a unit calls it back, or follows it until it is done.
 */
final class UnitContest implements AutoCloseable {

    private static final int DISPATCHERS = 20;
    private static final int WINDOWS = 10;

    private static final int LONGEST_STAY_MILLIS = 1_000;
    private static final int LONGEST_THOUGHT_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 100;
    /** The unit is taken; somebody else has changed the incident. */
    private static final List<Integer> REFUSED = List.of(409, 412);
    /** All connections to the database are in use. */
    private static final int BUSY = 503;

    /** @param key under which the dispatcher sent the unit */
    record Acknowledged(UUID key, UUID assignmentId, UUID unitId) {}

    private final DispatchCluster cluster;
    private final List<UUID> units;
    private final List<UUID> incidents;
    private final Queue<Acknowledged> assignments = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> releases = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> windows = new ArrayList<>();
    private volatile boolean going = true;

    UnitContest(DispatchCluster cluster, List<UUID> units, List<UUID> incidents) {
        this.cluster = cluster;
        this.units = units;
        this.incidents = incidents;
    }

    void begin(long seed) {
        for (var i = 0; i < DISPATCHERS * WINDOWS; i++) {
            var person = TestTokens.of("dispatcher-" + i % DISPATCHERS, "dispatcher");
            var window = new Window(person, new Random(seed + i));
            windows.add(threads.submit(window::contend));
        }
    }

    /** Nothing new begins; returns once everybody has got a unit, and has let go of it. */
    void end() throws InterruptedException, ExecutionException {
        going = false;
        for (var window : windows) {
            window.get();
        }
    }

    /** One for each answer: a dispatcher who sent a request twice was answered twice. */
    List<Acknowledged> assignments() {
        return List.copyOf(assignments);
    }

    /** The assignments whose end was acknowledged. */
    List<UUID> releases() {
        return List.copyOf(releases);
    }

    /** How often a unit was not sent, by status. */
    Map<Integer, AtomicInteger> refusals() {
        return Map.copyOf(refusals);
    }

    /** How many requests met no replica, or one that died over them. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private interface Call {
        HttpResponse<String> on(DispatchReplica replica) throws IOException, InterruptedException;
    }

    private final class Window {

        private final TestTokens person;
        private final Random random;

        Window(TestTokens person, Random random) {
            this.person = person;
            this.random = random;
        }

        Void contend() throws InterruptedException, ExecutionException, IOException {
            for (var isFirst = true; going || isFirst; isFirst = false) {
                var assignmentId = sendUnit();
                while (assignmentId == null) {
                    Thread.sleep(random.nextInt(LONGEST_THOUGHT_MILLIS));
                    assignmentId = sendUnit();
                }
                Thread.sleep(random.nextInt(LONGEST_STAY_MILLIS));
                release(assignmentId);
            }
            return null;
        }

        /** Null where it is refused. */
        private @Nullable UUID sendUnit() throws InterruptedException, ExecutionException, IOException {
            var path = "/api/v1/incidents/" + any(incidents);
            var unitId = any(units);
            var read = call(random.nextInt(2), replica -> replica.get(person, path));
            var tag = read.headers()
                    .firstValue("ETag")
                    .orElseThrow(() -> new AssertionError(read.statusCode() + " " + read.body()));
            var key = UUID.randomUUID();
            var first = random.nextInt(2);
            var clicks = IntStream.range(first, first + (random.nextInt(3) == 0 ? 2 : 1))
                    .<Callable<HttpResponse<String>>>mapToObj(click -> () -> call(
                            click % 2,
                            replica -> replica.post(
                                    person,
                                    path + "/assignments",
                                    "{\"unitId\": \"%s\"}".formatted(unitId),
                                    "If-Match",
                                    tag,
                                    "Idempotency-Key",
                                    key.toString())))
                    .toList();
            UUID assignmentId = null;
            for (var answer : threads.invokeAll(clicks)) {
                if (answer.get().statusCode() == 201) {
                    assignmentId = UUID.fromString(SuiteClient.json()
                            .readTree(answer.get().body())
                            .path("id")
                            .asText());
                    assignments.add(new Acknowledged(key, assignmentId, unitId));
                } else {
                    refuse(answer.get());
                }
            }
            return assignmentId;
        }

        private void refuse(HttpResponse<String> answer) {
            if (!REFUSED.contains(answer.statusCode())) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            refusals.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
        }

        private void release(UUID assignmentId) throws InterruptedException {
            var path = "/api/v1/assignments/" + assignmentId;
            if (random.nextBoolean()) {
                tell(path + "/stand-down", "{\"reason\": \"Needed elsewhere\"}");
            } else {
                for (var step : List.of(ProgressStatus.EN_ROUTE, ProgressStatus.ON_SCENE, ProgressStatus.CLEARED)) {
                    tell(path + "/progress", "{\"status\": \"%s\"}".formatted(step));
                }
            }
            releases.add(assignmentId);
        }

        private void tell(String path, String body) throws InterruptedException {
            var key = UUID.randomUUID().toString();
            var answer = call(random.nextInt(2), replica -> replica.post(person, path, body, "Idempotency-Key", key));
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        }

        private HttpResponse<String> call(int place, Call call) throws InterruptedException {
            while (true) {
                try {
                    var answer = call.on(cluster.replica(place));
                    if (answer.statusCode() != BUSY) {
                        return answer;
                    }
                } catch (IOException away) {
                    // Whether it was done nobody knows: the next one has the same key.
                }
                unanswered.incrementAndGet();
                place = 1 - place;
                Thread.sleep(PAUSE_MILLIS);
            }
        }

        private UUID any(List<UUID> ids) {
            return ids.get(random.nextInt(ids.size()));
        }
    }
}
