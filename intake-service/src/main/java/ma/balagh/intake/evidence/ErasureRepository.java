package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The columns of the table {@code evidence} that tell of its erasing, and of its bytes afterwards. */
@ApplicationScoped
class ErasureRepository {

    /** Erased evidence. */
    record Erased(UUID id, Sha256Digest digest) {}

    private final Session session;

    ErasureRepository(Session session) {
        this.session = session;
    }

    /** Those of these that nobody else holds, held until the transaction ends. */
    List<UUID> hold(Collection<UUID> ids) {
        return ScalarQuery.of(
                        session,
                        "select id from evidence where id = any(:ids) order by id for no key update skip locked",
                        UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** @return those of them that were not erased before */
    List<Erased> erase(Collection<UUID> ids, String kind, Instant at) {
        return session
                .createNativeQuery("""
                        update evidence set erased_at = :at, erased_as = :kind
                        where id = any(:ids) and erased_at is null
                        returning id, digest
                        """, Tuple.class)
                .setParameter("at", at)
                .setParameter("kind", kind)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(ErasureRepository::erased)
                .toList();
    }

    /** One whose bytes are in the store, which was not asked to let them go since; of those passed over, none. */
    Optional<Erased> next(Instant askedBefore, Set<UUID> passedOver) {
        return remaining("and id <> all(:ids) order by bytes_asked_at nulls first limit 1", askedBefore, passedOver)
                .uniqueResultOptional()
                .map(ErasureRepository::erased);
    }

    /** The same evidence, held until the transaction ends; empty where its bytes are gone, or asked for, by now. */
    Optional<Erased> hold(UUID id, Instant askedBefore) {
        // No one places a hold between the look and the deed.
        session.createNativeMutationQuery("lock table legal_hold in share mode").executeUpdate();
        return remaining("and id = any(:ids) for no key update", askedBefore, Set.of(id))
                .uniqueResultOptional()
                .map(ErasureRepository::erased);
    }

    private NativeQuery<Tuple> remaining(String which, Instant askedBefore, Set<UUID> ids) {
        return session.createNativeQuery("""
                        select id, digest from evidence
                        where erased_at is not null and bytes_gone_at is null
                          and (bytes_asked_at is null or bytes_asked_at < :askedBefore)
                          and not %s
                        %s
                        """.formatted(EvidenceErasureService.HELD, which), Tuple.class)
                .setParameter("askedBefore", askedBefore)
                .setParameter("ids", ids.toArray(UUID[]::new));
    }

    /** @return whether another evidence has the same bytes, and they are kept for it */
    boolean isKeptByAnother(Erased evidence) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from evidence
                            where digest = :digest and id != :id
                              and (erased_at is null or bytes_gone_at is null and %s))
                        """.formatted(EvidenceErasureService.HELD), Boolean.class)
                .setParameter("digest", evidence.digest().hex())
                .setParameter("id", evidence.id())
                .getSingleResult();
    }

    /** @param refusal why the store keeps the bytes; null when they are gone */
    void asked(UUID id, Instant at, @Nullable String refusal) {
        session.createNativeMutationQuery("""
                        update evidence set bytes_asked_at = :at, bytes_refusal = :refusal,
                            bytes_gone_at = case when :gone then cast(:at as timestamptz) end
                        where id = :id
                        """)
                .setParameter("at", at)
                .setParameter("gone", refusal == null)
                .setParameter("refusal", refusal, String.class)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** How many are erased and have bytes in the store. */
    long countRemaining() {
        return ScalarQuery.of(
                        session,
                        "select count(*) from evidence where erased_at is not null and bytes_gone_at is null",
                        Long.class)
                .getSingleResult();
    }

    private static Erased erased(Tuple row) {
        return new Erased(row.get("id", UUID.class), new Sha256Digest(row.get("digest", String.class)));
    }
}
