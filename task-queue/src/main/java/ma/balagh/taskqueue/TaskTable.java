package ma.balagh.taskqueue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are tasks. It has the columns {@code id uuid}, {@code lease_owner uuid}, {@code lease_until
 * timestamptz} and {@code lost_leases integer}; a row is leased while {@code lease_owner} is not null. All parts are SQL of
 * the application, never of a user, in which {@code task} is the row. A table with a key has an index that begins with it.
 *
 * @param name of the table, and of the channel that notifies of its tasks
 * @param due the column with the time before which a task is not claimed
 * @param condition what makes a row a task: rows that have ended are none
 * @param turn which of the tasks can be claimed now; the keys are listed without it, as it may be slow to ask
 * @param order of claims, the most urgent first
 * @param key whose tasks are not all done at once, with which an index begins; null where any number is
 * @param changes of the row beside its lease
 * @param columns that the reader of claimed rows needs, beside those above
 */
public record TaskTable(
        String name,
        String due,
        String condition,
        String turn,
        String order,
        @Nullable Key key,
        Changes changes,
        String columns) {

    /** A condition that all rows meet. */
    public static final String EVERY = "true";

    /**
     * Tasks with one value are limited in number.
     *
     * @param limit SQL for the number of tasks that are leased at once; {@code keys.key} is the value
     * @param attempted the column with the time of the last attempt
     * @param pause after an attempt, in which no other task of the key is claimed
     */
    public record Key(String column, String limit, String attempted, Duration pause) {

        /** Without a pause. */
        public Key(String column, String limit) {
            this(column, limit, "", Duration.ZERO);
        }
    }

    /**
     * What changes with the lease, as {@code set} has it; empty where nothing does.
     *
     * @param claimed in which {@code lease_owner} is the lost one's, or null
     * @param returned when the task is to be claimed again
     * @param failed with one parameter, the failure, after something was away
     */
    public record Changes(String claimed, String returned, String failed) {

        static final Changes USUAL =
                new Changes("state = 'RUNNING'", "state = 'QUEUED'", "failures = failures + 1, last_failure = ?");
    }

    /** Rows that are {@code QUEUED} until {@code not_before}, then {@code RUNNING}, and count their {@code failures}. */
    public static TaskTable named(String name) {
        return new TaskTable(
                name, "not_before", "state in ('QUEUED', 'RUNNING')", EVERY, "not_before, id", null, Changes.USUAL, "");
    }

    public TaskTable with(String condition) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    public TaskTable inTurn(String turn) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    public TaskTable orderedBy(String order) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    public TaskTable limitedBy(Key key) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    public TaskTable due(String due) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    public TaskTable changing(Changes changes) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    /** @param claimed in addition to what else changes with a claim */
    public TaskTable changingWhenClaimed(String claimed) {
        return changing(new Changes(joined(changes.claimed(), claimed), changes.returned(), changes.failed()));
    }

    public TaskTable returning(String columns) {
        return new TaskTable(name, due, condition, turn, order, key, changes, columns);
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : one + ", " + other;
    }
}
