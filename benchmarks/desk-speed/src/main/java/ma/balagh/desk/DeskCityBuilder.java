package ma.balagh.desk;

import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.DemoStory;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.suite.Suite;
import ma.balagh.platform.test.KafkaProbe;

/** A thousand units on duty in Casablanca, and forty incidents that wait. */
final class DeskCityBuilder {

    static final int INCIDENTS = 40;
    private static final int UNITS = 1_000;
    private static final int AT_ONCE = 4;
    private static final double LATITUDE = 33.57;
    private static final double LONGITUDE = -7.62;
    /** Degrees, to each side. */
    private static final double WIDTH = 0.08;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = new Random(1);
    private final SuiteClient client = new SuiteClient(DeskBenchmark.PORT_OFFSET);
    private final KafkaProbe kafka;
    private final List<String> units = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private List<String> incidents = List.of();

    DeskCityBuilder(Suite suite) {
        kafka = new KafkaProbe(suite.workplace().ports().bootstrapServers());
    }

    SuiteClient client() {
        return client;
    }

    DemoStory story() {
        return new DemoStory(client);
    }

    List<String> units() {
        return units;
    }

    List<String> incidents() {
        return incidents;
    }

    void fill() throws Exception {
        System.out.printf("  enlisting %,d units%n", UNITS);
        var pending = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < UNITS; i++) {
                var callSign = "PATROL-" + i;
                places.add(new double[] {around(LATITUDE), around(LONGITUDE)});
                pending.add(threads.submit(() -> enlist(callSign)));
            }
            for (var unit : pending) {
                units.add(unit.get());
            }
        }
        for (int i = 0; i < UNITS; i++) {
            place(i, 0, 0);
        }
        for (int i = 0; i < INCIDENTS; i++) {
            kafka.publish(verdict(i));
        }
        incidents =
                AnswerPoller.until("the incidents are open", PATIENCE, this::open, found -> found.size() == INCIDENTS);
    }

    private double around(double middle) {
        return middle + (random.nextDouble() * 2 - 1) * WIDTH;
    }

    private String enlist(String callSign) {
        var unit = Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS");
        return client.post("dispatcher", DISPATCH, "/units", unit)
                .expect(201)
                .path("id")
                .asText();
    }

    /** Says that a unit is so far from where it stood first, in degrees. */
    void place(int unit, double north, double east) {
        var place = new HashMap<String, Object>();
        place.put("latitude", places.get(unit)[0] + north);
        place.put("longitude", places.get(unit)[1] + east);
        place.put("at", Instant.now().toString());
        client.put("dispatcher", DISPATCH, "/units/" + units.get(unit) + "/position", place)
                .expect(200);
    }

    private List<String> open() {
        var ids = new ArrayList<String>();
        client.get("dispatcher", DISPATCH, "/incidents?limit=200")
                .expect(200)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private VerdictReached verdict(int number) {
        var now = Instant.now();
        return new VerdictReached(
                IdGenerator.next(),
                IdGenerator.next(),
                "MA-CAS",
                Verdict.PRESUMED_OFFENCE,
                1 + number % 4,
                "Boulevard " + number,
                around(LATITUDE),
                around(LONGITUDE),
                now.minusSeconds(1800),
                null,
                now.minusSeconds(120),
                now.minusSeconds(60));
    }
}
