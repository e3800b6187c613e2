import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import ma.balagh.platform.demo.DemoRunner;
import ma.balagh.platform.demo.StoryClips;
import ma.balagh.platform.demo.SuiteAddresses;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.process.ProcessLauncher;
import ma.balagh.platform.process.SystemProgramFinder;
import ma.balagh.platform.service.ApplicationPart;
import ma.balagh.platform.suite.Suite;

/**
 * The four applications on the JVM and as native executables: how soon after exec they answer, what they hold in memory at
 * rest and after work, how large they are, how much of one typical request they do in a second. In a real suite, with
 * PostgreSQL, Kafka and Keycloak on ports of their own and the demo's story in it; the applications run as the launcher
 * starts them, the JVM with its start-up cache. Each is stopped and started anew while the others go on.
 *
 * <p>{@code benchmarks/flavours} builds what is stale (natively for minutes), takes some 20 minutes more, and stops and
 * deletes everything afterwards; {@code benchmarks/flavours intake portal} measures those alone. Nothing else should run
 * beside it.
 */
final class Flavours {

    private static final int PORT_OFFSET = 800;
    private static final int STARTS = 5;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration TURN = Duration.ofSeconds(15);

    /** What was measured of one application in one flavour, in the order of printing. */
    private enum Figure {
        LIVE("/q/health/live answered, ms after exec", "%.0f"),
        AUTHORISED("authorised request answered, ms after exec", "%.0f"),
        READY("/q/health/ready answered, ms after exec", "%.0f"),
        CPU("CPU until ready, ms", "%.0f"),
        RSS("RSS after 10 s at rest, MiB", "%.0f"),
        ANONYMOUS("  of it anonymous, MiB", "%.0f"),
        RSS_WORKED("RSS after work, MiB", "%.0f"),
        SIZE("executable, or folder of the application, MB", "%.0f"),
        IMAGE("container image, where one is built, MB", "%.0f"),
        RATE("requests per second", "%.0f");

        private final String text;
        private final String format;

        Figure(String text, String format) {
            this.text = text;
            this.format = format;
        }
    }

