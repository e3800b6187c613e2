package ma.balagh.platform.cli;

import java.util.concurrent.Callable;
import ma.balagh.platform.part.SuiteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "stops everything and deletes the local data, after asking")
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Option(names = "--yes", description = "does not ask")
    private boolean sure;

    @Override
    public Integer call() {
        var suite = which.suite();
        if (!sure && !ConsoleProgressListener.isTerminal()) {
            throw new SuiteException("Nobody can be asked here: say ./balagh reset --yes%s to delete the data."
                    .formatted(suite.workplace().ports().option()));
        }
        if (!sure
                && !confirmed("Delete every report, dossier and incident in "
                        + suite.workplace().data() + "? [y/N] ")) {
            System.out.println("  Nothing was deleted.");
            return 1;
        }
        suite.reset(new ConsoleProgressListener(System.out));
        System.out.println("  The local data are deleted.");
        return 0;
    }

    private static boolean confirmed(String question) {
        var console = System.console();
        var answer = console == null ? null : console.readLine("%s", question);
        return answer != null && (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"));
    }
}
