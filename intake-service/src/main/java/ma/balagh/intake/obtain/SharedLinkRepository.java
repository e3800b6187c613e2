package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code media_link}: which links wait for another one with the same address. They wait only for a link whose report has the same readers:
 * others must not learn who named the address before. A link of a report and a link from a page do not wait for each other,
 * because they may end differently.
 */
@ApplicationScoped
class SharedLinkRepository {

    /**
     * A link that others wait for, and that has ended.
     *
     * @param fetchId the attempt that ended it; null where a person brought its medium, it is not needed any more, or what
     *     it came to was erased or lies in the compartment
     */
    record Ended(
            UUID id,
            @Nullable Why why,
            @Nullable UUID evidenceId,
            @Nullable UUID fetchId) {}

    /** Claims of all replicas come one after the other, so that the links of a host are counted exactly. */
    private static final long CLAIMING = 0x6d65646961L;

    private static final String READERS = """
            (select case when report.from_partner then report.filed_by else report.jurisdiction end
             from report where report.id = %s.report_id)
            """;

    private static final String SAME_ADDRESS =
            """
            address_key = (select address_key from media_link where id = :link)
            and (found_on is null) = (select found_on is null from media_link where id = :link)
            and media_link.id <> :link and follows is null
            and %s = (select %s from media_link named where named.id = :link)
            """.formatted(READERS.formatted("media_link"), READERS.formatted("named"));

    private final Session session;
    private final ObtainConfig config;

    SharedLinkRepository(Session session, ObtainConfig config) {
        this.session = session;
        this.config = config;
    }

    /**
     * The link that this one should wait for: one that was begun and goes on, or that was fetched a short time ago. Called
     * while nobody else claims.
     */
    Optional<UUID> leaderOf(UUID link) {
        return session.createNativeQuery("""
                        select media_link.id from media_link
                        left join media_fetch on media_fetch.id = fetch_id
                        left join evidence on evidence.id = media_link.evidence_id
                        where %s and evidence.erased_at is null and evidence.hidden is not true
                          and not (select leads and state = 'TO_OBTAIN' from media_link where id = :link)
                          and (state = 'TO_OBTAIN' and attempted_at is not null
                               or state in ('OBTAINED', 'READ')
                                  and coalesce(ended_at, started_at) > now() - :reuse * interval '1 millisecond')
                        order by media_link.id limit 1
                        """.formatted(SAME_ADDRESS), UUID.class)
                .setParameter("link", link)
                .setParameter("reuse", config.reuse().toMillis())
                .uniqueResultOptional();
    }

    /**
     * Lets all that are due for the same address wait for this one. Called while nobody else claims.
     *
     * @return whether there were any
     */
    boolean gather(UUID leader) {
        int gathered = session.createNativeMutationQuery("""
                        update media_link set follows = :link
                        where id in (
                            select id from media_link
                            where %s and state = 'TO_OBTAIN' and not leads and next_attempt_at <= now()
                              and (lease_until is null or lease_until <= now())
                            for update skip locked)
                        """.formatted(SAME_ADDRESS))
                .setParameter("link", leader)
                .executeUpdate();
        if (gathered > 0) {
            session.createNativeMutationQuery("update media_link set leads = true where id = :link and not leads")
                    .setParameter("link", leader)
                    .executeUpdate();
        }
        return gathered > 0;
    }

    /** Those that have ended and that others still wait for, the first one first. */
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
                reason == null ? null : new Why(reason, row.get("detail", String.class)),
                row.get("evidence_id", UUID.class),
                row.get("fetch_id", UUID.class));
    }

    /** Takes some of those that wait for a link that has ended. */
    @Transactional
    List<Claim> claim(UUID leader, int most) {
        return session
                .createNativeQuery("""
                        update media_link
                        set lease_owner = :owner, lease_until = now() + :lease * interval '1 millisecond'
                        where id in (
                            select id from media_link
                            where follows = :leader and state = 'TO_OBTAIN'
                              and (lease_until is null or lease_until <= now())
                            order by report_id limit :most
                            for update skip locked)
                        returning %s
                        """.formatted(LinkLeaseRepository.CLAIMED), Tuple.class)
                .setParameter("owner", UUID.randomUUID())
                .setParameter("lease", config.lease().toMillis())
                .setParameter("leader", leader)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(LinkLeaseRepository::claimed)
                .toList();
    }

    /** What waits for a link that was never fetched is fetched itself. */
    @Transactional
    void release(UUID leader) {
        lock();
        session.createNativeMutationQuery(
                        "update media_link set follows = null where follows = :leader and state = 'TO_OBTAIN'")
                .setParameter("leader", leader)
                .executeUpdate();
        session.createNativeMutationQuery("update media_link set leads = false where id = :leader")
                .setParameter("leader", leader)
                .executeUpdate();
    }

    /** Nobody waits for it any more, unless somebody has begun to since. */
    @Transactional
    void settled(UUID leader) {
        lock();
        session.createNativeMutationQuery("""
                        update media_link set leads = false
                        where id = :leader and not exists (
                            select from media_link waiting
                            where waiting.follows = media_link.id and waiting.state = 'TO_OBTAIN')
                        """).setParameter("leader", leader).executeUpdate();
    }

    /** Nobody else claims before the caller's transaction ends. */
    void lock() {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", CLAIMING)
                .getSingleResult();
    }
}
