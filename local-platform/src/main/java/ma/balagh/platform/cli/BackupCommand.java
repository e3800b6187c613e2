package ma.balagh.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import ma.balagh.platform.backup.BackupWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = "copies the running suite, as it is at one moment, into a folder")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Parameters(paramLabel = "DIR", description = "the folder to make")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        var target = which.callersPath(folder);
        var made = BackupWriter.of(which.suite(), new ConsoleProgressListener(System.out))
                .make(target);
        System.out.printf("  Backed up: %s.%n", made);
        return 0;
    }
}
