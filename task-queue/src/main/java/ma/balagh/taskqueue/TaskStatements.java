package ma.balagh.taskqueue;

import ma.balagh.taskqueue.TaskTable.Key;

/** The statements of a queue. All times are the database's: the only clock that replicas share. */
final class TaskStatements {

    /** Claims of a queue with keys come one after the other, so that they count exactly. */
    static final String LOCK_CLAIMS = "select pg_advisory_xact_lock(hashtextextended('task-queue.' || ?, 0))";

    private static final String MILLISECONDS = "? * interval '1 millisecond'";

    private final TaskTable table;
    private final TaskWorkersConfig config;

    TaskStatements(TaskTable table, TaskWorkersConfig config) {
        this.table = table;
        this.config = config;
    }

    /** Parameter: lease in milliseconds. */
    String claim() {
        return lease("(" + next() + ")");
    }

    /** Of the row that {@link #next} has locked. Parameters: lease in milliseconds, id. */
    String claimLocked() {
        return lease("?");
    }

    /**
     * Locks the first row that may be claimed. Without parameters: PostgreSQL would plan it anew for their values, which
     * takes ten times as long as to run it.
     */
    String next() {
        Key key = table.key();
        return """
                %s
                order by %s
                limit 1
                for update of task skip locked
                """.formatted(key == null ? claimable() : firstOfEachKey(key), table.order());
    }

    private String lease(String id) {
        return """
                update %s
                set lease_owner = gen_random_uuid(), lease_until = now() + %s,
                    lost_leases = lost_leases + case when lease_owner is null then 0 else 1 end%s
                where id = %s
                returning id, lease_owner, lost_leases%s
                """.formatted(
                table.name(), MILLISECONDS, continued(table.changes().claimed()), id, continued(table.columns()));
    }

    /**
     * What is due and waits, or was lost: after the first loss at once, after each further one twice as long. What is leased
     * was due when it was claimed, so that an index which ends with the column reads no row that waits for its time.
     */
    private String claimable() {
        return """
                select task.id
                from %s task
                where %s and task.%s <= now()
                  and (task.lease_owner is null
                       or task.lease_until < now() - case task.lost_leases
                            when 0 then interval '0'
                            else least(%d, %d * 2 ^ least(task.lost_leases - 1, 30)) * interval '1 millisecond' end)
                """.formatted(
                        table.name(),
                        inTurn(),
                        table.due(),
                        config.longestLossPause().toMillis(),
                        config.lossPause().toMillis());
    }

    private String inTurn() {
        return "(%s) and (%s)".formatted(table.condition(), table.turn());
    }

    /** However many tasks one key has, those of the others are found as fast: the keys are read first, one by one. */
    private String firstOfEachKey(Key key) {
        return """
                with recursive keys (key) as (
                    (select task.%1$s from %2$s task where (%3$s) order by task.%1$s limit 1)
                    union all
                    select (select task.%1$s from %2$s task where (%3$s) and task.%1$s > keys.key order by task.%1$s limit 1)
                    from keys where keys.key is not null)
                select task.id
                from %2$s task
                where task.id in (
                    select next.id
                    from keys
                    cross join lateral (%4$s and task.%1$s = keys.key order by %5$s limit 1) next
                    where (select count(*) from %2$s held where held.%1$s = keys.key and held.lease_until > now()) < (%6$s)
                    %7$s)
                """.formatted(
                key.column(), table.name(), table.condition(), claimable(), table.order(), key.limit(), rested(key));
    }

    private String rested(Key key) {
        return key.pause().isZero()
                ? ""
                : """
                and not exists (
                    select from %1$s other
                    where other.%2$s = keys.key and other.id <> next.id
                      and other.%3$s > now() - %4$d * interval '1 millisecond')
                """.formatted(
                        table.name(), key.column(), key.attempted(), key.pause().toMillis());
    }

    /**
     * Rows that are locked at this moment are left out: their holder is about to end them. Parameters: lease, ids,
     * tokens.
     */
    String renew() {
        return """
                update %1$s
                set lease_until = now() + %2$s
                from (
                    select task.id
                    from %1$s task join unnest(?, ?) as held (id, token) on task.id = held.id and task.lease_owner = held.token
                    for update of task skip locked) free
                where %1$s.id = free.id
                """.formatted(table.name(), MILLISECONDS);
    }

    /** The tokens that are not their row's any more. Parameters: ids, tokens. */
    String lost() {
        return """
                select held.token
                from unnest(?, ?) as held (id, token)
                where not exists (select from %s task where task.id = held.id and task.lease_owner = held.token)
                """.formatted(table.name());
    }

    /** Parameters: those of the changes, id, token. */
    String write(String changes) {
        return "update %s set %s where id = ? and lease_owner = ?".formatted(table.name(), changes);
    }

    /** Parameters: those of the changes, id, token. */
    String end(String changes) {
        return write("lease_owner = null, lease_until = null" + continued(changes));
    }

    /** Parameters: id, token. */
    String release() {
        return end(table.due() + " = now()" + continued(table.changes().returned()));
    }

    /** The pause is drawn from the upper half of what it may be. Parameters: longest, first pause, failure, id, token. */
    String retryLater() {
        return end(
                "%s = now() + least(?, ? * 2 ^ least(failures, 30)) * (0.5 + random() / 2) * interval '1 millisecond'%s%s"
                        .formatted(
                                table.due(),
                                continued(table.changes().returned()),
                                continued(table.changes().failed())));
    }

    /** The row looks as if its worker had died. Parameters: failure, id, token. */
    String lose() {
        return write("lease_owner = gen_random_uuid(), lease_until = now() - interval '1 millisecond'"
                + continued(table.changes().failed()));
    }

    /** In milliseconds. Parameter: the most. */
    String untilNextDue() {
        return """
                select least(?, ceil(extract(epoch from min(task.%1$s) - now()) * 1000))
                from %2$s task
                where %3$s and task.lease_owner is null and task.%1$s > now()
                """.formatted(table.due(), table.name(), inTurn());
    }

    /** How many wait, how many are leased, and for how many seconds the first one has been due. */
    String count() {
        return """
                select count(*) filter (where task.lease_owner is null) as waiting,
                       count(*) filter (where task.lease_owner is not null) as leased,
                       coalesce(greatest(0, extract(epoch from now()
                           - min(task.%s) filter (where task.lease_owner is null))), 0) as overdue
                from %s task
                where %s
                """.formatted(table.due(), table.name(), inTurn());
    }

    private static String continued(String list) {
        return list.isEmpty() ? "" : ", " + list;
    }
}
