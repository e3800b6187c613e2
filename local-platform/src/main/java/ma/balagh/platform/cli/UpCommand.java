package ma.balagh.platform.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "builds what is stale, starts what does not run, and stays until Ctrl-C")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Option(names = "--detach", description = "returns as soon as everything is ready")
    private boolean detach;

    @Override
    public Integer call() throws InterruptedException {
        var startup = new Startup(which.suite(), System.out);
        startup.run();
        if (detach || startup.wasRunning()) {
            startup.letRun();
            return 0;
        }
        System.out.println("\n  Ctrl-C stops everything.");
        new CountDownLatch(1).await();
        return 0;
    }
}
