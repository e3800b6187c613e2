package ma.balagh.intake.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import ma.balagh.intake.seal.SealBroken;
import ma.balagh.intake.seal.Sealed;
import ma.balagh.intake.seal.SealedRows;
import ma.balagh.intake.seal.Sealing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Identities as they were encrypted before {@link Sealing}: AES-256-GCM under a key that was derived from one secret and
 * the report's id. They are read as they are until the keys' rotation has sealed them again.
 */
@ApplicationScoped
class EarlierIdentities implements SealedRows {

    private static final Logger LOG = Logger.getLogger(EarlierIdentities.class);
    private static final int TAG_BITS = 128;
    private static final UUID LEAST = new UUID(0, 0);

    /** A row of that time. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Earlier(UUID reportId, String keyId, byte[] nonce, byte[] ciphertext) {}

    private final Jdbi jdbi;
    private final Sealing sealing;
    private final byte[] secret;

    /** @param secret {@code balagh.reporter.key}, needed only as long as any such identity is there */
    EarlierIdentities(
            Jdbi jdbi, Sealing sealing, @ConfigProperty(name = "balagh.reporter.key") Optional<String> secret) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.secret = secret.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "reporter_identity_earlier";
    }

    @Override
    public Map<String, Long> countByKey() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select key_id, count(*) as rows from reporter_identity where wrapped_key is null group by key_id")
                .map((row, context) -> Map.entry(row.getString("key_id"), row.getLong("rows")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void requireKeys() {
        countByKey().keySet().stream().filter(key -> !key.equals(keyId())).forEach(key -> {
            throw new IllegalStateException("identities were encrypted with the secret " + key
                    + ", but balagh.reporter.key is another or none");
        });
    }

    @Override
    public void reseal(int batch) {
        UUID after = LEAST;
        List<Earlier> rows;
        do {
            UUID from = after;
            rows = QuarkusTransaction.requiringNew().call(() -> resealed(from, batch));
            after = rows.isEmpty() ? after : rows.getLast().reportId();
        } while (!rows.isEmpty());
    }

    /** @throws SealBroken when it was encrypted with another secret, for another report, or was changed */
    byte[] open(Earlier earlier) {
        if (!earlier.keyId().equals(keyId())) {
            throw new SealBroken("it was encrypted with the secret " + earlier.keyId()
                    + ", but balagh.reporter.key is another or none");
        }
        try {
            byte[] id = earlier.reportId().toString().getBytes(StandardCharsets.UTF_8);
            HKDFParameterSpec perReport =
                    HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(id, 32);
            SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", perReport);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, earlier.nonce()));
            cipher.updateAAD(id);
            return cipher.doFinal(earlier.ciphertext());
        } catch (GeneralSecurityException e) {
            throw new SealBroken("it was changed, or encrypted for another report");
        }
    }

    private List<Earlier> resealed(UUID after, int batch) {
        List<Earlier> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select report_id, key_id, nonce, ciphertext from reporter_identity
                        where wrapped_key is null and report_id > :after
                        order by report_id limit :limit for no key update skip locked
                        """)
                .bind("after", after)
                .bind("limit", batch)
                .map((row, context) -> new Earlier(
                        row.getObject("report_id", UUID.class),
                        row.getString("key_id"),
                        row.getBytes("nonce"),
                        row.getBytes("ciphertext")))
                .list());
        rows.forEach(this::reseal);
        return rows;
    }

    private void reseal(Earlier row) {
        Sealed sealed;
        try {
            sealed = sealing.seal(open(row), ReporterVault.context(row.reportId()));
        } catch (SealBroken broken) {
            // The others go on, and the metric stays above zero.
            LOG.errorf("the identity of report %s cannot be sealed again: %s", row.reportId(), broken.getMessage());
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update reporter_identity
                        set key_id = :keyId, wrapped_key = :wrappedKey, ciphertext = :ciphertext, nonce = null
                        where report_id = :report
                        """)
                .bind("report", row.reportId())
                .bind("keyId", sealed.keyId())
                .bind("wrappedKey", sealed.wrappedKey())
                .bind("ciphertext", sealed.ciphertext())
                .execute());
    }

    private String keyId() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
