package ma.balagh.intake.source.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import org.hibernate.Session;

/** How the polling of all sources is doing, counted in the table {@code source}. */
@ApplicationScoped
class PollBacklogRepository {

    /**
     * The sources that are switched on.
     *
     * @param longestFailure for how many seconds the source fails that fails for longest
     * @param longestOverdue for how many seconds the source waits for its poll that waits for longest
     */
    record Backlog(long watched, long failing, double longestFailure, double longestOverdue) {}

    private final Session session;

    PollBacklogRepository(Session session) {
        this.session = session;
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
