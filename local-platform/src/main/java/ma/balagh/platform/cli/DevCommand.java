package ma.balagh.platform.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.service.DevelopmentModeLauncher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        description =
                "runs one application of a running suite in Quarkus's development mode: what is changed in its sources is"
                        + " there at the next request")
final class DevCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Parameters(paramLabel = "intake|analysis|dispatch|portal", description = "the application")
    private String application = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var suite = which.suite();
        var ports = suite.workplace().ports();
        var development = new DevelopmentModeLauncher(suite.workplace(), application);
        if (!suite.isAnyRunning()) {
            throw new SuiteException(
                    "The suite does not run: ./balagh up --detach%s starts it.".formatted(ports.option()));
        }
        System.out.println("  stopping the packaged " + application);
        suite.stop(application);
        int status = development.run();
        System.out.println("  ./balagh up --detach%s starts the packaged one again.".formatted(ports.option()));
        return status;
    }
}
