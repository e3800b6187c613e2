package ma.balagh.intake.source.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code source} and {@code source_move}, as polls read and write them. */
@ApplicationScoped
class PollRepository {

    /**
     * The sources that are switched on.
     *
     * @param longestFailure for how many seconds the source fails that fails for longest
     * @param longestOverdue for how many seconds the source waits for its poll that waits for longest
     */
    record Backlog(long watched, long failing, double longestFailure, double longestOverdue) {}

    private final Session session;

    PollRepository(Session session) {
        this.session = session;
    }

    /** The version of what people describe, which nobody changes until the transaction ends. */
    int lockVersion(UUID id) {
        return ScalarQuery.of(session, "select version from source where id = :id for update", Integer.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** From now on the source is polled where it has moved to. */
    void move(UUID id, String from, PollOutcome.Move move, Instant now) {
        session.createNativeMutationQuery("""
                        insert into source_move (source_id, at, from_url, to_url, status)
                        values (:id, :now, :from, :to, :status)
                        """)
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("from", from)
                .setParameter("to", move.url())
                .setParameter("status", move.status())
                .executeUpdate();
        session.createNativeMutationQuery("update source set current_url = :url, host = :host where id = :id")
                .setParameter("id", id)
                .setParameter("url", move.url())
                .setParameter("host", move.host())
                .executeUpdate();
    }

    Backlog count() {
        Tuple row = session.createNativeQuery("""
                        select count(*) as watched,
                               count(failing_since) as failing,
                               cast(coalesce(max(extract(epoch from now() - failing_since)), 0) as float8)
                                   as longest_failure,
                               cast(coalesce(greatest(max(extract(epoch from now() - next_attempt_at))
                                   filter (where lease_until is null or lease_until < now()), 0), 0) as float8)
                                   as longest_overdue
                        from source where enabled and removed_at is null
                        """, Tuple.class).getSingleResult();
        return new Backlog(
                row.get("watched", Long.class),
                row.get("failing", Long.class),
                row.get("longest_failure", Double.class),
                row.get("longest_overdue", Double.class));
    }
}
