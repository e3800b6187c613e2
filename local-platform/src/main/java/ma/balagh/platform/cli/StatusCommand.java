package ma.balagh.platform.cli;

import java.util.concurrent.Callable;
import ma.balagh.platform.suite.PartState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "tells what runs; exit status 3 when something does not")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Override
    public Integer call() {
        var parts = which.suite().status();
        System.out.println(new SuiteTablePrinter(parts).render());
        return parts.stream().allMatch(PartState::runs) ? 0 : NOT_RUNNING;
    }
}
