package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ma.balagh.intake.fetch.FetchOutcome.Progress;
import ma.balagh.intake.report.MediaLink;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which link comes next, and who works on it. Times are the database's, the only clock that replicas share. What is not
 * obtained stays in the queue for ever.
 */
@ApplicationScoped
class LinkQueue {

    /** Claims of all replicas come one after the other, so that the links of a host are counted exactly. */
    static final long CLAIMING = 0x6d65646961L;

    private static final String IDLE = "lease_owner = null, lease_until = null, attempted_at = now()";

    private static final String PROGRESS =
            "progress_bytes = :bytes, progress_validator = :validator, progress_since = :since";
    private static final String NO_PROGRESS = "progress_bytes = null, progress_validator = null, progress_since = null";

    /** What a claim is made of. */
    static final String CLAIMED = "id, report_id, kind, url, found_on, lease_owner, progress_bytes, progress_validator,"
            + " progress_since, failures, detail";

    private static final int MOST_HOSTS = 20;

    private final Jdbi jdbi;
    private final SharedLinkRepository shared;
    private final ObtainConfig config;

    LinkQueue(Jdbi jdbi, SharedLinkRepository shared, ObtainConfig config) {
        this.jdbi = jdbi;
        this.shared = shared;
        this.config = config;
    }

    /** Takes the link that is due for longest of those whose host may be asked now; others of its address wait for it. */
    @Transactional
    Optional<Claim> claim() {
        return jdbi.withHandle(handle -> {
            lock(handle);
            for (List<UUID> due = due(handle); !due.isEmpty(); due = due(handle)) {
                boolean followed = false;
                for (UUID link : due) {
                    Optional<UUID> leader = shared.leaderOf(link);
                    if (leader.isEmpty()) {
                        Optional<Claim> claim = lease(handle, link);
                        if (claim.isPresent()) {
                            shared.gather(link);
                            return claim;
                        }
                    } else {
                        followed |= shared.gather(leader.get());
                    }
                }
                if (!followed) {
                    break;
                }
            }
            return Optional.empty();
        });
    }

