package ma.balagh.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code callback}, with what waits in {@code callback_delivery}. */
@ApplicationScoped
class CallbackRepository {

    private static final String SELECT = """
            select callback.id, callback.url, callback.state, callback.created_at, callback.delivered_at,
                   callback.ended_at, callback.given_up, callback.given_up_at,
                   greatest(callback.next_attempt_at, waiting.due_at) as next_attempt_at,
                   waiting.pending, waiting.oldest, waiting.failing_since, waiting.failure
            from callback
            cross join lateral (
                select count(*) as pending, min(created_at) as oldest, min(due_at) as due_at,
                       min(first_failed_at) as failing_since,
                       (array_agg(failure order by first_failed_at) filter (where failure is not null))[1] as failure
                from callback_delivery where callback_delivery.callback_id = callback.id
            ) waiting
            """;

    /**
     * The messages that partners have not taken yet.
     *
     * @param failing callbacks at which something was sent in vain and waits
     */
    record Backlog(long pending, @Nullable Instant oldest, long failing) {}

    private final Session session;
    private final String subject;

    CallbackRepository(Session session, CallbackSubject subject) {
        this.session = session;
        this.subject = subject.column();
    }

    /** Holds back whoever else changes how many callbacks a partner has, until the transaction ends. */
    void lock(String owner) {
        ScalarQuery.of(
                        session,
                        "select 1 from pg_advisory_xact_lock(hashtextextended('balagh.callback ' || :owner, 0))",
                        Integer.class)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    long count(String owner) {
        return ScalarQuery.of(session, "select count(*) from callback where owner = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    /** @return false when the partner has one with that address already */
    boolean insert(UUID id, String owner, String url, Instant now) {
        return session.createNativeMutationQuery("""
                        insert into callback (id, owner, url, created_at, next_attempt_at)
                        values (:id, :owner, :url, :now, :now)
                        on conflict (owner, url) do nothing
                        """)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .setParameter("url", url)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** What waits to be sent goes with it. */
    void delete(UUID id) {
        session.createNativeMutationQuery("delete from callback where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A message may have been written while its callback ended. */
    void deleteWhatNobodyTakes() {
        session.createNativeMutationQuery("""
                        delete from callback_delivery using callback
                        where callback.id = callback_delivery.callback_id and callback.state = 'GONE'
                        """).executeUpdate();
    }

    /**
     * What its partner did not take, because its server takes nothing or not this, is not sent any more once there is
     * something newer about the same; what is being sent now is left for the next time. Callbacks are locked
     * before messages: ending a callback locks them in that order, too.
     *
     * @param before when the message was written
     */
    void giveUp(Instant before, Instant now) {
        session.createNativeMutationQuery("""
                        with behind as materialized (
                            select id, failures from callback
                            where exists (
                                select from callback_delivery
                                where callback_delivery.callback_id = callback.id
                                  and callback_delivery.created_at < :before)
                            order by id
                            for no key update),
                        given_up as (
                            delete from callback_delivery using behind
                            where behind.id = callback_delivery.callback_id
                              and callback_delivery.created_at < :before and callback_delivery.lease_owner is null
                              and (callback_delivery.first_failed_at is not null or behind.failures > 0)
                              and exists (
                                select from callback_delivery later
                                where later.callback_id = callback_delivery.callback_id
                                  and later.%1$s = callback_delivery.%1$s
                                  and later.position > callback_delivery.position)
                            returning callback_delivery.callback_id),
                        counted as (select callback_id, count(*) as messages from given_up group by callback_id)
                        update callback set given_up = given_up + counted.messages, given_up_at = :now
                        from counted where callback.id = counted.callback_id
                        """.formatted(subject))
                .setParameter("before", before)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The callbacks of a partner that messages are written for. */
    List<UUID> active(String owner) {
        return ScalarQuery.of(
                        session,
                        "select id from callback where owner = :owner and state = 'ACTIVE' order by id",
                        UUID.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    /** A message that is due at once; a callback that was deleted since takes none. */
    void insertMessage(UUID id, UUID callbackId, UUID subjectId, String body, Instant now) {
        session.createNativeMutationQuery("""
                        insert into callback_delivery (id, callback_id, %s, body, created_at, due_at)
                        select :id, id, :subject, :body, :now, :now from callback where id = :callback for key share
                        """.formatted(subject))
                .setParameter("id", id)
                .setParameter("callback", callbackId)
                .setParameter("subject", subjectId)
                .setParameter("body", body)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Its server takes messages. */
    void taken(UUID id, Instant now) {
        session.createNativeMutationQuery(
                        "update callback set failures = 0, next_attempt_at = :now, delivered_at = :now where id = :id")
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Its server does not. What fails at the same time is one failure of the server.
     *
     * @param failures in a row, this one included
     * @param next when something may be sent again
     */
    void failed(UUID id, int failures, Instant next) {
        session.createNativeMutationQuery("""
                        update callback set failures = greatest(failures, :failures), next_attempt_at = :next
                        where id = :id
                        """)
                .setParameter("id", id)
                .setParameter("failures", failures)
                .setParameter("next", next)
                .executeUpdate();
    }

    /** Its server is gone for good, and what waited for it is not sent any more. */
    void gone(UUID id, Instant now) {
        session.createNativeMutationQuery(
                        "update callback set state = 'GONE', ended_at = :now where id = :id and state = 'ACTIVE'")
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        session.createNativeMutationQuery("delete from callback_delivery where callback_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void deleteMessage(UUID id) {
        session.createNativeMutationQuery("delete from callback_delivery where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    Optional<CallbackView> find(UUID id, String owner) {
        return session.createNativeQuery(SELECT + "where callback.id = :id and callback.owner = :owner", Tuple.class)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .uniqueResultOptional()
                .map(CallbackRepository::view);
    }

    List<CallbackView> find(Collection<UUID> ids) {
        return session
                .createNativeQuery(SELECT + "where callback.id = any(cast(:ids as uuid[]))", Tuple.class)
                .setParameter("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList()
                .stream()
                .map(CallbackRepository::view)
                .toList();
    }

    /** Newest first. */
    List<CallbackView> page(String owner, PageRequest page) {
        return session
                .createNativeQuery(SELECT + """
                        where callback.owner = :owner and callback.id < :after order by callback.id desc limit :fetch
                        """, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(CallbackRepository::view)
                .toList();
    }

    Backlog backlog() {
        Tuple row = session.createNativeQuery("""
                        select count(*) as pending, min(created_at) as oldest,
                               count(distinct callback_id) filter (where first_failed_at is not null) as failing
                        from callback_delivery
                        """, Tuple.class).getSingleResult();
        return new Backlog(
                row.get("pending", Long.class), row.get("oldest", Instant.class), row.get("failing", Long.class));
    }

    private static CallbackView view(Tuple row) {
        long pending = row.get("pending", Long.class);
        Instant failingSince = row.get("failing_since", Instant.class);
        CallbackView.State working = failingSince == null ? CallbackView.State.WORKING : CallbackView.State.FAILING;
        return new CallbackView(
                row.get("id", UUID.class),
                row.get("url", String.class),
                row.get("state", String.class).equals("GONE") ? CallbackView.State.GONE : working,
                row.get("created_at", Instant.class),
                pending,
                row.get("oldest", Instant.class),
                row.get("delivered_at", Instant.class),
                failingSince,
                row.get("failure", String.class),
                pending == 0 ? null : row.get("next_attempt_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("given_up", Long.class),
                row.get("given_up_at", Instant.class));
    }
}
