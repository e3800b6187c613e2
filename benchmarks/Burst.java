import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import ma.balagh.platform.demo.StoryClips;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.suite.Suite;

/**
 * Very many reports of one film, as fast as the machine takes them in: one in twenty brings the file, the others name its
 * address at a server of this machine. Meanwhile another partner files a report a second, each with a film of its own, in
 * turns as a file and by address. Its way until its film is secured, and until it stands in a dossier, is measured before
 * the burst and during it.
 *
 * <p>{@code benchmarks/burst [reports]} (10,000 unless said otherwise) starts a suite on ports of its own and stops it
 * afterwards. It fails unless the burst has become one evidence, one examination and one dossier.
 */
final class Burst {

    static final int PORT_OFFSET = 950;
    static final int FILM_PORT = 8_099 + PORT_OFFSET;
    private static final int AT_ONCE = 8;
    private static final int ONE_IN = 20;
    private static final int QUIET = 20;
    static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final SuiteClient CLIENT = new SuiteClient(PORT_OFFSET);

    private final int reports;
    private final byte[] film;
    private final AtomicInteger fetches = new AtomicInteger();
    private final int postgres;

    private Burst(int reports, Path scratch, int postgres) throws IOException {
        this.reports = reports;
        this.postgres = postgres;
        this.film = Files.readAllBytes(
                StoryClips.synthetic(scratch, System.nanoTime()).robbery());
    }

