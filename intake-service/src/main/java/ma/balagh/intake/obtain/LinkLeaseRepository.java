package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ma.balagh.intake.fetch.FetchOutcome.Progress;
import ma.balagh.intake.report.MediaLink;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * The leases of the table {@code media_link}, and what an attempt writes to the link that it has leased. Times are the
 * database's, the only clock that replicas share.
 */
@ApplicationScoped
class LinkLeaseRepository {

    /** What a claim is made of. */
    static final String CLAIMED = "id, report_id, kind, url, found_on, lease_owner, progress_bytes, progress_validator,"
            + " progress_since, failures, detail";

    private static final String IDLE = "lease_owner = null, lease_until = null, attempted_at = now()";

    private static final String PROGRESS =
            "progress_bytes = :bytes, progress_validator = :validator, progress_since = :since";
    private static final String NO_PROGRESS = "progress_bytes = null, progress_validator = null, progress_since = null";

    private static final String ENDED = IDLE + ", next_attempt_at = null, failures = 0, " + NO_PROGRESS
            + ", state = :state, fetch_id = :fetch, reason = :reason, detail = :detail, since = :now";

    private static final int MOST_HOSTS = 20;

    private final Session session;
    private final ObtainConfig config;

    LinkLeaseRepository(Session session, ObtainConfig config) {
        this.session = session;
        this.config = config;
    }

    /** The first of each host that may be asked now: however many links one host has, the others are found as fast. */
    List<UUID> due() {
        return session.createNativeQuery("""
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
                        """, UUID.class)
                .setParameter("perHost", config.perHost())
                .setParameter("pause", config.hostPause().toMillis())
                .setParameter("most", MOST_HOSTS)
                .getResultList();
    }

    Optional<Claim> lease(UUID link) {
        return session.createNativeQuery("""
                        update media_link
                        set lease_owner = :owner, lease_until = now() + :lease * interval '1 millisecond',
                            attempted_at = now(), attempts = attempts + 1
                        where id = (select id from media_link
                                    where id = :link and state = 'TO_OBTAIN' and next_attempt_at <= now()
                                      and (lease_until is null or lease_until <= now())
                                    for update skip locked)
                        returning %s
                        """.formatted(CLAIMED), Tuple.class)
                .setParameter("owner", UUID.randomUUID())
                .setParameter("lease", config.lease().toMillis())
                .setParameter("link", link)
                .uniqueResultOptional()
                .map(LinkLeaseRepository::claimed);
    }

    /**
     * Prolongs the lease and keeps how far the work is.
     *
     * @param begun what is on disk by now
     * @return false when the lease is lost
     */
    @Transactional
    boolean renew(Claim claim, Claim.@Nullable Begun begun) {
        return write(
                claim,
                "lease_until = now() + :lease * interval '1 millisecond'" + (begun == null ? "" : ", " + PROGRESS),
                update -> bound(update, begun)
                        .setParameter("lease", config.lease().toMillis()));
    }

    /**
     * What an earlier attempt left is about to be overwritten: nobody may take the new bytes for the old ones.
     *
     * @throws LeaseLost when nothing may be written any more
     */
    @Transactional
    void forgetProgress(Claim claim) {
        if (!write(claim, NO_PROGRESS, UnaryOperator.identity())) {
            throw new LeaseLost();
        }
    }

    /** Gives the link back: this replica stops. */
    @Transactional
    void release(Claim claim, Claim.@Nullable Begun begun) {
        write(
                claim,
                IDLE + ", next_attempt_at = now()" + (begun == null ? "" : ", " + PROGRESS),
                update -> bound(update, begun));
    }

