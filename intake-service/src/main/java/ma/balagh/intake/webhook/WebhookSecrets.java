package ma.balagh.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.CommonProblem;
import ma.balagh.intake.seal.Sealed;
import ma.balagh.intake.seal.SealedTable;
import ma.balagh.intake.seal.Sealing;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The secrets that messages are signed with, sealed: one for each callback that we call and each source that calls us, and
 * for a while the ones before.
 */
@ApplicationScoped
public class WebhookSecrets {

    private static final int BYTES = 32;
    private static final int MOST = 5;

    // Not static: a native image would keep the one of the machine that built it.
    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final Sealing sealing;

    WebhookSecrets(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    @Produces
    @Singleton
    static SealedTable table() {
        return new SealedTable("webhook_secret", "id");
    }

    /** Makes a secret, which is the one that does not expire. */
    public byte[] create(UUID ownerId, Instant now) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        UUID id = Ids.next();
        Sealed sealed = sealing.seal(secret, context(id));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into webhook_secret (id, owner_id, key_id, wrapped_key, ciphertext, created_at)
                        values (:id, :owner, :keyId, :wrappedKey, :ciphertext, :now)
                        """)
                .bind("id", id)
                .bind("owner", ownerId)
                .bind("keyId", sealed.keyId())
                .bind("wrappedKey", sealed.wrappedKey())
                .bind("ciphertext", sealed.ciphertext())
                .bind("now", now)
                .execute());
        return secret;
    }

    /**
     * Makes a secret that takes the present one's place, if there is one.
     *
     * @param overlap how long the present one stays valid
     * @throws ma.balagh.http.ProblemException 409 when there were too many of late
     */
    public NewSecret change(UUID ownerId, Instant now, Duration overlap) {
        if (valid(ownerId, now).size() >= MOST) {
            throw CommonProblem.CONFLICT.because("%d secrets are valid now: wait until one expires".formatted(MOST));
        }
        Instant earlierUntil = now.plus(overlap);
        int earlier = jdbi.withHandle(handle -> handle.execute(
                "update webhook_secret set expires_at = ? where owner_id = ? and expires_at is null",
                earlierUntil,
                ownerId));
        return new NewSecret(WebhookSignature.written(create(ownerId, now)), earlier == 0 ? null : earlierUntil);
    }

    /** Makes what was signed for the owner unverifiable. */
    public void forget(UUID ownerId) {
        jdbi.useHandle(handle -> handle.execute("delete from webhook_secret where owner_id = ?", ownerId));
    }

    /** Those that are valid, the newest first. */
    public List<byte[]> valid(UUID ownerId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, key_id, wrapped_key, ciphertext from webhook_secret
                        where owner_id = :owner and (expires_at is null or expires_at > :now)
                        order by id desc
                        """)
                .bind("owner", ownerId)
                .bind("now", now)
                .map(this::opened)
                .list());
    }

    /**
     * The first one, as long as no other has taken its place.
     *
     * @param createdAt when the owner was, and the secret with it
     */
    public Optional<byte[]> first(UUID ownerId, Instant createdAt) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, key_id, wrapped_key, ciphertext from webhook_secret
                        where owner_id = :owner and created_at = :createdAt and expires_at is null
                        """)
                .bind("owner", ownerId)
                .bind("createdAt", createdAt)
                .map(this::opened)
                .findOne());
    }

    public void deleteExpired(Instant now) {
        jdbi.useHandle(handle -> handle.execute("delete from webhook_secret where expires_at <= ?", now));
    }

    private byte[] opened(ResultSet row, StatementContext context) throws SQLException {
        var sealed = new Sealed(row.getString("key_id"), row.getBytes("wrapped_key"), row.getBytes("ciphertext"));
        return sealing.open(sealed, context(row.getObject("id", UUID.class)));
    }

    private static String context(UUID id) {
        return "webhook-secret " + id;
    }
}
