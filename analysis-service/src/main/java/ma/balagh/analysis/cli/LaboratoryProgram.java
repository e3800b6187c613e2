package ma.balagh.analysis.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./balagh examine} and {@code match} start, with the command's name and its arguments. */
@Command(name = "./balagh")
public final class LaboratoryProgram {

    /** As of a shell whose child was ended by SIGINT. */
    private static final int INTERRUPTED = 130;

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private LaboratoryProgram() {}

    public static void main(String[] arguments) {
        // The one that Quarkus brings along; it complains where it is not the first one.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").addHandler(new ConsoleHandler());
        Thread work = Thread.currentThread();
        Thread end = Thread.ofPlatform().unstarted(() -> stop(work));
        Runtime.getRuntime().addShutdownHook(end);
        // Whatever the terminal's language is: names of files and words go out as UTF-8.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), out, err);
        out.flush();
        if (status == INTERRUPTED) {
            // The thread that interrupted us ends the process.
            return;
        }
        Runtime.getRuntime().removeShutdownHook(end);
        System.exit(status);
    }

    /** Returns the exit status: 0 all files were dealt with, 1 some were not, 2 the command line is wrong. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new CommandLine(new LaboratoryProgram())
                .addSubcommand(new ExamineFilesCommand(out, err))
                .addSubcommand(new MatchFoldersCommand(out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((failure, command, parsed) -> ended(failure, err))
                .execute(arguments.toArray(String[]::new));
    }

    private static int ended(Exception failure, PrintStream err) {
        if (failure instanceof InterruptedException) {
            return INTERRUPTED;
        }
        err.println("balagh: " + TerminalTextFilter.printable(failure.toString()));
        return 1;
    }

    /** A file that is being examined leaves nothing behind when the program is told to stop. */
    private static void stop(Thread work) {
        work.interrupt();
        try {
            work.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(INTERRUPTED);
    }
}