    private final SuiteDirectories workplace =
            SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), PORT_OFFSET);
    private final List<SuitePart> parts;
    private final Map<String, Map<ApplicationFlavour, Map<Figure, Double>>> figures = new LinkedHashMap<>();

    private Flavours(List<String> names) {
        List<SuitePart> all = ApplicationPart.all(workplace);
        parts = names.isEmpty()
                ? all
                : names.stream().map(name -> named(name, all)).toList();
    }

    private static SuitePart named(String name, List<SuitePart> all) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no application; these are: %s"
                        .formatted(name, all.stream().map(SuitePart::name).toList())));
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        new Flavours(List.of(arguments)).run();
    }

    private void run() throws Exception {
        FileTrees.delete(workplace.data());
        var suite = new Suite(workplace);
        try {
            // Whoever has no start-up cache writes it at the end of this.
            suite.startingAs(ApplicationFlavour.JVM).up(Flavours::say);
            Path scratch = Files.createDirectories(workplace.data().resolve("benchmark"));
            new DemoRunner(SuiteAddresses.onThisMachine(PORT_OFFSET), System.out)
                    .play(StoryClips.synthetic(scratch, 1));
            for (ApplicationFlavour flavour : ApplicationFlavour.values()) {
                stopApplications(suite);
                suite.startingAs(flavour).up(Flavours::say);
                for (SuitePart part : parts) {
                    measure(suite, part, flavour);
                }
            }
        } finally {
            suite.down(Flavours::say);
            FileTrees.delete(workplace.data());
        }
        print();
    }

    private void stopApplications(Suite suite) {
        ApplicationPart.all(workplace).reversed().forEach(part -> suite.stop(part.name()));
    }

    private void measure(Suite suite, SuitePart part, ApplicationFlavour flavour) throws Exception {
        say("measuring " + part.name() + " as " + flavour);
        var found = new EnumMap<Figure, Double>(Figure.class);
        Request typical = Requests.typical(part.name(), PORT_OFFSET);
        suite.stop(part.name());
        int port = part.ports().getFirst();
        found.put(Figure.LIVE, starts(part, Request.of(port, "/q/health/live"), found));
        found.put(Figure.AUTHORISED, starts(part, typical, found));
        found.put(Figure.READY, starts(part, Request.of(port, "/q/health/ready"), found));

        ProcessHandle process = start(part);
        try {
            until(typical, process);
            Thread.sleep(REST);
            found.put(Figure.RSS, memory(process, "VmRSS"));
            found.put(Figure.ANONYMOUS, memory(process, "RssAnon"));
            typical = Requests.typical(part.name(), PORT_OFFSET); // tokens end after some minutes
            typical.rate(WARM_UP);
            found.put(Figure.RATE, typical.rate(TURN));
            found.put(Figure.RSS_WORKED, memory(process, "VmRSS"));
        } finally {
            end(part, process);
        }
        found.put(Figure.SIZE, size(part, flavour) / 1e6);
        found.put(Figure.IMAGE, Images.size(module(part), flavour));
        say("  " + found);
        figures.computeIfAbsent(module(part), name -> new EnumMap<>(ApplicationFlavour.class))
                .put(flavour, found);
        suite.start(part.name(), Flavours::say);
    }

    /** Median time from exec to the first right answer; what stands in the page cache may stay there. */
    private double starts(SuitePart part, Request request, Map<Figure, Double> found) throws Exception {
        var times = new ArrayList<Double>();
        for (int round = 0; round <= STARTS; round++) {
            long begin = System.nanoTime();
            ProcessHandle process = start(part);
            try {
                until(request, process);
                double took = (System.nanoTime() - begin) / 1e6;
                if (round > 0) {
                    times.add(took);
                }
                found.put(Figure.CPU, ProcessLauncher.cpuTime(process).toNanos() / 1e6);
            } finally {
                end(part, process);
            }
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }

    private ProcessHandle start(SuitePart part) throws IOException {
        var launch = part.launch();
        return ProcessLauncher.start(
                launch.command(), launch.environment(), launch.directory(), workplace.log(part.name()));
    }

    private static void until(Request request, ProcessHandle process) throws Exception {
        while (!request.isAnswered()) {
            if (!process.isAlive()) {
                throw new IOException("the application has ended");
            }
            Thread.sleep(1);
        }
    }

    private void end(SuitePart part, ProcessHandle process) throws IOException, InterruptedException {
        ProcessLauncher.stop(process, part.stopSignal(), Duration.ofMinutes(4));
        part.stopped();
    }

    /** A line of /proc/PID/status, in MiB. */
    private static double memory(ProcessHandle process, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(name + ":")) {
                return Double.parseDouble(line.replaceAll("\\D+", "")) / 1024;
            }
        }
        throw new IOException("no " + name);
    }

    private double size(SuitePart part, ApplicationFlavour flavour) throws IOException {
        Path place = flavour == ApplicationFlavour.NATIVE
                ? Path.of(part.launch().command().getFirst())
                : workplace.repository().resolve(module(part)).resolve("target/quarkus-app");
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String module(SuitePart part) {
        return part.name().equals("portal") ? "portal" : part.name() + "-service";
    }

    private void print() {
        System.out.printf(
                "%n%d processors; medians of %d starts; %s%n",
                Runtime.getRuntime().availableProcessors(), STARTS, "typical requests: " + Requests.NAMES);
        figures.forEach((module, flavours) -> {
            System.out.printf("%n%-46s %9s %9s %9s%n", module, "JVM", "native", "ratio");
            for (Figure figure : Figure.values()) {
                double jvm = flavours.get(ApplicationFlavour.JVM).getOrDefault(figure, Double.NaN);
                double executable = flavours.get(ApplicationFlavour.NATIVE).getOrDefault(figure, Double.NaN);
                System.out.printf(
                        "  %-44s %9s %9s %9s%n",
                        figure.text,
                        text(figure.format, jvm),
                        text(figure.format, executable),
                        text("%.2f", executable / jvm));
            }
        });
    }

    private static String text(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static void say(String message) {
        System.out.println("  " + message);
    }

    /** Container images that {@code ./balagh images} has built. */
    private static final class Images {

        private static final List<String> BUILDERS = List.of("podman", "docker");

        /** The newest one's size in MB, or not a number. */
        static double size(String module, ApplicationFlavour flavour) throws IOException, InterruptedException {
            for (String builder : BUILDERS) {
                if (!SystemProgramFinder.isOnPath(builder)) {
                    continue;
                }
                var process = new ProcessBuilder(
                                "sh",
                                "-c",
                                "%1$s images --format '{{.Repository}}:{{.Tag}}' | grep '^localhost/balagh/%2$s:' | grep %3$s -- '-native$'"
                                                .formatted(
                                                        builder,
                                                        module,
                                                        flavour == ApplicationFlavour.NATIVE ? "" : "-v")
                                        + " | head -n 1 | xargs -r %s image inspect --format '{{.Size}}'"
                                                .formatted(builder))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String answer = new String(process.getInputStream().readAllBytes()).strip();
                if (process.waitFor() == 0 && !answer.isEmpty()) {
                    return Double.parseDouble(answer) / 1e6;
                }
            }
            return Double.NaN;
        }
    }
}
