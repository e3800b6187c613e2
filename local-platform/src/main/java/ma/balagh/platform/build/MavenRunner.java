package ma.balagh.platform.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;

/** Runs Maven on this checkout, with the JDK that the launcher itself runs on. */
public final class MavenRunner {

    /** What native-image says when one of its steps has ended. */
    private static final Pattern STEP = Pattern.compile("^\\[(\\d)/8] (\\w[\\w ]+)");

    private static final Pattern MODULE = Pattern.compile("Building Balagh · (\\S+) .*\\[(\\d+)/(\\d+)]");

    private final SuiteDirectories workplace;

    public MavenRunner(SuiteDirectories workplace) {
        this.workplace = workplace;
    }

    /** Runs quietly into a log; {@code onModule} hears which module is being built. */
    public void run(String purpose, Consumer<String> onModule, List<String> arguments)
            throws IOException, InterruptedException {
        var log = workplace.data().resolve("logs").resolve("build.log");
        Files.createDirectories(log.getParent());
        var errors = new ArrayList<String>();
        var building = "";
        var process = builder(arguments).redirectErrorStream(true).start();
        try (var lines = process.inputReader();
                var copy = Files.newBufferedWriter(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                var module = MODULE.matcher(line);
                var step = STEP.matcher(line);
                if (module.find()) {
                    building = "%s (%s of %s)".formatted(module.group(1), module.group(2), module.group(3));
                    onModule.accept(building);
                } else if (step.find()) {
                    onModule.accept("%s, %s of 8: %s".formatted(building, step.group(1), step.group(2)));
                } else if (line.startsWith("[ERROR]") && errors.size() < 12) {
                    errors.add(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new SuiteException("Maven failed while %s; all of it stands in %s%n%s"
                    .formatted(purpose, log, String.join(System.lineSeparator(), errors)));
        }
    }

    /** Runs in the terminal that the launcher was started in, which sees what Maven says. Returns the exit status. */
    public int runInTerminal(Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        var builder = builder(arguments).inheritIO();
        builder.environment().putAll(environment);
        var process = builder.start();
        // Ctrl-C reaches both: the terminal is free only when Maven has ended, too.
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().unstarted(() -> process.onExit().join()));
        return process.waitFor();
    }

    /** Where Maven keeps what it fetched; used to show how far a download is. */
    public static Path localRepository() {
        var configured = System.getenv("BALAGH_MAVEN_REPOSITORY");
        return configured == null ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(configured);
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                executable(),
                "-B",
                "-f",
                workplace.repository().resolve("pom.xml").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(workplace.repository().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static String executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "mvn"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new SuiteException(
                        "Maven is missing: install Maven 3.9 or later (Debian, Ubuntu: sudo apt install maven)."));
    }
}
