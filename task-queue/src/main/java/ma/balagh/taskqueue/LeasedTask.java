package ma.balagh.taskqueue;

import java.util.UUID;

/** A row that a worker has under a lease. */
public interface LeasedTask {

    /** The row's key. */
    UUID id();

    /** The fencing token, column {@code lease_owner}: every claim makes a new one, and every write of a worker names it. */
    UUID token();

    /** How many workers died or failed while they had the row, column {@code lost_leases}. */
    int lostLeases();
}
