package ma.balagh.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "builds what is stale, starts what does not run, and stays until Ctrl-C or until another terminal says down")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Option(names = "--detach", description = "returns as soon as everything is ready")
    private boolean detach;

    @Override
    public Integer call() {
        var startup = new Startup(which.suite(), System.out);
        startup.run();
        if (detach || startup.wasRunning()) {
            startup.letRun();
            return 0;
        }
        System.out.println("\n  Ctrl-C stops everything.");
        startup.awaitEnd();
        return 0;
    }
}
