package ma.balagh.platform.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "stops everything in good order; the data stay")
final class DownCommand implements Runnable {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Override
    public void run() {
        which.suite().down(new ConsoleProgressListener(System.out));
    }
}