    /** In the caller's transaction: nobody else claims before it ends. */
    private static void lock(Handle handle) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(:key)")
                .bind("key", CLAIMING)
                .mapTo(Integer.class)
                .one();
    }

    /** The first of each host that may be asked now: however many links one host has, the others are found as fast. */
    private List<UUID> due(Handle handle) {
        return handle.createQuery("""
                        with recursive busy as (
                            select host from media_link where lease_until > now() and follows is null
                            group by host having count(*) >= :perHost
                            union all
                            select host from media_link
                            where attempted_at > now() - :pause * interval '1 millisecond' and follows is null),
                        waiting as (
                            (select host from media_link where state = 'TO_OBTAIN' and follows is null
                             order by host limit 1)
                            union all
                            select (select media_link.host from media_link
                                    where state = 'TO_OBTAIN' and follows is null and media_link.host > waiting.host
                                    order by media_link.host limit 1)
                            from waiting where host is not null)
                        select next.id
                        from waiting cross join lateral (
                            select id, next_attempt_at from media_link
                            where state = 'TO_OBTAIN' and follows is null and media_link.host = waiting.host
                              and next_attempt_at <= now() and (lease_until is null or lease_until <= now())
                            order by next_attempt_at, id limit 1) next
                        where waiting.host not in (select host from busy)
                        order by next.next_attempt_at, next.id limit :most
                        """)
                .bind("perHost", config.perHost())
                .bind("pause", config.hostPause().toMillis())
                .bind("most", MOST_HOSTS)
                .mapTo(UUID.class)
                .list();
    }

    private Optional<Claim> lease(Handle handle, UUID link) {
        return handle.createQuery("""
                        update media_link
                        set lease_owner = :owner, lease_until = now() + :lease * interval '1 millisecond',
                            attempted_at = now(), attempts = attempts + 1
                        where id = (select id from media_link
                                    where id = :link and state = 'TO_OBTAIN' and next_attempt_at <= now()
                                      and (lease_until is null or lease_until <= now())
                                    for update skip locked)
                        returning <columns>
                        """)
                .define("columns", CLAIMED)
                .bind("owner", UUID.randomUUID())
                .bind("lease", config.lease().toMillis())
                .bind("link", link)
                .map(LinkQueue::claimed)
                .findOne();
    }

    /**
     * Prolongs the lease and keeps how far the work is.
     *
     * @param begun what is on disk by now
     * @return false when the lease is lost
     */
    boolean renew(Claim claim, Claim.@Nullable Begun begun) {
        return write(
                claim,
                "lease_until = now() + :lease * interval '1 millisecond'" + (begun == null ? "" : ", " + PROGRESS),
                update -> bound(update.bind("lease", config.lease().toMillis()), begun));
    }

    /**
     * What an earlier attempt left is about to be overwritten: nobody may take the new bytes for the old ones.
     *
     * @throws LeaseLost when nothing may be written any more
     */
    void forgetProgress(Claim claim) {
        if (!write(claim, NO_PROGRESS, UnaryOperator.identity())) {
            throw new LeaseLost();
        }
    }

    /** Gives the link back: this replica stops. */
    void release(Claim claim, Claim.@Nullable Begun begun) {
        write(
                claim,
                IDLE + ", next_attempt_at = now()" + (begun == null ? "" : ", " + PROGRESS),
                update -> bound(update, begun));
    }

    /**
     * Puts the link off.
     *
     * @param reason what came in between
     * @param begun what the next attempt can go on from; null when it has to begin anew
     * @param failures attempts in a row that brought nothing, this one included
     */
    void later(Claim claim, Why reason, Duration pause, Claim.@Nullable Begun begun, int failures) {
        write(
                claim,
                IDLE + ", next_attempt_at = now() + :wait * interval '1 millisecond',"
                        + " reason = :reason, detail = :detail, failures = :failures, "
                        + (begun == null ? NO_PROGRESS : PROGRESS),
                update -> bound(update, begun)
                        .bind("wait", pause.toMillis())
                        .bind("reason", reason.code())
                        .bind("detail", reason.detail())
                        .bind("failures", failures));
    }

    /** What a report called a medium is a page, which may show it: read as one, at once. */
    void turnIntoPage(Claim claim) {
        write(
                claim,
                IDLE + ", kind = 'PAGE', next_attempt_at = now(), failures = 0, " + NO_PROGRESS,
                UnaryOperator.identity());
    }

    /**
     * Ends the claim, in the caller's transaction.
     *
     * @param changes of the row, the state among them
     * @throws LeaseLost when nothing may be written any more
     */
    void end(Claim claim, String changes, UnaryOperator<Update> values) {
        if (!write(claim, IDLE + ", next_attempt_at = null, failures = 0, " + NO_PROGRESS + ", " + changes, values)) {
            throw new LeaseLost();
        }
    }

    private boolean write(Claim claim, String changes, UnaryOperator<Update> values) {
        return jdbi.withHandle(handle -> values.apply(handle.createUpdate(
                                "update media_link set <changes> where id = :id and lease_owner = :owner"))
                        .define("changes", changes)
                        .bind("id", claim.id())
                        .bind("owner", claim.owner())
                        .execute())
                == 1;
    }

    private static Update bound(Update update, Claim.@Nullable Begun begun) {
        return begun == null
                ? update
                : update.bind("bytes", begun.progress().bytes())
                        .bind("validator", begun.progress().validator())
                        .bind("since", begun.since().atOffset(ZoneOffset.UTC));
    }

    private static Claim claimed(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime since = row.getObject("progress_since", OffsetDateTime.class);
        Claim.Begun begun = since == null
                ? null
                : new Claim.Begun(
                        new Progress(row.getLong("progress_bytes"), row.getString("progress_validator")),
                        since.toInstant());
        return new Claim(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                MediaLink.Kind.valueOf(row.getString("kind")),
                row.getString("url"),
                row.getObject("found_on", UUID.class) != null,
                row.getObject("lease_owner", UUID.class),
                begun,
                row.getInt("failures"),
                row.getString("detail"));
    }
}
