import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;

/**
 * How many positions a second one dispatch takes from 5,000 units that each say once a second where they are, over HTTP
 * and with all checks, and what recommendations take meanwhile; beside it what they take while nobody moves. Client and
 * server share the machine. Each unit speaks for itself, or, with TOGETHER above 1, a gateway for so many at once. A
 * position that could not be sent in time, because too many requests were under way, counts as missed. Also beside it:
 * how many positions a second one connection to the database writes and commits, without permissions, plausibility and
 * track. Exits with 1 where a position was missed or refused, or recommendations took too long meanwhile.
 *
 * <p>{@code benchmarks/position-updates [SECONDS] [UNITS] [TOGETHER]} starts PostgreSQL, Kafka, Keycloak and dispatch on
 * ports of their own and deletes everything afterwards.
 */
final class PositionUpdates {

    private static final int TICKS_A_SECOND = 100;
    private static final int MOST_UNDER_WAY = 2_000;
    private static final int RECOMMENDATIONS_AT_REST = 200;
    private static final Duration PLAIN = Duration.ofSeconds(5);
    /** As on a server that has run for a while: its code is compiled by then. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** The most milliseconds for 99 of 100 recommendations while all units move. */
    private static final double MOST_MEANWHILE = 50;

    /** So many degrees north in a second are 10 m/s. */
    private static final double STEP = 10 / 111_195.0;

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Recommendations recommendations = new Recommendations();
    private final List<String> unitIds;
    private final int together;
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final List<Double> took = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder taken = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);

    private PositionUpdates(int units, int together) throws Exception {
        this.together = together;
        unitIds = recommendations.enlist(units);
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int units = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        int together = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        KAFKA.setLevel(Level.WARNING); // it tells each of its settings otherwise
        var workplace = SuiteDirectories.in(
                SuiteDirectories.repositoryAround(Path.of("")), Recommendations.PORT_OFFSET);
        FileTrees.delete(workplace.data());
        var suite = new Suite(workplace);
        boolean held;
        try {
            suite.start("dispatch", message -> System.out.println("  " + message));
            System.out.printf("  enlisting %,d units%n", units);
            held = new PositionUpdates(units, together).measure(suite, Duration.ofSeconds(seconds));
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
        FileTrees.delete(workplace.data());
        System.exit(held ? 0 : 1);
    }

    /** @return whether each bar holds */
    private boolean measure(Suite suite, Duration length) throws Exception {
        double plain = plainUpdates(suite.workplace().ports().postgres());
        List<String> incidents =
                recommendations.incidents(suite.workplace().ports().bootstrapServers());
        Recommendations.warmUp(incidents);
        move(WARM_UP, 0);
        forget();
        var atRest = new ArrayList<Double>();
        for (int i = 0; i < RECOMMENDATIONS_AT_REST; i++) {
            atRest.add(Recommendations.timed(incidents.get(i % incidents.size())));
        }
        var meanwhile = new ArrayList<Double>();
        var over = new AtomicBoolean();
        Thread dispatcher = Thread.ofPlatform().start(() -> {
            for (int i = 0; !over.get(); i++) {
                meanwhile.add(Recommendations.timed(incidents.get(i % incidents.size())));
            }
        });
        long nanos = move(length, WARM_UP.toSeconds());
        over.set(true);
        dispatcher.join();

        double seconds = nanos / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%n%,d units for %.0f s, at most %d in a request, ms (load of the machine: %.1f)%n",
                unitIds.size(),
                seconds,
                together,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("  %-44s %8s %8s %8s %8s%n", "", "p50", "p95", "p99", "most");
        Recommendations.print("request with positions", took);
        Recommendations.print("recommendation meanwhile", meanwhile);
        Recommendations.print("recommendation while nobody moves", atRest);
        System.out.printf(
                Locale.ROOT,
                "  taken: %,.0f a second, by status %s; not sent in time: %d%n",
                taken.sum() / seconds,
                statuses,
                missed.sum());
        System.out.printf(
                Locale.ROOT,
                "  plain updates over JDBC: %,.0f a second; over HTTP %.1f times as many%n",
                plain,
                taken.sum() / seconds / plain);
        System.out.printf(
                Locale.ROOT,
                "  p50 of recommendations: %.1f times as long as while nobody moves%n",
                Recommendations.quantile(meanwhile, 0.50) / Recommendations.quantile(atRest, 0.50));
        return judge(length) & Recommendations.judge("recommendation meanwhile", meanwhile, MOST_MEANWHILE);
    }

    /** @return whether each unit's position was taken in each second */
    private boolean judge(Duration length) {
        long wanted = unitIds.size() * length.toSeconds();
        boolean all = taken.sum() == wanted;
        System.out.printf(
                "  %,d positions of %,d taken, bar all of them: %s%n", taken.sum(), wanted, all ? "holds" : "MISSED");
        return all;
    }

    private double plainUpdates(int port) throws SQLException {
        long start = System.nanoTime();
        int written = 0;
        try (var connection = Recommendations.connect(port);
                var update = connection.prepareStatement("""
                        update unit_position set latitude = latitude + 0.00001, position_at = now()
                        where unit_id = cast(? as uuid)
                        """)) {
            for (; System.nanoTime() - start < PLAIN.toNanos(); written++) {
                update.setString(1, unitIds.get(written % unitIds.size()));
                update.executeUpdate();
            }
        }
        return written / ((System.nanoTime() - start) / 1e9);
    }

    /** Each unit once a second, spread over its ticks. */
    private long move(Duration length, long firstSecond) throws InterruptedException {
        long start = System.nanoTime();
        long ticks = length.toSeconds() * TICKS_A_SECOND;
        for (long tick = 0; tick < ticks; tick++) {
            var moving = IntStream.iterate((int) (tick % TICKS_A_SECOND), i -> i < unitIds.size(), i -> i + TICKS_A_SECOND)
                    .boxed()
                    .toList();
            long second = firstSecond + tick / TICKS_A_SECOND;
            for (int i = 0; i < moving.size(); i += together) {
                send(moving.subList(i, Math.min(i + together, moving.size())), second);
            }
            long next = start + (tick + 1) * 1_000_000_000L / TICKS_A_SECOND;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        room.acquire(MOST_UNDER_WAY);
        room.release(MOST_UNDER_WAY);
        return System.nanoTime() - start;
    }

    private void forget() {
        statuses.clear();
        took.clear();
        taken.reset();
        missed.reset();
    }

    private void send(List<Integer> units, long second) {
        if (!room.tryAcquire()) {
            missed.add(units.size());
            return;
        }
        long start = System.nanoTime();
        http.sendAsync(together == 1 ? one(units.getFirst(), second) : fleet(units, second), BodyHandlers.discarding())
                .whenComplete((answer, failure) -> answered(start, units.size(), answer, failure));
    }

    private HttpRequest one(int unit, long second) {
        return put("/api/v1/units/" + unitIds.get(unit) + "/position", position(unit, second));
    }

    private HttpRequest fleet(List<Integer> units, long second) {
        var items = units.stream()
                .map(unit -> "{\"unitId\": \"%s\", \"position\": %s}"
                        .formatted(unitIds.get(unit), position(unit, second)))
                .collect(Collectors.joining(","));
        return put("/api/v1/unit-positions", "{\"items\": [" + items + "]}");
    }

    private String position(int unit, long second) {
        double[] place = recommendations.place(unit);
        return String.format(
                Locale.ROOT,
                "{\"latitude\": %.6f, \"longitude\": %.6f, \"at\": \"%s\", \"heading\": 0, \"speed\": 10}",
                place[0] + second * STEP,
                place[1],
                Instant.now());
    }

    private static HttpRequest put(String path, String body) {
        return HttpRequest.newBuilder(Recommendations.CLIENT.uri(Target.DISPATCH, path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    private static String token() {
        return Recommendations.CLIENT.token("dispatcher");
    }

    private void answered(long start, int units, HttpResponse<Void> answer, Throwable failure) {
        room.release();
        int status = failure == null ? answer.statusCode() : 0;
        if (status == 200) {
            took.add((System.nanoTime() - start) / 1e6);
            taken.add(units);
        }
        statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }
}
