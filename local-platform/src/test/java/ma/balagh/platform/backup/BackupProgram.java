package ma.balagh.platform.backup;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.suite.Suite;

/** A launcher of its own that backs a suite up or restores it, and goes no further than a step at which it is killed. */
final class BackupProgram {

    private static final String REACHED = "reached";

    private BackupProgram() {}

    /** Sends it SIGTERM at a step, which is like Ctrl-C, and waits for its end. */
    static void killAt(String step, String task, SuiteDirectories workplace, Path backup) throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackupProgram.class.getName(),
                        step,
                        task,
                        workplace.data().toString(),
                        Integer.toString(workplace.ports().offset()),
                        backup.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = program.inputReader()) {
            var line = said.readLine();
            while (!REACHED.equals(line)) {
                System.out.println("[killed at " + step + "] " + requireNonNull(line, "it ended before"));
                line = said.readLine();
            }
            program.destroy();
            program.waitFor();
        } finally {
            program.destroyForcibly();
        }
    }

    /** @param arguments the step, backup or restore, the suite's data and port offset, and the backup's folder */
    public static void main(String[] arguments) throws Exception {
        var repository = SuiteDirectories.repositoryAround(Path.of("").toAbsolutePath());
        var workplace = SuiteDirectories.in(repository, Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        ProgressListener progress = message -> waitAt(arguments[0], message);
        if (arguments[1].equals("restore")) {
            new BackupRestorer(new Suite(workplace), progress).from(Path.of(arguments[4]));
        } else {
            new BackupWriter(workplace, List::of, progress).make(Path.of(arguments[4]));
        }
    }

    private static void waitAt(String step, String message) {
        System.out.println(message);
        if (message.equals(step)) {
            System.out.println(REACHED);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
