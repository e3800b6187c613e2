package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code media_link}: which links follow one that has ended. */
@ApplicationScoped
class SharedLinkRepository {

    /**
     * A link that others follow, and that has ended.
     *
     * @param fetchId the attempt that ended it; null where a person brought its medium, it is not needed any more, or what
     *     it came to was erased or lies in the compartment
     */
    record Ended(
            UUID id,
            @Nullable FailureReason why,
            @Nullable UUID evidenceId,
            @Nullable UUID fetchId) {}

    private final LinkFetchQueue queue;
    private final Session session;

    SharedLinkRepository(LinkFetchQueue queue, Session session) {
        this.queue = queue;
        this.session = session;
    }

    /** Those that others still follow, the first one first. */
    @Transactional
    List<Ended> ended(int most) {
        return session.createNativeQuery("""
                        select media_link.id, reason, detail, evidence_id,
                               case when state <> 'ERASED' and erased_at is null and hidden is not true then fetch_id end as fetch_id
                        from media_link left join evidence on evidence.id = evidence_id
                        where leads and state <> 'TO_OBTAIN' order by media_link.id limit :most
                        """, Tuple.class).setParameter("most", most).getResultList().stream()
                .map(SharedLinkRepository::ended)
                .toList();
    }

    private static Ended ended(Tuple row) {
        String reason = row.get("reason", String.class);
        return new Ended(
                row.get("id", UUID.class),
                reason == null ? null : new FailureReason(reason, row.get("detail", String.class)),
                row.get("evidence_id", UUID.class),
                row.get("fetch_id", UUID.class));
    }

    /** Some of those that follow it. */
    @Transactional
    List<FollowingLink> followers(UUID leader, int most) {
        return session
                .createNativeQuery("""
                        select id, report_id, url from media_link
                        where follows = :leader and state = 'TO_OBTAIN' order by report_id limit :most
                        """, Tuple.class)
                .setParameter("leader", leader)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new FollowingLink(
                        row.get("id", UUID.class),
                        row.get("report_id", UUID.class),
                        row.get("url", String.class),
                        leader))
                .toList();
    }

    /** @return false while another replica gives to the followers of this link; otherwise none does in this transaction */
    boolean tryLock(UUID leader) {
        return ScalarQuery.of(
                        session,
                        "select pg_try_advisory_xact_lock(hashtextextended('media_link.' || :leader, 0))",
                        Boolean.class)
                .setParameter("leader", leader.toString())
                .getSingleResult();
    }

    boolean isWaiting(FollowingLink follower) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from media_link where id = :id and follows = :leader and state = 'TO_OBTAIN')
                        """, Boolean.class)
                .setParameter("id", follower.id())
                .setParameter("leader", follower.leader())
                .getSingleResult();
    }

    /** What follows a link that was never fetched is fetched itself. */
    @Transactional
    void release(UUID leader) {
        queue.tasks().lockClaims();
        session.createNativeMutationQuery(
                        "update media_link set follows = null where follows = :leader and state = 'TO_OBTAIN'")
                .setParameter("leader", leader)
                .executeUpdate();
        session.createNativeMutationQuery("update media_link set leads = false where id = :leader")
                .setParameter("leader", leader)
                .executeUpdate();
    }

    /** Nobody follows it any more, unless somebody has begun to since. */
    @Transactional
    void settled(UUID leader) {
        queue.tasks().lockClaims();
        session.createNativeMutationQuery("""
                        update media_link set leads = false
                        where id = :leader and not exists (
                            select from media_link waiting
                            where waiting.follows = media_link.id and waiting.state = 'TO_OBTAIN')
                        """).setParameter("leader", leader).executeUpdate();
    }
}
