import java.io.BufferedInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import ma.balagh.platform.demo.DemoStory;
import ma.balagh.platform.demo.StoryClips;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.PartState;
import ma.balagh.platform.suite.Suite;

/**
 * How many requests for pages of the public the portal answers in a second out of what it keeps, plain and compressed,
 * beside a file and a probe of the same application in the same run; how long intake takes for the receipt of an offence,
 * of misconduct, one that nobody has and one that is none, by turns; and what somebody finds who guesses codes of receipts.
 * Exits with 1 where a page is answered too seldom, where a receipt is found, or where more guesses are looked up than
 * intake's limit.
 *
 * <p>{@code benchmarks/public-pages [SECONDS] [GUESSES]} starts the suite on ports of its own and deletes everything
 * afterwards. The client runs on the same processors, and takes its share of them.
 */
final class PublicPages {

    private static final int PORT_OFFSET = 940;
    private static final int PORTAL = 8080 + PORT_OFFSET;
    private static final int INTAKE = 8081 + PORT_OFFSET;
    private static final int CONNECTIONS = 16;
    private static final int TARGET = 2_000;
    private static final int RECEIPTS = 50;

    /** How many receipts intake looks up in a second, by balagh.public-requests.per-second. */
    private static final int LIMIT = 200;
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 500;

    /** Milliseconds between two of them. */
    private static final long PAUSE = 8;
    private static final double MANY = 1_000_000;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String GZIP = "Accept-Encoding: gzip\r\n";

    /** @param millis of each answer, sorted */
    private record Answers(Map<Integer, Integer> statuses, double[] millis, double seconds) {

        double rate() {
            return millis.length / seconds;
        }

