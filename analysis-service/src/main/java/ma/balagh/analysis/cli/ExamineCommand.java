package ma.balagh.analysis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Examines files, one after another, so that each has its own CPU time. */
final class ExamineCommand {

    private ExamineCommand() {}

    /** Returns the exit status. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            return examine(ExamineOptions.of(arguments), out, err);
        } catch (ExamineOptions.Misused misused) {
            String why = String.valueOf(misused.getMessage());
            if (why.isEmpty()) {
                out.println(ExamineOptions.USAGE);
                return 0;
            }
            err.println("balagh examine: " + Terminal.printable(why));
            err.println(ExamineOptions.USAGE);
            return 2;
        }
    }

    private static int examine(ExamineOptions options, PrintStream out, PrintStream err) throws InterruptedException {
        Telling telling = options.json()
                ? new JsonLines(options.language(), out)
                : new ForPeople(options.language(), options.details(), out);
        FileDesk desk = Tools.configured(false).desk();
        int status = 0;
        for (String file : options.files()) {
            try {
                telling.tell(desk.examine(file));
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // Whatever one file did to us, the next one has its turn.
                err.println("balagh examine: " + Terminal.printable(file + ": " + why(e)));
                status = 1;
            }
            if (out.checkError()) {
                err.println("balagh examine: nobody reads the answers any more");
                return 1;
            }
        }
        return status;
    }

    private static String why(Throwable failure) {
        return switch (failure) {
            case FileDesk.NoFile noFile -> String.valueOf(noFile.getMessage());
            case UncheckedIOException io -> String.valueOf(io.getCause());
            default -> failure.toString();
        };
    }
}
