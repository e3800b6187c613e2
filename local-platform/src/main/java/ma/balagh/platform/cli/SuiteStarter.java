package ma.balagh.platform.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import ma.balagh.platform.part.SuitePorts;
import ma.balagh.platform.suite.PartState;
import ma.balagh.platform.suite.Suite;

/**
 * Starts a suite for a person who watches. Until letRun, the end of this process ends the suite, too; a start that only
 * added missing parts to a running suite does not end it.
 */
final class SuiteStarter {

    private final Suite suite;
    private final PrintStream out;
    private final ConsoleProgressListener progress;
    private final boolean wasRunning;
    private final Thread end;

    SuiteStarter(Suite suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
        this.progress = new ConsoleProgressListener(out);
        this.wasRunning = suite.isAnyRunning();
        this.end = Thread.ofPlatform().unstarted(() -> suite.abort(progress));
    }

    /** Whether this suite was, at least partly, somebody else's. */
    boolean wasRunning() {
        return wasRunning;
    }

    /** Starts what is missing, waits for health, prints what runs where. */
    void run() {
        if (!wasRunning) {
            Runtime.getRuntime().addShutdownHook(end);
        }
        var begin = System.nanoTime();
        var parts = suite.up(progress);
        print(parts, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Stays until the suite has ended, be it by another terminal's {@code down}; what runs after that is not ours. */
    void awaitEnd() {
        suite.awaitEnd(progress);
        if (end.getState() == Thread.State.NEW) {
            letRun();
        }
    }

    /** The suite outlives this process. */
    void letRun() {
        if (!wasRunning) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private void print(List<PartState> parts, Duration took) {
        var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        var cpu = parts.stream().map(PartState::cpuTime).reduce(own, Duration::plus);
        out.println();
        out.println(new SuiteTablePrinter(parts).render());
        out.println();
        out.println("  Ready after %s, with %s of CPU in all."
                .formatted(SuiteTablePrinter.seconds(took), SuiteTablePrinter.seconds(cpu)));
        out.println();
        out.println(demoAccounts(suite.workplace().ports()));
    }

    private static String demoAccounts(SuitePorts ports) {
        return """
                Portal    http://localhost:%d
                Accounts  intake, analyst, analyst2, officer, officer2, dispatcher, unit1, unit2, affairs, affairs2,
                          commander, commander2, auditor, protection, casa-analyst (password = user name)
                Partner   client partner-press, secret partner-press
                Token     ./balagh token analyst%s
                """.indent(2).stripTrailing().formatted(ports.portal(), ports.option());
    }
}
