package ma.balagh.analysis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import ma.balagh.analysis.finding.FindingTexts.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Examines files, one after another, so that each has its own CPU time. */
@Command(
        name = "examine",
        mixinStandardHelpOptions = true,
        description = {
            "Examines videos, pictures and sound, and tells what was found. Nothing is stored, no suite is needed.",
            "A file whose name begins with - stands after --."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every file was dealt with, readable or not",
            "1:a file could not be opened",
            "2:the command line is wrong"
        })
final class ExamineFilesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "one line of JSON for each file, with all details")
    private boolean asJson;

    @Option(names = "--details", description = "the figures, traces, importance and limits of every finding")
    private boolean withDetails;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "the language of findings: ar, fr or en (usually ${DEFAULT-VALUE})",
            defaultValue = "en")
    private Language language = Language.EN;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<String> files = List.of();

    private final PrintStream out;
    private final PrintStream err;

    ExamineFilesCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        ResultPrinter printer =
                asJson ? new JsonLinesPrinter(language, out) : new TextPrinter(language, withDetails, out);
        FileExaminer desk = LaboratoryTools.configured(false).desk();
        int status = 0;
        for (String file : files) {
            try {
                printer.tell(desk.examine(file));
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // Whatever one file did to us, the next one has its turn.
                err.println("balagh examine: " + TerminalTextFilter.printable(file + ": " + why(e)));
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
            case FileExaminer.NoFile noFile -> String.valueOf(noFile.getMessage());
            case UncheckedIOException io -> String.valueOf(io.getCause());
            default -> failure.toString();
        };
    }
}