    /**
     * Puts the link off.
     *
     * @param why what came in between
     * @param begun what the next attempt can go on from; null when it has to begin anew
     * @param failures attempts in a row that brought nothing, this one included
     */
    void putOff(Claim claim, Why why, Duration pause, Claim.@Nullable Begun begun, int failures) {
        write(
                claim,
                IDLE + ", next_attempt_at = now() + :wait * interval '1 millisecond',"
                        + " reason = :reason, detail = :detail, failures = :failures, "
                        + (begun == null ? NO_PROGRESS : PROGRESS),
                update -> bound(update, begun)
                        .setParameter("wait", pause.toMillis())
                        .setParameter("reason", why.code())
                        .setParameter("detail", why.detail())
                        .setParameter("failures", failures));
    }

    /** What a report called a medium is a page, which may show it: read as one, at once. */
    void turnIntoPage(Claim claim) {
        write(
                claim,
                IDLE + ", kind = 'PAGE', next_attempt_at = now(), failures = 0, " + NO_PROGRESS,
                UnaryOperator.identity());
    }

    /**
     * Ends the claim with a medium, in the caller's transaction.
     *
     * @throws LeaseLost when nothing may be written any more
     */
    void endObtained(Claim claim, UUID evidenceId, UUID fetchId, Instant now) {
        end(
                claim,
                ENDED + ", evidence_id = :evidence",
                update -> ended(update, MediaLink.State.OBTAINED, null, fetchId, now)
                        .setParameter("evidence", evidenceId));
    }

    /**
     * Ends the claim of a page that was read, in the caller's transaction. What followed a link that turned out to be a page
     * is one, too.
     *
     * @throws LeaseLost when nothing may be written any more
     */
    void endRead(Claim claim, @Nullable Why why, UUID fetchId, Instant now) {
        end(claim, ENDED + ", kind = 'PAGE'", update -> ended(update, MediaLink.State.READ, why, fetchId, now));
    }

    /**
     * Ends the claim without anything, in the caller's transaction.
     *
     * @throws LeaseLost when nothing may be written any more
     */
    void endUnobtainable(Claim claim, Why why, UUID fetchId, Instant now) {
        end(claim, ENDED, update -> ended(update, MediaLink.State.UNOBTAINABLE, why, fetchId, now));
    }

    private void end(Claim claim, String changes, UnaryOperator<MutationQuery> values) {
        if (!write(claim, changes, values)) {
            throw new LeaseLost();
        }
    }

    private boolean write(Claim claim, String changes, UnaryOperator<MutationQuery> values) {
        MutationQuery update = session.createNativeMutationQuery(
                        "update media_link set " + changes + " where id = :id and lease_owner = :owner")
                .setParameter("id", claim.id())
                .setParameter("owner", claim.owner());
        return values.apply(update).executeUpdate() == 1;
    }

    private static MutationQuery ended(
            MutationQuery update, MediaLink.State state, @Nullable Why why, UUID fetchId, Instant now) {
        return update.setParameter("state", state.name())
                .setParameter("fetch", fetchId)
                .setParameter("reason", why == null ? null : why.code(), String.class)
                .setParameter("detail", why == null ? null : why.detail(), String.class)
                .setParameter("now", now);
    }

    private static MutationQuery bound(MutationQuery update, Claim.@Nullable Begun begun) {
        return begun == null
                ? update
                : update.setParameter("bytes", begun.progress().bytes())
                        .setParameter("validator", begun.progress().validator())
                        .setParameter("since", begun.since());
    }

    static Claim claimed(Tuple row) {
        Instant since = row.get("progress_since", Instant.class);
        Claim.Begun begun = since == null
                ? null
                : new Claim.Begun(
                        new Progress(
                                row.get("progress_bytes", Long.class), row.get("progress_validator", String.class)),
                        since);
        return new Claim(
                row.get("id", UUID.class),
                row.get("report_id", UUID.class),
                MediaLink.Kind.valueOf(row.get("kind", String.class)),
                row.get("url", String.class),
                row.get("found_on", UUID.class) != null,
                row.get("lease_owner", UUID.class),
                begun,
                row.get("failures", Integer.class),
                row.get("detail", String.class));
    }
}
