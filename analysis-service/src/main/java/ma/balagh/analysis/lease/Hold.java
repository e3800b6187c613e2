package ma.balagh.analysis.lease;

import java.util.UUID;

/** A worker's hold on a row, which is work on one evidence. */
public interface Hold {

    /** The row's. */
    UUID id();

    UUID evidenceId();

    /** The lease's: a new one for each claim, so that a worker which lost it cannot write. */
    UUID owner();
}
