import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import ma.balagh.contracts.Ids;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.part.Workplace;
import ma.balagh.platform.postgres.Databases;
import ma.balagh.platform.suite.Suite;

/**
 * How fast intake takes in, beside what the machine can do at best, both measured in turns in the same run:
 *
 * <ul>
 *   <li>a medium of 2 GB, sent by curl and kept with digest and fsync, beside {@code dd | tee | sha256sum} and
 *       {@code sync} of the same file to the same disk;
 *   <li>reports with their events, filed over REST by eight partners at once, beside eight connections that insert the
 *       same rows, each pair in a transaction, into tables like theirs.
 * </ul>
 *
 * <p>{@code benchmarks/intake-speed} starts PostgreSQL, Kafka, Keycloak and intake on ports of their own and stops them
 * afterwards.
 */
final class IntakeSpeed {

    private static final int PORT_OFFSET = 900;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 2_000;

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final SuiteClient CLIENT = new SuiteClient(PORT_OFFSET);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private IntakeSpeed() {}

    public static void main(String[] arguments) throws Exception {
        KAFKA.setLevel(Level.WARNING); // it tells each of its settings otherwise
        var workplace = Workplace.in(Workplace.repositoryAround(Path.of("")), PORT_OFFSET);
        var suite = new Suite(workplace);
        try {
            suite.start("intake", message -> System.out.println("  " + message));
            Path scratch = Files.createDirectories(workplace.data().resolve("benchmark"));
            upload(scratch);
            reports(workplace.ports().postgres());
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
    }

    private static void upload(Path scratch) throws Exception {
        Path film = scratch.resolve("film.mp4");
        write(film);
        var plain = new double[ROUNDS];
        var hashed = new double[ROUNDS];
        var taken = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            stamp(film, round);
            Path copy = scratch.resolve("copy");
            plain[round] = seconds("sha256sum " + film);
            hashed[round] = seconds("dd if=%s bs=1M status=none | tee %s | sha256sum && sync %s"
                    .formatted(film, copy, copy));
            Files.delete(copy);
            String report = file("partner-press");
            taken[round] = seconds(
                    "curl -sS -f -o /dev/null -X POST -T %s -H 'Content-Type: video/mp4' -H 'Authorization: Bearer %s' %s"
                            .formatted(
                                    film,
                                    CLIENT.token("partner-press"),
                                    CLIENT.uri(Target.INTAKE, "/api/v1/reports/" + report + "/media")));
        }
        Files.delete(film);
        double megabytes = (double) BLOCKS * BLOCK / 1e6;
        System.out.printf("%nA medium of %.0f MB, MB/s, median of %d%n", megabytes, ROUNDS);
        print("sha256sum alone", megabytes / median(plain), Double.NaN);
        print("dd | tee | sha256sum; sync", megabytes / median(hashed), Double.NaN);
        print("POST /reports/{id}/media", megabytes / median(taken), median(hashed) / median(taken));
    }

