package ma.balagh.platform.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.service.LaboratoryLauncher;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** A command that the laboratory's own program reads: its arguments are handed on untouched. */
abstract class LaboratoryCommand implements Callable<Integer> {

    private final String name;

    @Parameters(arity = "0..*", paramLabel = "argument", description = "see --help")
    private List<String> arguments = new ArrayList<>();

    LaboratoryCommand(String name) {
        this.name = name;
    }

    /** What begins with a dash, a quote or an at sign is for the laboratory to understand, or the name of a file. */
    static void configure(CommandLine commandLine) {
        commandLine
                .setUnmatchedOptionsArePositionalParams(true)
                // No argument can contain it.
                .setEndOfOptionsDelimiter("\0");
    }

    List<String> arguments() {
        return arguments;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var workplace = SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), 0);
        var directory = SuiteOption.callersDirectory();
        var whole = new ArrayList<>(List.of(name));
        whole.addAll(arguments);
        // The answers go to standard output.
        return new LaboratoryLauncher(workplace, new ConsoleProgressListener(System.err)).run(directory, whole);
    }
}