        double quantile(double share) {
            return millis[(int) Math.min(millis.length - 1L, Math.round(share * millis.length))];
        }
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int guesses = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        var workplace = SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), PORT_OFFSET);
        FileTrees.delete(workplace.data());
        var suite = new Suite(workplace);
        boolean held;
        try {
            for (String part : List.of("intake", "dispatch", "portal")) {
                suite.start(part, message -> System.out.println("  " + message));
            }
            held = pages(Duration.ofSeconds(seconds));
            held &= guesses(suite, guesses);
            suite.start("analysis", message -> System.out.println("  " + message));
            receipts(workplace.data());
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
        FileTrees.delete(workplace.data());
        System.exit(held ? 0 : 1);
    }

    /** @return whether each page is answered often enough */
    private static boolean pages(Duration time) throws Exception {
        var requests = new TreeMap<String, Request>(Map.of(
                "1 a probe, /q/health/live", Request.of(PORTAL, "/q/health/live"),
                "2 a file, /static/mark.svg", Request.of(PORTAL, "/static/mark.svg"),
                "3 /public/receipts", Request.of(PORTAL, "/public/receipts?lang=fr"),
                "4 /public/communiques", Request.of(PORTAL, "/public/communiques?lang=fr"),
                "5 /public/statistics", Request.of(PORTAL, "/public/statistics?lang=fr"),
                "6 /public/black-spots", Request.of(PORTAL, "/public/black-spots?lang=fr"),
                "7 /public/data", Request.of(PORTAL, "/public/data?lang=fr"),
                "8 /public/data, compressed", Request.with(PORTAL, "/public/data?lang=fr", GZIP)));
        for (Request request : requests.values()) {
            measured(request, Duration.ofSeconds(3));
        }
        var found = new TreeMap<String, Answers>();
        for (var each : requests.entrySet()) {
            found.put(each.getKey(), measured(each.getValue(), time));
        }
        double file = found.get("2 a file, /static/mark.svg").rate();
        System.out.printf(
                "%n%d connections, %d processors for portal and client (load of the machine: %.1f)%n",
                CONNECTIONS,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("  %-32s %9s %8s %8s %10s %s%n", "", "a second", "p50 ms", "p99 ms", "of a file", "");
        found.forEach((name, answers) -> System.out.printf(
                Locale.ROOT,
                "  %-32s %,9.0f %8.1f %8.1f %9.0f%% %s%n",
                name,
                answers.rate(),
                answers.quantile(0.50),
                answers.quantile(0.99),
                100 * answers.rate() / file,
                verdict(name, answers)));
        return found.entrySet().stream().allMatch(each -> holds(each.getKey(), each.getValue()));
    }

    /** The probe and the file are what pages are compared with. */
    private static boolean holds(String name, Answers answers) {
        return !name.contains("/public/") || answers.rate() >= TARGET;
    }

    private static String verdict(String name, Answers answers) {
        if (!name.contains("/public/")) {
            return "";
        }
        return "bar " + TARGET + ": " + (holds(name, answers) ? "holds" : "MISSED");
    }

    private static Answers measured(Request request, Duration time) throws Exception {
        Instant end = Instant.now().plus(time);
        return together(() -> {
            var millis = new ArrayList<Double>();
            try (var socket = request.connect()) {
                var in = new BufferedInputStream(socket.getInputStream());
                while (Instant.now().isBefore(end)) {
                    long start = System.nanoTime();
                    int status = request.once(socket, in);
                    if (status != 200) {
                        throw new IOException("it answered " + status);
                    }
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
            return new Answers(Map.of(200, millis.size()), array(millis), 0);
        });
    }

    /** @return whether nothing is found, and no more is looked up than may be */
    private static boolean guesses(Suite suite, int guesses) throws Exception {
        var client = new SuiteClient(PORT_OFFSET);
        for (int i = 0; i < RECEIPTS; i++) {
            client.post("partner-press", Target.INTAKE, "/reports", Map.of("channel", "PARTNER", "text", "signalement " + i))
                    .expect(201);
        }
        Duration before = cpu(suite);
        Answers answers = together(() -> guess(guesses / CONNECTIONS));
        double cpu = cpu(suite).minus(before).toMillis() / 1e3;
        int made = answers.millis().length;
        int looked = answers.statuses().getOrDefault(404, 0);
        double perSecond = looked / answers.seconds();
        boolean isLimited = looked <= LIMIT * (answers.seconds() + 1);
        System.out.printf(
                Locale.ROOT,
                """

                %,d codes guessed at one intake-service that has %d receipts, all with a right check character
                  found %d; looked up in vain %,d (404); refused unread %,d (429)
                  %.0f s, %.0f looked up a second, bar %d: %s; %,.0f refused a second; p50 %.1f ms, p99 %.1f ms
                  %.2f s CPU of intake, %.0f %% of one processor
                extrapolated from that, not measured:
                  10^6 guesses that are looked up take %,.1f hours at one replica, and %.0f s of its CPU at most
                  a hit needs 2^75 / receipts guesses: with 10^7 receipts, 10^6 guesses find one with a probability of %.0e
                """,
                made,
                RECEIPTS,
                answers.statuses().getOrDefault(200, 0),
                looked,
                answers.statuses().getOrDefault(429, 0),
                answers.seconds(),
                perSecond,
                LIMIT,
                isLimited ? "holds" : "MISSED",
                answers.statuses().getOrDefault(429, 0) / answers.seconds(),
                answers.quantile(0.50),
                answers.quantile(0.99),
                cpu,
                100 * cpu / answers.seconds(),
                MANY / perSecond / 3600,
                cpu / Math.max(1, looked) * MANY,
                MANY * 1e7 / Math.pow(2, 75));
        return isLimited && answers.statuses().getOrDefault(200, 0) == 0;
    }

    /** Each kind in each round, in an order of its own, and fewer in a second than intake answers. */
    private static void receipts(Path directory) throws Exception {
        var random = new SecureRandom();
        var offence = answered("PRESUMED_OFFENCE", "PRESUMED_OFFENCE", directory);
        var misconduct = answered("POLICE_MISCONDUCT", "FORWARDED", directory);
        Map<String, Supplier<String>> kinds = Map.of(
                "1 of an offence", () -> offence,
                "2 of misconduct", () -> misconduct,
                "3 of nobody", () -> code(random),
                "4 no code at all", () -> "BLG-" + random.nextInt(1_000_000));
        var millis = new TreeMap<String, List<Double>>();
        var names = new ArrayList<>(kinds.keySet());
        try (var socket = Request.of(INTAKE, "/").connect()) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                Collections.shuffle(names, random);
                for (String name : names) {
                    Thread.sleep(PAUSE);
                    var request = Request.of(
                            INTAKE, "/api/v1/public/receipts/" + kinds.get(name).get());
                    long start = System.nanoTime();
                    int status = request.once(socket, in);
                    double took = (System.nanoTime() - start) / 1e6;
                    if (status != (name.startsWith("1") || name.startsWith("2") ? 200 : 404)) {
                        throw new IOException(name + " was answered with " + status);
                    }
                    if (round >= WARM_UP) {
                        millis.computeIfAbsent(name, _ -> new ArrayList<>()).add(took);
                    }
                }
            }
        }
        System.out.printf("%n%d receipts of each kind by turns, one at a time%n", ROUNDS);
        System.out.printf("  %-32s %8s %8s%n", "", "p50 ms", "p99 ms");
        millis.forEach((name, took) -> {
            var sorted = new Answers(Map.of(), took.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 1);
            System.out.printf(
                    Locale.ROOT, "  %-32s %8.2f %8.2f%n", name, sorted.quantile(0.50), sorted.quantile(0.99));
        });
    }

    /** @return the receipt of a film that two people judged so */
    private static String answered(String verdict, String answer, Path directory) throws IOException {
        var story = new DemoStory(new SuiteClient(PORT_OFFSET));
        var film = StoryClips.film(Files.createDirectories(directory.resolve(verdict)), verdict.hashCode());
        var filed = story.file("partner-press", "Un film publié", film, Map.of());
        var dossier = story.readyDossier(filed).path("id").asText();
        var proposal = Map.<String, Object>of("verdict", verdict, "reasons", "Visible à l'image", "severity", 2);
        if (verdict.equals("POLICE_MISCONDUCT")) {
            proposal = Map.of("verdict", verdict, "reasons", "Visible à l'image");
        }
        story.decide("officer", dossier, story.propose("analyst", dossier, proposal), "CONFIRM").expect(200);
        story.answer("partner-press", filed, answer);
        return filed.receipt();
    }

    private static Duration cpu(Suite suite) {
        return suite.status().stream()
                .filter(part -> part.name().equals("intake"))
                .map(PartState::cpuTime)
                .findFirst()
                .orElseThrow();
    }

    private static Answers guess(int times) throws IOException {
        var random = new SecureRandom();
        var statuses = new TreeMap<Integer, Integer>();
        double[] millis = new double[times];
        var first = Request.of(INTAKE, "/");
        try (var socket = first.connect()) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < times; i++) {
                var request = Request.of(INTAKE, "/api/v1/public/receipts/" + code(random));
                long start = System.nanoTime();
                statuses.merge(request.once(socket, in), 1, Integer::sum);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Answers(statuses, millis, 0);
    }

    /** Fifteen characters and their check character (Luhn mod 32), as intake writes them. */
    private static String code(SecureRandom random) {
        var body = new StringBuilder();
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = random.nextInt(32);
            body.append(ALPHABET.charAt(digit));
            int addend = (15 - i) % 2 == 1 ? 2 * digit : digit;
            sum += addend / 32 + addend % 32;
        }
        return "BLG" + body + ALPHABET.charAt((32 - sum % 32) % 32);
    }

    private static Answers together(Callable<Answers> one) throws Exception {
        long start = System.nanoTime();
        var parts = new ArrayList<Future<Answers>>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                parts.add(threads.submit(one));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var statuses = new TreeMap<Integer, Integer>();
        var millis = new ArrayList<Double>();
        for (Future<Answers> part : parts) {
            part.get().statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            Arrays.stream(part.get().millis()).forEach(millis::add);
        }
        double[] sorted = array(millis);
        Arrays.sort(sorted);
        return new Answers(statuses, sorted, seconds);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
