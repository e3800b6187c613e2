package ma.balagh.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import ma.balagh.platform.backup.BackupRestorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "makes a suite, which must have no data, from a backup")
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Parameters(paramLabel = "DIR", description = "the folder that balagh backup has made")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        var suite = which.suite();
        var restored =
                new BackupRestorer(suite, new ConsoleProgressListener(System.out)).from(which.callersPath(folder));
        System.out.printf(
                "  Restored: %s.%n  ./balagh up%s starts it.%n",
                restored, suite.workplace().ports().option());
        return 0;
    }
}