    public static void main(String[] arguments) throws Exception {
        KAFKA.setLevel(Level.WARNING); // it tells each of its settings otherwise
        int reports = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        var workplace = SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), PORT_OFFSET);
        var suite = new Suite(workplace)
                .withEnvironment(
                        "intake",
                        Map.of(
                                "BALAGH_FETCH_ALLOWED_ADDRESSES",
                                "127.0.0.1:" + FILM_PORT + ",127.0.0.2:" + FILM_PORT,
                                "BALAGH_FETCH_PORTS",
                                Integer.toString(FILM_PORT)));
        boolean held;
        try {
            suite.reset(message -> System.out.println("  " + message)); // every run begins with nothing
            suite.start("intake", message -> System.out.println("  " + message));
            suite.start("analysis", message -> System.out.println("  " + message));
            Path scratch = Files.createDirectories(workplace.data().resolve("benchmark"));
            held = new Burst(reports, scratch, workplace.ports().postgres()).run();
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws Exception {
        List<HttpServer> servers = List.of(serve("127.0.0.1"), serve("127.0.0.2"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection intake = connect("intake");
                Connection analysis = connect("analysis")) {
            var going = new AtomicBoolean(true);
            new BurstStream("warm").run(5, new AtomicBoolean(true));
            var quiet = new BurstStream("quiet");
            quiet.run(QUIET, going);
            quiet.await(intake, analysis);

            var lags = new BurstLags(intake, analysis);
            var others = new BurstStream("burst");
            var sampling = threads.submit(() -> lags.sample(going));
            var streaming = threads.submit(() -> others.run(Integer.MAX_VALUE, going));
            Instant start = Instant.now();
            file(threads);
            double filed = seconds(start);
            String evidence = "select id from evidence where digest = '" + sha256(film) + "'";
            double secured = until(
                    start,
                    reports,
                    intake,
                    "select count(*) from report_evidence where evidence_id in (" + evidence + ")");
            String id = text(intake, evidence);
            String dossier = "select dossier_id from dossier_evidence where evidence_id = '" + id + "'";
            double joined = until(
                    start,
                    reports,
                    analysis,
                    "select count(*) from dossier_report where dossier_id in (" + dossier + ")");
            double told = until(start, reports, intake, """
                    select count(*) from report join report_evidence on report_id = report.id
                    where evidence_id = '%s' and status = 'UNDER_EXAMINATION'
                    """.formatted(id));
            going.set(false);
            streaming.get();
            sampling.get();
            others.await(intake, analysis);

            System.out.printf(
                    "%n%,d reports of one film, %d at once, one in %d with the file%n", reports, AT_ONCE, ONE_IN);
            print("filed", filed, "s");
            print("all secured", secured, "s");
            print("all in the dossier", joined, "s");
            print("all receipts say so", told, "s");
            int evidences = number(intake, "select count(*) from (" + evidence + ") found");
            int dossiers = number(analysis, """
                    select count(distinct dossier_id) from dossier_report join sighting using (report_id)
                    where evidence_id = '%s'
                    """.formatted(id));
            int examinations = number(analysis, "select count(*) from examination where evidence_id = '" + id + "'");
            print("evidences", evidences, "");
            print("dossiers", dossiers, "");
            print("examinations", examinations, "");
            print("fetches of the film", fetches.get(), "");
            lags.print();
            reading(text(analysis, dossier), id);
            print("all answered after the verdict", answered(text(analysis, dossier), id, intake), "s");
            System.out.printf(
                    "%nA report a second of another partner, seconds, %d before and %d during it%n",
                    quiet.size(), others.size());
            compare("until secured, median", quiet.secured(0.5), others.secured(0.5));
            compare("until secured, 95th", quiet.secured(0.95), others.secured(0.95));
            compare("until in a dossier, median", quiet.joined(0.5), others.joined(0.5));
            compare("until in a dossier, 95th", quiet.joined(0.95), others.joined(0.95));
            return evidences == 1 && dossiers == 1 && examinations == 1;
        } finally {
            servers.forEach(server -> server.stop(0));
        }
    }

    /** What a dossier and an evidence of so many reports cost to look at. */
    private static void reading(String dossier, String evidence) {
        read("reading the dossier", "analyst", Target.ANALYSIS, "/dossiers/" + dossier);
        read("reading the evidence", "intake", Target.INTAKE, "/evidence/" + evidence);
        read("reading its custody", "intake", Target.INTAKE, "/evidence/" + evidence + "/custody");
    }

    /** How long after the second person's word the last of the reporters can read the answer. */
    private double answered(String dossier, String evidence, Connection intake) throws Exception {
        String read = "/dossiers/" + dossier;
        String proposals = read + "/verdict-proposals";
        String proposal = CLIENT.post(
                        "analyst",
                        Target.ANALYSIS,
                        proposals,
                        Map.of("verdict", "FALSE_REPORT", "reasons", "Un film, et non un fait"))
                .expect(201)
                .path("id")
                .asText();
        CLIENT.postAfterReading(
                        "officer",
                        Target.ANALYSIS,
                        read,
                        proposals + "/" + proposal + "/decision",
                        Map.of("decision", "CONFIRM", "reason", "Vu les constats"))
                .expect(200);
        return until(Instant.now(), reports, intake, """
                select count(*) from report join report_evidence on report_id = report.id
                where evidence_id = '%s' and status = 'ANSWERED'
                """.formatted(evidence));
    }

    private static void read(String what, String account, Target target, String path) {
        CLIENT.token(account);
        long start = System.nanoTime();
        CLIENT.get(account, target, path).expect(200);
        print(what, (System.nanoTime() - start) / 1e9, "s");
    }

    private void file(ExecutorService threads) throws Exception {
        var next = new AtomicInteger();
        var filing = new ArrayList<Future<?>>();
        for (int i = 0; i < AT_ONCE; i++) {
            filing.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); number < reports; number = next.getAndIncrement()) {
                    if (number % ONE_IN == ONE_IN / 2) {
                        String report = BurstPartner.post("partner-press", BurstPartner.text(number), null);
                        BurstPartner.upload("partner-press", report, film);
                    } else {
                        String address = "http://127.0.0.1:" + FILM_PORT + "/film.mp4";
                        BurstPartner.post("partner-press", BurstPartner.text(number), address);
                    }
                }
                return null;
            }));
        }
        for (var each : filing) {
            each.get();
        }
    }

    private HttpServer serve(String address) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), FILM_PORT), 50);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean viral = path.equals("/film.mp4");
            if (viral) {
                fetches.incrementAndGet();
            }
            byte[] body = viral ? film : BurstPartner.other(path.substring(path.lastIndexOf('/') + 1));
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static double until(Instant start, int wanted, Connection connection, String query) throws Exception {
        Instant deadline = start.plus(PATIENCE);
        while (number(connection, query) < wanted) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("only " + number(connection, query) + " of " + wanted + ": " + query);
            }
            Thread.sleep(200);
        }
        return seconds(start);
    }

    static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s?options=-c%%20balagh.actor=service".formatted(postgres, service),
                service,
                DatabaseProvisioner.password(service));
    }

    /** Another one to the same database. */
    static Connection connect(Connection like) throws SQLException {
        String user = like.getMetaData().getUserName();
        return DriverManager.getConnection(like.getMetaData().getURL(), user, DatabaseProvisioner.password(user));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static double seconds(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1e3;
    }

    static void print(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "  %-32s %12.1f %s%n", what, value, unit);
    }

    private static void compare(String what, double before, double during) {
        System.out.printf(Locale.ROOT, "  %-32s %8.2f  %8.2f  ratio %.2f%n", what, before, during, during / before);
    }
}
