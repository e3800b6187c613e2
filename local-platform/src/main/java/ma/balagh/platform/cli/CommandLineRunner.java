package ma.balagh.platform.cli;

import java.io.UncheckedIOException;
import ma.balagh.platform.part.SuiteException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Reads the command line and runs its command. */
@Command(
        name = "balagh",
        description = "Runs the whole suite on this machine.",
        footer = {
            "%n  test            builds everything and runs the tests of every change, against the real stack;",
            "                  --all: those that take long, too;",
            "                  --native: the system tests, against native executables",
            "  outdated        lists libraries and plugins with a newer release",
            "  check-manifests checks the manifests of k8s/ without a cluster; --help tells more",
            "  images          builds the container images of the services; --help tells more",
            "  verify-bundle   checks a bundle of evidence offline; --help tells more"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DevCommand.class,
            ResetCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ProveCustodyCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            ExamineCommand.class,
            MatchCommand.class,
            HelpCommand.class
        })
public final class CommandLineRunner {

    private CommandLineRunner() {}

    /** Returns the exit status: 0 done, 1 failed with a line that says why, 2 not a command. */
    public static int run(String... arguments) {
        return commandLine()
                .setExecutionExceptionHandler((failure, commandLine, result) -> {
                    commandLine.getErr().println("balagh: " + explain(failure));
                    return 1;
                })
                .execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }

    static CommandLine commandLine() {
        var whole = new CommandLine(new CommandLineRunner())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true);
        whole.getSubcommands().values().stream()
                .filter(command -> command.getCommand() instanceof LaboratoryCommand)
                .forEach(LaboratoryCommand::configure);
        return whole;
    }

    private static String explain(Exception failure) {
        return switch (failure) {
            case SuiteException known -> String.valueOf(known.getMessage());
            case UncheckedIOException io -> String.valueOf(io.getCause());
            default -> failure.toString();
        };
    }
}
