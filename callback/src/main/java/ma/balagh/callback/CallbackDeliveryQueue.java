package ma.balagh.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.messaging.Backoff;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;
import ma.balagh.taskqueue.TaskTable;
import org.jspecify.annotations.Nullable;

/**
 * The queue of messages to partners. A message is written in the transaction of the change that it reports, so that
 * neither exists without the other, and removed when the partner's server has accepted it. The messages about
 * one thing are sent in order.
 */
@ApplicationScoped
public class CallbackDeliveryQueue {

    private static final TaskTable TABLE = TaskTable.named("callback_delivery")
            .due("due_at")
            .orderedBy("position")
            .changing(new TaskTable.Changes("", "", "failures = failures + 1, failure = ?"))
            .returning("""
                    callback_id, body, attempts,
                    (select url from callback where callback.id = callback_id) as url,
                    (select failures from callback where callback.id = callback_id) as callback_failures
                    """);

    /** Of one thing, the next message waits for the one before. */
    private static final String IN_ORDER = """
            not exists (
                select from callback_delivery earlier
                where earlier.callback_id = task.callback_id and earlier.%1$s = task.%1$s
                  and earlier.position < task.position)
            """;

    /** To a callback that fails, one message at once; to one that is to be left alone, none. */
    private static final String LIMIT = """
            select case when state <> 'ACTIVE' or next_attempt_at > now() then 0 when failures > 0 then 1 else %d end
            from callback where id = keys.key
            """;

    private final CallbackRepository callbacks;
    private final CallbackConfig config;
    private final Clock clock;
    private final TaskQueue<CallbackDelivery> tasks;

    CallbackDeliveryQueue(
            CallbackRepository callbacks,
            DataSource pool,
            CallbackSubject subject,
            CallbackConfig config,
            CallbackWorkersConfig workers,
            Clock clock) {
        this.callbacks = callbacks;
        this.config = config;
        this.clock = clock;
        var ordered = TABLE.with(TaskTable.EVERY)
                .inTurn(IN_ORDER.formatted(subject.column()))
                .limitedBy(new TaskTable.Key("callback_id", LIMIT.formatted(config.perCallback())));
        this.tasks = new TaskQueue<>(pool, ordered, workers, CallbackDeliveryQueue::delivery);
    }

    public TaskQueue<CallbackDelivery> tasks() {
        return tasks;
    }

    /**
     * Writes a message, in the transaction of the change that it reports.
     *
     * @param to the callbacks that get it; who was deleted since gets none
     * @param subject what it is about
     * @param body JSON
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Collection<UUID> to, UUID subject, String body, Instant now) {
        to.forEach(callback -> callbacks.insertMessage(IdGenerator.next(), callback, subject, body, now));
    }

    /**
     * It was taken.
     *
     * @throws LeaseLostException when another replica may send it; partners know it by its id
     */
    @Transactional
    void delivered(CallbackDelivery delivery) {
        callbacks.taken(delivery.callbackId(), clock.instant());
        tasks.end(delivery, "lost_leases = 0");
        callbacks.deleteMessage(delivery.id());
    }

    /**
     * It was not taken. It waits, the longer the more often that was so; so does the whole callback while nothing is
     * taken there at all.
     *
     * @param wait what the server asks for
     * @throws LeaseLostException when another replica may send it
     */
    @Transactional
    void failed(CallbackDelivery delivery, String failure, @Nullable Duration wait) {
        Instant now = clock.instant();
        Instant due = now.plus(pause(delivery.attempts(), wait, config.firstWait(), config.longestWait()));
        Instant next = now.plus(pause(delivery.failures(), wait, config.firstWait(), config.longestWait()));
        callbacks.failed(delivery.callbackId(), delivery.failures() + 1, next);
        tasks.end(delivery, """
                lost_leases = 0, attempts = attempts + 1, due_at = ?, failure = ?,
                first_failed_at = coalesce(first_failed_at, ?)
                """, due.atOffset(ZoneOffset.UTC), failure, now.atOffset(ZoneOffset.UTC));
    }

    /** @param asked the least that the server asks for; it counts up to the longest pause */
    static Duration pause(int earlierFailures, @Nullable Duration asked, Duration first, Duration longest) {
        Duration drawn = Backoff.after(earlierFailures, first, longest);
        long least = asked == null ? 0 : Math.min(asked.toMillis(), longest.toMillis());
        return Duration.ofMillis(Math.max(drawn.toMillis(), least));
    }

    /** Its server is gone for good: nothing is sent there any more. */
    @Transactional
    void gone(CallbackDelivery delivery) {
        callbacks.gone(delivery.callbackId(), clock.instant());
    }

    private static CallbackDelivery delivery(ResultSet row) throws SQLException {
        return new CallbackDelivery(
                row.getObject("id", UUID.class),
                row.getObject("lease_owner", UUID.class),
                row.getInt("lost_leases"),
                row.getObject("callback_id", UUID.class),
                row.getString("url"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getInt("callback_failures"));
    }
}
