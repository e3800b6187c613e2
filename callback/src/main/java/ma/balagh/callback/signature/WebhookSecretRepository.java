package ma.balagh.callback.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import ma.balagh.seal.SealedData;
import org.hibernate.Session;

/** The table {@code webhook_secret}. */
@ApplicationScoped
class WebhookSecretRepository {

    record SealedSecret(UUID id, SealedData sealed) {}

    private final Session session;

    WebhookSecretRepository(Session session) {
        this.session = session;
    }

    void insert(UUID ownerId, SealedSecret secret, Instant now) {
        session.createNativeMutationQuery("""
                        insert into webhook_secret (id, owner_id, key_id, wrapped_key, ciphertext, created_at)
                        values (:id, :owner, :keyId, :wrappedKey, :ciphertext, :now)
                        """)
                .setParameter("id", secret.id())
                .setParameter("owner", ownerId)
                .setParameter("keyId", secret.sealed().keyId())
                .setParameter("wrappedKey", secret.sealed().wrappedKey())
                .setParameter("ciphertext", secret.sealed().ciphertext())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** @return false when the owner has none */
    boolean expire(UUID ownerId, Instant at) {
        return session.createNativeMutationQuery("""
                        update webhook_secret set expires_at = :at where owner_id = :owner and expires_at is null
                        """)
                        .setParameter("at", at)
                        .setParameter("owner", ownerId)
                        .executeUpdate()
                == 1;
    }

    void delete(UUID ownerId) {
        session.createNativeMutationQuery("delete from webhook_secret where owner_id = :owner")
                .setParameter("owner", ownerId)
                .executeUpdate();
    }

    void deleteExpired(Instant now) {
        session.createNativeMutationQuery("delete from webhook_secret where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The newest first. */
    List<SealedSecret> valid(UUID ownerId, Instant now) {
        return session
                .createNativeQuery("""
                        select id, key_id, wrapped_key, ciphertext from webhook_secret
                        where owner_id = :owner and (expires_at is null or expires_at > :now)
                        order by id desc
                        """, Tuple.class)
                .setParameter("owner", ownerId)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(WebhookSecretRepository::secret)
                .toList();
    }

    Optional<SealedSecret> present(UUID ownerId, Instant createdAt) {
        return session.createNativeQuery("""
                        select id, key_id, wrapped_key, ciphertext from webhook_secret
                        where owner_id = :owner and created_at = :createdAt and expires_at is null
                        """, Tuple.class)
                .setParameter("owner", ownerId)
                .setParameter("createdAt", createdAt)
                .uniqueResultOptional()
                .map(WebhookSecretRepository::secret);
    }

    /** The one that does not expire. */
    Optional<SealedSecret> present(UUID ownerId) {
        return session.createNativeQuery("""
                        select id, key_id, wrapped_key, ciphertext from webhook_secret
                        where owner_id = :owner and expires_at is null
                        """, Tuple.class)
                .setParameter("owner", ownerId)
                .uniqueResultOptional()
                .map(WebhookSecretRepository::secret);
    }

    /** Until when the one before the present one is valid. */
    Optional<Instant> earlierUntil(UUID ownerId) {
        return ScalarQuery.of(
                        session, "select max(expires_at) from webhook_secret where owner_id = :owner", Instant.class)
                .setParameter("owner", ownerId)
                .uniqueResultOptional();
    }

    private static SealedSecret secret(Tuple row) {
        return new SealedSecret(
                row.get("id", UUID.class),
                new SealedData(
                        row.get("key_id", String.class),
                        row.get("wrapped_key", byte[].class),
                        row.get("ciphertext", byte[].class)));
    }
}
