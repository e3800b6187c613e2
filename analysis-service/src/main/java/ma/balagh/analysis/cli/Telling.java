package ma.balagh.analysis.cli;

import java.io.IOException;

/** How the results are told. */
sealed interface Telling permits JsonLines, ForPeople {

    void tell(FileDesk.Examined examined) throws IOException;
}
