package ma.balagh.intake.callback;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Partners' callbacks in the database. */
@ApplicationScoped
class CallbackRows {

    private static final String SELECT = """
            select callback.id, callback.url, callback.state, callback.created_at, callback.delivered_at,
                   callback.ended_at, greatest(callback.next_attempt_at, waiting.due_at) as next_attempt_at,
                   waiting.pending, waiting.oldest, waiting.failing_since, waiting.failure
            from callback
            cross join lateral (
                select count(*) as pending, min(created_at) as oldest, min(due_at) as due_at,
                       min(first_failed_at) as failing_since,
                       (array_agg(failure order by first_failed_at) filter (where failure is not null))[1] as failure
                from callback_delivery where callback_delivery.callback_id = callback.id
            ) waiting
            """;

    private final Jdbi jdbi;

    CallbackRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Holds back whoever else changes how many callbacks a partner has, until the transaction ends. */
    void lock(String owner) {
        jdbi.useHandle(handle ->
                handle.execute("select pg_advisory_xact_lock(hashtextextended('balagh.callback ' || ?, 0))", owner));
    }

    int count(String owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from callback where owner = :owner")
                .bind("owner", owner)
                .mapTo(Integer.class)
                .one());
    }

    /** @return false when the partner has one with that address already */
    boolean insert(UUID id, String owner, String url, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into callback (id, owner, url, created_at, next_attempt_at)
                        values (:id, :owner, :url, :now, :now)
                        on conflict (owner, url) do nothing
                        """)
                        .bind("id", id)
                        .bind("owner", owner)
                        .bind("url", url)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** What waits to be sent goes with it. */
    void delete(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from callback where id = ?", id));
    }

    Optional<CallbackView> find(UUID id, String owner) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where callback.id = :id and callback.owner = :owner")
                        .bind("id", id)
                        .bind("owner", owner)
                        .map(CallbackRows::view)
                        .findOne());
    }

    /** Newest first. */
    List<CallbackView> page(String owner, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where callback.owner = :owner and callback.id < :after order by callback.id desc limit :fetch
                        """)
                .bind("owner", owner)
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map(CallbackRows::view)
                .list());
    }

    private static CallbackView view(ResultSet row, StatementContext context) throws SQLException {
        long pending = row.getLong("pending");
        Instant failingSince = instant(row, "failing_since");
        CallbackView.State working = failingSince == null ? CallbackView.State.WORKING : CallbackView.State.FAILING;
        return new CallbackView(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("state").equals("GONE") ? CallbackView.State.GONE : working,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                pending,
                instant(row, "oldest"),
                instant(row, "delivered_at"),
                failingSince,
                row.getString("failure"),
                pending == 0 ? null : instant(row, "next_attempt_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
