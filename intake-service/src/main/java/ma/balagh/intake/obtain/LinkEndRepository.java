package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.persistence.ScalarQuery;
import ma.balagh.taskqueue.LeaseLostException;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code media_link}, as links end; always in the caller's transaction, which writes what follows from it. Nothing
 * is written for a link that is another replica's by now: {@link LeaseLostException} for one that is fetched, {@link
 * LinkEndedException} for one that follows another.
 */
@ApplicationScoped
class LinkEndRepository {

    private static final String END = """
            update media_link
            set state = :state, fetch_id = :fetch, reason = :reason, detail = :detail, since = :now,
                next_attempt_at = null, failures = 0,
                progress_bytes = null, progress_validator = null, progress_since = null%s
            where id = :id
            """;

    private final LinkFetchQueue queue;
    private final Session session;

    LinkEndRepository(LinkFetchQueue queue, Session session) {
        this.queue = queue;
        this.session = session;
    }

    /** With a medium. */
    void obtained(OpenLink link, UUID evidenceId, UUID fetchId, Instant now) {
        end(link, ", evidence_id = :evidence", MediaLink.State.OBTAINED, null, fetchId, now)
                .setParameter("evidence", evidenceId)
                .executeUpdate();
    }

    /** As a page that was read. What followed a link that turned out to be a page is one, too. */
    void read(OpenLink link, @Nullable FailureReason why, UUID fetchId, Instant now) {
        end(link, ", kind = 'PAGE'", MediaLink.State.READ, why, fetchId, now).executeUpdate();
    }

    /** Without anything. */
    void unobtainable(OpenLink link, FailureReason why, UUID fetchId, Instant now) {
        end(link, "", MediaLink.State.UNOBTAINABLE, why, fetchId, now).executeUpdate();
    }

    private MutationQuery end(
            OpenLink link, String more, MediaLink.State state, @Nullable FailureReason why, UUID fetchId, Instant now) {
        hold(link);
        return session.createNativeMutationQuery(END.formatted(more))
                .setParameter("id", link.id())
                .setParameter("state", state.name())
                .setParameter("fetch", fetchId)
                .setParameter("reason", why == null ? null : why.code(), String.class)
                .setParameter("detail", why == null ? null : why.detail(), String.class)
                .setParameter("now", now);
    }

    /** From here on the row is this transaction's. */
    private void hold(OpenLink link) {
        switch (link) {
            case LinkTask task -> queue.end(task);
            case FollowingLink follower -> holdFollower(follower);
        }
    }

    private void holdFollower(FollowingLink follower) {
        NativeQuery<UUID> row = ScalarQuery.of(session, """
                        select id from media_link
                        where id = :id and follows = :leader and state = 'TO_OBTAIN' for no key update
                        """, UUID.class)
                .setParameter("id", follower.id())
                .setParameter("leader", follower.leader());
        if (row.uniqueResultOptional().isEmpty()) {
            throw new LinkEndedException();
        }
    }
}
