package ma.balagh.intake.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.intake.seal.KeyWrapping;
import ma.balagh.intake.seal.Sealed;
import ma.balagh.intake.seal.SealedRows;
import ma.balagh.intake.seal.SealedTable;
import ma.balagh.intake.seal.Sealing;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The secrets that messages are signed with, sealed: one for each callback, and for a while the one before. */
@ApplicationScoped
class CallbackSecrets {

    private static final int BYTES = 32;

    // Not static: a native image would keep the one of the machine that built it.
    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final Sealing sealing;

    CallbackSecrets(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    @Produces
    @Singleton
    static SealedRows rows(Jdbi jdbi, KeyWrapping keys) {
        return new SealedTable(jdbi, keys, "callback_secret", "id");
    }

    /** Makes a secret, which is the one that does not expire. */
    byte[] create(UUID callbackId, Instant now) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        UUID id = Ids.next();
        Sealed sealed = sealing.seal(secret, context(id));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into callback_secret (id, callback_id, key_id, wrapped_key, ciphertext, created_at)
                        values (:id, :callback, :keyId, :wrappedKey, :ciphertext, :now)
                        """)
                .bind("id", id)
                .bind("callback", callbackId)
                .bind("keyId", sealed.keyId())
                .bind("wrappedKey", sealed.wrappedKey())
                .bind("ciphertext", sealed.ciphertext())
                .bind("now", now)
                .execute());
        return secret;
    }

    /** Lets the one that does not expire do so. */
    void expire(UUID callbackId, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "update callback_secret set expires_at = ? where callback_id = ? and expires_at is null",
                at,
                callbackId));
    }

    /** Those that are valid, the newest first. */
    List<byte[]> valid(UUID callbackId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, key_id, wrapped_key, ciphertext from callback_secret
                        where callback_id = :callback and (expires_at is null or expires_at > :now)
                        order by id desc
                        """)
                .bind("callback", callbackId)
                .bind("now", now)
                .map(this::opened)
                .list());
    }

    /** The first one, as long as no other has taken its place. */
    Optional<byte[]> first(UUID callbackId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select secret.id, secret.key_id, secret.wrapped_key, secret.ciphertext
                        from callback_secret secret join callback on callback.id = secret.callback_id
                        where callback.id = :callback and secret.created_at = callback.created_at
                        and secret.expires_at is null
                        """)
                .bind("callback", callbackId)
                .map(this::opened)
                .findOne());
    }

    void deleteExpired(Instant now) {
        jdbi.useHandle(handle -> handle.execute("delete from callback_secret where expires_at <= ?", now));
    }

    private byte[] opened(ResultSet row, StatementContext context) throws SQLException {
        var sealed = new Sealed(row.getString("key_id"), row.getBytes("wrapped_key"), row.getBytes("ciphertext"));
        return sealing.open(sealed, context(row.getObject("id", UUID.class)));
    }

    private static String context(UUID id) {
        return "callback-secret " + id;
    }
}
