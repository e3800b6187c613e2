package ma.balagh.analysis.lease;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * A table whose rows are work. Each waits as {@code QUEUED} until {@code not_before}, or is {@code RUNNING}: held by {@code
 * lease_owner} until {@code lease_until}, by the database's clock, the only one that replicas share. In what order rows
 * are claimed is each table's own affair. Every write is one statement, in the caller's transaction where there is one.
 */
public final class LeaseTable {

    private final Jdbi jdbi;
    private final String name;

    /** @param name a plain identifier, which is also the channel that notifies of rows to be worked on */
    public LeaseTable(Jdbi jdbi, String name) {
        this.jdbi = jdbi;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** How long until the next row is due that was put off; at most {@code longest}. */
    Duration untilNextDue(Duration longest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select least(:longest, ceil(extract(epoch from min(not_before) - now()) * 1000))
                        from <table>
                        where state = 'QUEUED' and not_before > now()
                        """)
                .define("table", name)
                .bind("longest", longest.toMillis())
                .map((row, context) -> Duration.ofMillis(row.getLong(1)))
                .one());
    }

    /** Prolongs the lease; false when it is lost: somebody else may hold the row by now. */
    boolean renew(Hold hold, Duration lease) {
        return write(
                hold,
                "lease_until = now() + :lease * interval '1 millisecond'",
                update -> update.bind("lease", lease.toMillis()));
    }

    /** Gives the row back without blame: this worker stops. */
    void release(Hold hold) {
        write(
                hold,
                "state = 'QUEUED', lease_owner = null, lease_until = null, not_before = now()",
                UnaryOperator.identity());
    }

    /** Gives the row back because something that it needs is away; each failure doubles the pause. */
    void retryLater(Hold hold, String failure, Duration first, Duration longest) {
        write(
                hold,
                """
                state = 'QUEUED', lease_owner = null, lease_until = null,
                failures = failures + 1,
                last_failure = :failure,
                not_before = now() + least(:longest, :first * 2 ^ least(failures, 30)) * interval '1 millisecond'
                """,
                update -> update.bind("failure", failure)
                        .bind("first", first.toMillis())
                        .bind("longest", longest.toMillis()));
    }

    /** Ends this worker's hold as if it had been lost: the work itself failed, and may do so again. */
    public void lose(Hold hold, String failure) {
        write(hold, """
                lease_owner = gen_random_uuid(), lease_until = now() - interval '1 millisecond',
                failures = failures + 1,
                last_failure = :failure
                """, update -> update.bind("failure", failure));
    }

    /**
     * Ends the hold with what came of the work.
     *
     * @param changes of the row beside its lease, the state among them
     * @throws LeaseLost when somebody else may hold the row by now; nothing is written
     */
    public void end(Hold hold, String changes, UnaryOperator<Update> values) {
        if (!write(hold, "lease_owner = null, lease_until = null, " + changes, values)) {
            throw new LeaseLost();
        }
    }

    /**
     * Writes to the row while it is held.
     *
     * @param changes what follows {@code set}
     * @param values binds what the changes name
     * @return false when the lease is lost, and nothing written
     */
    public boolean write(Hold hold, String changes, UnaryOperator<Update> values) {
        return jdbi.withHandle(handle -> values.apply(handle.createUpdate(
                                "update <table> set <changes> where id = :id and lease_owner = :owner"))
                        .define("table", name)
                        .define("changes", changes)
                        .bind("id", hold.id())
                        .bind("owner", hold.owner())
                        .execute())
                == 1;
    }
}
