package ma.balagh.intake.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.intake.receipt.Receipts;
import ma.balagh.intake.report.ReceiptWatch;
import ma.balagh.intake.report.Report;
import ma.balagh.messaging.Backoff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait. They are written in the transaction of what they tell of, so that neither can be without the other,
 * and leave when a partner's server has taken them. Of one report, the next is sent after the one before was taken.
 */
@ApplicationScoped
class DeliveryQueue implements ReceiptWatch {

    /** Callbacks that one look deals with. */
    private static final int BREADTH = 50;

    private record Due(UUID id, String url, int failures) {}

    private final Jdbi jdbi;
    private final Receipts receipts;
    private final ObjectMapper json;
    private final CallbackConfig config;
    private final Clock clock;

    DeliveryQueue(Jdbi jdbi, Receipts receipts, ObjectMapper json, CallbackConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.receipts = receipts;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(Report report) {
        List<UUID> callbacks = jdbi.withHandle(handle -> handle.createQuery(
                        "select id from callback where owner = :owner and state = 'ACTIVE' order by id")
                .bind("owner", report.filedBy())
                .mapTo(UUID.class)
                .list());
        if (callbacks.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String body = written(ReceiptMessage.changed(now, receipts.of(report)));
        jdbi.useHandle(handle -> callbacks.forEach(callback -> handle.execute(
                // One that was deleted since takes no message.
                """
                insert into callback_delivery (id, callback_id, report_id, body, created_at, due_at)
                select ?, id, ?, ?, ?, ? from callback where id = ? for key share
                """, Ids.next(), report.id(), body, now, now, callback)));
    }

    /**
     * Takes messages to send, for as long as one attempt can last and some more: should this replica die, another one
     * takes them then.
     */
    @Transactional
    List<Delivery> claim(int most) {
        Instant now = clock.instant();
        Instant until = now.plus(config.time().multipliedBy(2)).plus(Duration.ofMinutes(1));
        return jdbi.withHandle(handle -> {
            List<Delivery> claimed = new ArrayList<>();
            for (Due callback : due(handle, now)) {
                int limit = callback.failures() > 0 ? 1 : config.perCallback();
                claimed.addAll(claim(handle, callback, now, until, limit, most - claimed.size()));
            }
            return claimed;
        });
    }

    /** Held until the transaction ends, so that nobody else counts and takes this callback's messages meanwhile. */
    private static List<Due> due(Handle handle, Instant now) {
        return handle.createQuery("""
                        select id, url, failures from callback
                        where state = 'ACTIVE' and next_attempt_at <= :now
                        and exists (
                            select from callback_delivery
                            where callback_id = callback.id and due_at <= :now
                            and (leased_until is null or leased_until <= :now))
                        order by next_attempt_at limit :most
                        for no key update skip locked
                        """)
                .bind("now", now)
                .bind("most", BREADTH)
                .map((row, context) ->
                        new Due(row.getObject("id", UUID.class), row.getString("url"), row.getInt("failures")))
                .list();
    }

    private static List<Delivery> claim(Handle handle, Due callback, Instant now, Instant until, int limit, int most) {
        return handle.createQuery("""
                        with room as (
                            select least(:most, greatest(0, :limit - count(*))) as places from callback_delivery
                            where callback_id = :callback and leased_until > :now
                        ), next as (
                            select id from callback_delivery waiting
                            where callback_id = :callback and due_at <= :now
                            and (leased_until is null or leased_until <= :now)
                            and not exists (
                                select from callback_delivery before
                                where before.callback_id = waiting.callback_id
                                and before.report_id = waiting.report_id and before.position < waiting.position)
                            order by position limit (select places from room)
                        )
                        update callback_delivery set leased_until = :until where id in (select id from next)
                        returning id, body, attempts
                        """)
                .bind("callback", callback.id())
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .bind("most", most)
                .map((row, context) -> new Delivery(
                        row.getObject("id", UUID.class),
                        callback.id(),
                        callback.url(),
                        row.getString("body"),
                        row.getInt("attempts"),
                        callback.failures()))
                .list();
    }

    /** It was taken. */
    @Transactional
    void delivered(Delivery delivery) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update callback set failures = 0, next_attempt_at = ?, delivered_at = ? where id = ?",
                    now,
                    now,
                    delivery.callbackId());
            handle.execute("delete from callback_delivery where id = ?", delivery.id());
        });
    }

    /**
     * It was not taken. It waits, the longer the more often that was so; so does the whole callback while nothing is
     * taken there at all.
     *
     * @param wait what the server asks for
     */
    @Transactional
    void failed(Delivery delivery, String failure, @Nullable Duration wait) {
        Instant now = clock.instant();
        Instant due = now.plus(pause(delivery.attempts(), wait, config.firstWait(), config.longestWait()));
        Instant next = now.plus(pause(delivery.failures(), wait, config.firstWait(), config.longestWait()));
        jdbi.useHandle(handle -> {
            handle.execute(
                    // What fails at the same time is one failure of the server.
                    "update callback set failures = greatest(failures, ?), next_attempt_at = ? where id = ?",
                    delivery.failures() + 1,
                    next,
                    delivery.callbackId());
            handle.execute("""
                    update callback_delivery
                    set attempts = attempts + 1, due_at = ?, leased_until = null, failure = ?,
                        first_failed_at = coalesce(first_failed_at, ?)
                    where id = ?
                    """, due, failure, now, delivery.id());
        });
    }

    /** @param asked the least that the server asks for; it counts up to the longest pause */
    static Duration pause(int earlierFailures, @Nullable Duration asked, Duration first, Duration longest) {
        Duration drawn = Backoff.after(earlierFailures, first, longest);
        long least = asked == null ? 0 : Math.min(asked.toMillis(), longest.toMillis());
        return Duration.ofMillis(Math.max(drawn.toMillis(), least));
    }

    /** Its server is gone for good: nothing is sent there any more. */
    @Transactional
    void gone(Delivery delivery) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update callback set state = 'GONE', ended_at = ? where id = ? and state = 'ACTIVE'",
                    clock.instant(),
                    delivery.callbackId());
            handle.execute("delete from callback_delivery where callback_id = ?", delivery.callbackId());
        });
    }

    private String written(ReceiptMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt can be written", e);
        }
    }
}
