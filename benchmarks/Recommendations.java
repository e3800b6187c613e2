import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.part.RoadExtractStore;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long {@code GET /incidents/{id}/recommendations} takes among 10,000 units of one territory, over HTTP and with all
 * checks: along the straight line, and by road on an extract of a made-up city. Beside it a plain scan: reading all units
 * over JDBC and sorting them by distance, without times, reasons or permissions. Exits with 1 where a bar is missed.
 *
 * <p>{@code benchmarks/recommendations [TIMES] [UNITS]} starts PostgreSQL, Kafka, Keycloak and dispatch on ports of their
 * own and deletes everything afterwards.
 */
final class Recommendations {

    static final int PORT_OFFSET = 960;
    /** Junctions in a row of the city: 40,000 in all, 26 km from end to end. */
    private static final int SIDE = 200;

    private static final int INCIDENTS = 40;
    private static final int CLIENTS = 4;
    /** As on a server that has run for a while: its code is compiled by then. */
    private static final int WARM_UP = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The most milliseconds for 99 of 100 recommendations among 10,000 units. */
    private static final double MOST_STRAIGHT = 20;

    private static final double MOST_BY_ROAD = 100;

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    static final SuiteClient CLIENT = new SuiteClient(PORT_OFFSET);

    private final StreetExtract city = new StreetExtract(SIDE);
    private final Random random = new Random(1);
    private final Map<String, double[]> positions = Collections.synchronizedMap(new HashMap<>());

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int units = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        KAFKA.setLevel(Level.WARNING); // it tells each of its settings otherwise
        var workplace = SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), PORT_OFFSET);
        FileTrees.delete(workplace.data());
        var suite = new Suite(workplace);
        boolean held;
        try {
            suite.start("dispatch", message -> System.out.println("  " + message));
            held = new Recommendations().measure(suite, times, units);
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
        FileTrees.delete(workplace.data());
        System.exit(held ? 0 : 1);
    }

    /** @return whether each bar holds */
    private boolean measure(Suite suite, int times, int units) throws Exception {
        var workplace = suite.workplace();
        System.out.printf("  enlisting %,d units%n", units);
        enlist(units);
        List<String> incidents = incidents(workplace.ports().bootstrapServers());
        List<Double> straight = recommendations(incidents, times, "STRAIGHT_LINE");
        List<Double> scan = scans(workplace.ports().postgres(), times);

        Path extract = workplace.data().resolve("city.osm.pbf");
        city.write(extract);
        RoadExtractStore.choose(workplace, extract);
        suite.stop("dispatch");
        suite.start("dispatch", message -> System.out.println("  " + message));
        List<Double> byRoad = recommendations(incidents, times, "ROAD");

        System.out.printf(
                "%n%,d recommendations among %,d units, ms (load of the machine: %.1f)%n",
                times,
                units,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("  %-44s %8s %8s %8s %8s%n", "", "p50", "p95", "p99", "most");
        print("straight line", straight);
        print("by road, %,d junctions".formatted(city.junctions()), byRoad);
        print("plain scan over JDBC, distances alone", scan);
        System.out.printf(
                Locale.ROOT,
                "  p50 beside that of the plain scan: straight line %.1f, by road %.1f times as long%n",
                quantile(straight, 0.50) / quantile(scan, 0.50),
                quantile(byRoad, 0.50) / quantile(scan, 0.50));
        return judge("straight line", straight, MOST_STRAIGHT) & judge("by road", byRoad, MOST_BY_ROAD);
    }

    /** @return whether 99 of 100 took no longer */
    static boolean judge(String name, List<Double> took, double most) {
        double judged = quantile(took, 0.99);
        System.out.printf(
                Locale.ROOT,
                "  %s: p99 %.1f ms, bar %.0f ms: %s%n",
                name,
                judged,
                most,
                judged <= most ? "holds" : "MISSED");
        return judged <= most;
    }

    /** @return their ids */
    List<String> enlist(int units) throws Exception {
        var pending = new ArrayList<Future<String>>();
        var ids = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < units; i++) {
                var callSign = callSign(i);
                positions.put(callSign, place());
                pending.add(threads.submit(() -> enlist(callSign)));
            }
            for (Future<String> each : pending) {
                ids.add(each.get());
            }
        }
        return ids;
    }

    private static String callSign(int unit) {
        return "B-" + unit;
    }

    /** Where a unit was enlisted. */
    double[] place(int unit) {
        return positions.get(callSign(unit));
    }

    private String enlist(String callSign) {
        String id = CLIENT.post(
                        "dispatcher",
                        Target.DISPATCH,
                        "/units",
                        Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS"))
                .expect(201)
                .path("id")
                .asText();
        double[] place = positions.get(callSign);
        CLIENT.put(
                        "dispatcher",
                        Target.DISPATCH,
                        "/units/" + id + "/position",
                        Map.of("latitude", place[0], "longitude", place[1]))
                .expect(200);
        return id;
    }

    private double[] place() {
        return new double[] {
            city.latitude(0) + random.nextDouble() * SIDE * StreetExtract.SPACING,
            city.longitude(0) + random.nextDouble() * SIDE * StreetExtract.SPACING
        };
    }

    /** Verdicts of analysis become incidents at places all over the city. */
    List<String> incidents(String bootstrapServers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < INCIDENTS; i++) {
                producer.send(verdict()).get();
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        var ids = new ArrayList<String>();
        while (ids.size() < INCIDENTS && System.nanoTime() < end) {
            Thread.sleep(500);
            ids.clear();
            JsonNode items = CLIENT.get("dispatcher", Target.DISPATCH, "/incidents?limit=200")
                    .expect(200)
                    .path("items");
            items.forEach(item -> ids.add(item.path("id").asText()));
        }
        return ids;
    }

    private ProducerRecord<String, String> verdict() throws Exception {
        double[] place = place();
        var dossier = IdGenerator.next().toString();
        var now = Instant.now().toString();
        var content = Map.of(
                "dossierId", dossier,
                "verdictId", IdGenerator.next().toString(),
                "jurisdiction", "MA-CAS",
                "verdict", "PRESUMED_OFFENCE",
                "severity", 3,
                "latitude", place[0],
                "longitude", place[1],
                "proposedAt", now,
                "confirmedAt", now);
        var message = new ProducerRecord<>(
                "balagh.analysis.verdicts.v1", dossier, SuiteClient.json().writeValueAsString(content));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", IdGenerator.next().toString(),
                        "ce_source", "analysis",
                        "ce_type", "balagh.analysis.VerdictReached.v1",
                        "ce_subject", dossier,
                        "ce_time", now,
                        "content-type", "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    private List<Double> recommendations(List<String> incidents, int times, String basis) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!basis(incidents.getFirst()).equals(basis)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no times are based on " + basis);
            }
            Thread.sleep(500);
        }
        warmUp(incidents);
        var took = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            took.add(timed(incidents.get(i % incidents.size())));
        }
        return took;
    }

    static void warmUp(List<String> incidents) {
        for (int i = 0; i < WARM_UP; i++) {
            timed(incidents.get(i % incidents.size()));
        }
    }

    private static String basis(String incident) {
        return recommended(incident).path("items").path(0).path("basis").asText();
    }

    private static JsonNode recommended(String incident) {
        return CLIENT.get("dispatcher", Target.DISPATCH, "/incidents/" + incident + "/recommendations")
                .expect(200);
    }

    static double timed(String incident) {
        long start = System.nanoTime();
        recommended(incident);
        return (System.nanoTime() - start) / 1e6;
    }

    private List<Double> scans(int port, int times) throws SQLException {
        try (Connection connection = connect(port)) {
            var took = new ArrayList<Double>();
            for (int i = 0; i < times; i++) {
                double[] place = place();
                long start = System.nanoTime();
                scan(connection, place);
                took.add((System.nanoTime() - start) / 1e6);
            }
            return took;
        }
    }

    /** As the service, which sees all units. */
    static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/dispatch?options=-c%20balagh.actor=service",
                "dispatch",
                DatabaseProvisioner.password("dispatch"));
    }

    private List<String> scan(Connection connection, double[] place) throws SQLException {
        var callSigns = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select id, call_sign, kind, crew, status from unit");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                callSigns.add(rows.getString("call_sign"));
            }
        }
        callSigns.sort(Comparator.comparingDouble(callSign -> metres(positions.get(callSign), place)));
        return callSigns.subList(0, 200);
    }

    private static double metres(double[] one, double[] other) {
        double north = Math.sin(Math.toRadians(other[0] - one[0]) / 2);
        double east = Math.sin(Math.toRadians(other[1] - one[1]) / 2);
        double cosines = Math.cos(Math.toRadians(one[0])) * Math.cos(Math.toRadians(other[0]));
        return 2 * 6_371_008.8 * Math.asin(Math.sqrt(north * north + cosines * east * east));
    }

    static void print(String name, List<Double> took) {
        System.out.printf(
                Locale.ROOT,
                "  %-44s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                quantile(took, 0.50),
                quantile(took, 0.95),
                quantile(took, 0.99),
                Collections.max(took));
    }

    static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
    }
}
