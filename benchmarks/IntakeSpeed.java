import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;

/**
 * How fast intake takes in, beside what the machine can do at best, both measured in turns in the same run:
 *
 * <ul>
 *   <li>a medium of 2 GB, sent by curl and kept with digest and fsync, beside {@code dd | tee | sha256sum} and
 *       {@code sync} of the same file to the same disk;
 *   <li>reports with their links and events, filed over REST by eight partners at once, beside eight connections that
 *       insert the same rows, each three in a transaction, into tables like theirs, and as full.
 * </ul>
 *
 * <p>{@code benchmarks/intake-speed} starts PostgreSQL, Kafka, Keycloak and intake on ports of their own and stops them
 * afterwards.
 */
final class IntakeSpeed {

    private static final int PORT_OFFSET = 900;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(180);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 2_000;

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final SuiteClient CLIENT = new SuiteClient(PORT_OFFSET);

    private IntakeSpeed() {}

    public static void main(String[] arguments) throws Exception {
        KAFKA.setLevel(Level.WARNING); // it tells each of its settings otherwise
        var workplace = SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), PORT_OFFSET);
        // What an earlier run left would make the indexes of intake larger than those of the bare tables.
        FileTrees.delete(workplace.data());
        var suite = new Suite(workplace);
        try {
            // The first start writes start-up caches and is slower for it; every later one has them.
            suite.start("intake", message -> System.out.println("  " + message));
            suite.stop("intake");
            suite.start("intake", message -> System.out.println("  " + message));
            Path scratch = Files.createDirectories(workplace.data().resolve("benchmark"));
            upload(scratch);
            reports(workplace.ports().postgres());
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
        FileTrees.delete(workplace.data()); // the media alone are 6 GB
    }

    private static void upload(Path scratch) throws Exception {
        Path film = scratch.resolve("film.mp4");
        write(film);
        var plain = new double[ROUNDS];
        var hashed = new double[ROUNDS];
        var taken = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            stamp(film, round);
            // Kept until the end, as intake keeps its own: whoever deletes gets memory back that is quicker to fill
            // again.
            Path copy = scratch.resolve("copy-" + round);
            plain[round] = seconds("sha256sum " + film);
            hashed[round] =
                    seconds("dd if=%s bs=1M status=none | tee %s | sha256sum && sync %s".formatted(film, copy, copy));
            String report = file("partner-press");
            taken[round] = seconds(
                    "curl -sS -f -o /dev/null -X POST -T %s -H 'Content-Type: video/mp4' -H 'Authorization: Bearer %s' %s"
                            .formatted(
                                    film,
                                    CLIENT.token("partner-press"),
                                    CLIENT.uri(Target.INTAKE, "/api/v1/reports/" + report + "/media")));
        }
        FileTrees.delete(scratch);
        double megabytes = (double) BLOCKS * BLOCK / 1e6;
        System.out.printf("%nA medium of %.0f MB, MB/s, median of %d%n", megabytes, ROUNDS);
        print("sha256sum alone", megabytes / median(plain), Double.NaN);
        print("dd | tee | sha256sum; sync", megabytes / median(hashed), Double.NaN);
        print("POST /reports/{id}/media", megabytes / median(taken), median(hashed) / median(taken));
    }

    private static void reports(int port) throws Exception {
        System.out.println("  warming up for " + WARM_UP.toSeconds() + " s");
        ReportLoops.atOnce(WARM_UP, () -> ReportLoops.filing(CLIENT));
        try (Connection connection = ReportLoops.connect(port);
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            for (var table : List.of("report", "media_link", "outbox")) {
                statement.execute("create table bare.%1$s (like public.%1$s including all)".formatted(table));
            }
            for (var table : List.of("report", "media_link")) { // the outbox is emptied all the time
                statement.execute(copy(statement, table));
            }
            statement.execute("alter table bare.media_link add foreign key (report_id) references bare.report");
            statement.execute("analyze bare.report, bare.media_link");
        }
        var bare = new double[ROUNDS];
        var filed = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = ReportLoops.atOnce(TURN, () -> ReportLoops.inserting(port));
            filed[round] = ReportLoops.atOnce(TURN, () -> ReportLoops.filing(CLIENT));
        }
        try (Connection connection = ReportLoops.connect(port);
                var statement = connection.createStatement()) {
            statement.execute("drop schema bare cascade");
        }
        System.out.printf(
                "%nReports with their events, per second, %d at once, median of %d%n", ReportLoops.AT_ONCE, ROUNDS);
        print("insert report, link, event; commit", median(bare), Double.NaN);
        print("POST /reports", median(filed), median(filed) / median(bare));
    }

    /** Fills a bare table with what its model holds: a row is dearer to insert where the indexes are large. */
    private static String copy(Statement statement, String table) throws SQLException {
        try (var columns = statement.executeQuery("""
                select string_agg(column_name, ', ') from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
                """.formatted(table))) {
            columns.next();
            return "insert into bare.%1$s (%2$s) select %2$s from public.%1$s"
                    .formatted(table, columns.getString(1));
        }
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
                Locale.ROOT,
                "  %-38s %10.0f%s%n",
                what,
                rate,
                Double.isNaN(ratio) ? "" : "  ratio %.2f".formatted(ratio));
    }
}
