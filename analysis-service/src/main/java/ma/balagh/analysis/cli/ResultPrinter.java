package ma.balagh.analysis.cli;

import java.io.IOException;

/** Prints results. */
sealed interface ResultPrinter permits JsonLinesPrinter, TextPrinter {

    void tell(FileExaminer.Examined examined) throws IOException;
}