    private static void reports(int port) throws Exception {
        try (Connection connection = connect(port);
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            statement.execute("create table bare.report (like public.report including all)");
            statement.execute("create table bare.outbox (like public.outbox including all)");
        }
        atOnce(WARM_UP, () -> filing());
        var bare = new double[ROUNDS];
        var filed = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = atOnce(TURN, () -> inserting(port));
            filed[round] = atOnce(TURN, () -> filing());
        }
        try (Connection connection = connect(port);
                var statement = connection.createStatement()) {
            statement.execute("drop schema bare cascade");
        }
        System.out.printf("%nReports with their events, per second, %d at once, median of %d%n", AT_ONCE, ROUNDS);
        print("insert report, insert event, commit", median(bare), Double.NaN);
        print("POST /reports", median(filed), median(filed) / median(bare));
    }

    /** Something that is done again and again, on a connection of its own. */
    private interface Loop extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** How often it is done in a second, by so many at once. */
    private static double atOnce(Duration time, Callable<Loop> loops) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Instant end = Instant.now().plus(time);
            long start = System.nanoTime();
            var counts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                counts.add(threads.submit(() -> {
                    try (Loop loop = loops.call()) {
                        int count = 0;
                        while (Instant.now().isBefore(end)) {
                            loop.once();
                            count++;
                        }
                        return count;
                    }
                }));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static Loop filing() {
        String token = CLIENT.token("partner-press");
        URI uri = CLIENT.uri(Target.INTAKE, "/api/v1/reports");
        return () -> {
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body()))
                    .build();
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new IOException("POST /reports answered " + status);
            }
        };
    }

    private static Loop inserting(int port) throws SQLException {
        Connection connection = connect(port);
        connection.setAutoCommit(false);
        var report = connection.prepareStatement("""
                insert into bare.report (id, receipt, channel, status, jurisdiction, filed_by, url, title, text, language,
                    published_at, received_at, place, latitude, longitude, version)
                values (?, ?, 'PRESS', 'RECEIVED', 'MA-CAS', 'partner-press', ?, ?, ?, 'ar', ?, ?, ?, 33.59, -7.62, 1)
                """);
        var event = connection.prepareStatement("""
                insert into bare.outbox (id, topic, type, subject, time, payload)
                values (?, 'balagh.intake.reports.v1', 'balagh.intake.ReportReceived.v1', ?, ?, ?)
                """);
        return new Loop() {
            @Override
            public void once() throws SQLException {
                UUID id = Ids.next();
                Timestamp now = Timestamp.from(Instant.now());
                report.setObject(1, id);
                report.setString(2, id.toString());
                report.setString(3, "https://press.example.org/" + id);
                report.setString(4, TITLE);
                report.setString(5, TEXT);
                report.setTimestamp(6, now);
                report.setTimestamp(7, now);
                report.setString(8, PLACE);
                report.executeUpdate();
                event.setObject(1, Ids.next());
                event.setString(2, id.toString());
                event.setTimestamp(3, now);
                event.setBytes(4, body().getBytes(StandardCharsets.UTF_8));
                event.executeUpdate();
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static final String TITLE = "سرقة بالخطف في الدار البيضاء";
    private static final String TEXT =
            "شخصان على متن دراجة نارية انتزعا حقيبة سيدة تحت التهديد بالسلاح الأبيض، والفيديو منتشر على مواقع التواصل";
    private static final String PLACE = "شارع الزرقطوني";

    private static String body() {
        return """
                {"channel": "PRESS", "url": "https://press.example.org/%s", "title": "%s", "text": "%s",
                 "language": "ar", "publishedAt": "2026-11-25T10:00:00Z", "jurisdiction": "MA-CAS",
                 "claim": {"place": "%s", "latitude": 33.59, "longitude": -7.62}}
                """.formatted(UUID.randomUUID(), TITLE, TEXT, PLACE);
    }

    private static String file(String partner) {
        return CLIENT.post(
                        partner,
                        Target.INTAKE,
                        "/reports",
                        Map.of("channel", "PARTNER", "text", "A film of two gigabytes", "jurisdiction", "MA-CAS"))
                .expect(201)
                .path("id")
                .asText();
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/intake", "intake", Databases.password("intake"));
    }

    /** Looks like an MP4 file by its first bytes; the rest cannot be compressed. */
    private static void write(Path film) throws IOException {
        var random = new SplittableRandom(1);
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(film)) {
            for (int i = 0; i < BLOCKS; i++) {
                random.nextBytes(block);
                if (i == 0) {
                    byte[] head = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
                    System.arraycopy(head, 0, block, 0, head.length);
                }
                out.write(block);
            }
        }
    }

    /** Makes it another medium. */
    private static void stamp(Path film, int round) throws IOException {
        try (FileChannel channel = FileChannel.open(film, StandardOpenOption.WRITE)) {
            byte[] stamp = (Instant.now() + "/" + round).getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(stamp), BLOCK / 2);
            channel.force(true);
        }
    }

    private static double seconds(String command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process = new ProcessBuilder(List.of("bash", "-o", "pipefail", "-c", command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command.replaceAll("Bearer [^']*", "Bearer ..."));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, double rate, double ratio) {
        System.out.printf(
                Locale.ROOT, "  %-38s %10.0f%s%n", what, rate, Double.isNaN(ratio) ? "" : "  ratio %.2f".formatted(ratio));
    }
}
