package ma.balagh.platform.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.service.CustodyProofLauncher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "prove-custody",
        description = "reads every custody chain, all bytes of evidence and every anchor, and says whether they hold")
final class ProveCustodyCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var suite = which.suite();
        if (!suite.isAnyRunning()) {
            throw new SuiteException("The suite does not run: ./balagh up --detach%s starts it."
                    .formatted(suite.workplace().ports().option()));
        }
        var holds = new CustodyProofLauncher(suite.workplace()).run(line -> System.out.println("  " + line));
        if (!holds) {
            System.out.println("  All of it stands in " + suite.workplace().log("proof"));
        }
        return holds ? 0 : 1;
    }
}
