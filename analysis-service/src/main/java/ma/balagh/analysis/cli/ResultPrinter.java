package ma.balagh.analysis.cli;

import java.io.IOException;

/** How the results are told. */
sealed interface ResultPrinter permits JsonLinesPrinter, TextPrinter {

    void tell(FileExaminer.Examined examined) throws IOException;
}
