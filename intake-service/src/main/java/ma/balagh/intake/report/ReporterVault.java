package ma.balagh.intake.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import org.jdbi.v3.core.Jdbi;

/** Reporters' identities: encrypted in a table of their own, and nobody reads one without leaving who, when and why. */
@ApplicationScoped
class ReporterVault {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final ReporterCipher cipher;
    private final Clock clock;

    ReporterVault(Jdbi jdbi, ObjectMapper json, ReporterCipher cipher, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.cipher = cipher;
        this.clock = clock;
    }

    void keep(UUID reportId, ReporterIdentity identity) {
        ReporterCipher.Sealed sealed = cipher.seal(reportId, written(identity));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reporter_identity (report_id, key_id, nonce, ciphertext)
                        values (:report, :keyId, :nonce, :ciphertext)
                        """)
                .bind("report", reportId)
                .bind("keyId", sealed.keyId())
                .bind("nonce", sealed.nonce())
                .bind("ciphertext", sealed.ciphertext())
                .execute());
    }

    /** Reads an identity and records who did, in one transaction: there is no reading without the record. */
    @Transactional
    Optional<ReporterIdentity> consult(UUID reportId, Caller caller, Purpose purpose) {
        Optional<ReporterIdentity> identity = jdbi.withHandle(handle -> handle.createQuery(
                        "select key_id, nonce, ciphertext from reporter_identity where report_id = :report")
                .bind("report", reportId)
                .map((row, context) -> new ReporterCipher.Sealed(
                        row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext")))
                .findOne()
                .map(row -> read(cipher.open(reportId, row))));
        identity.ifPresent(found -> jdbi.useHandle(handle -> handle.execute(
                """
                insert into reporter_consultation (id, report_id, at, actor, subject, purpose)
                values (?, ?, ?, ?, ?, ?)
                """, Ids.next(), reportId, clock.instant(), caller.name(), caller.id(), purpose.text())));
        return identity;
    }

    private byte[] written(ReporterIdentity identity) {
        try {
            return json.writeValueAsBytes(identity);
        } catch (JsonProcessingException e) {
            // Without the cause: its message could quote the identity.
            throw new IllegalArgumentException("cannot write a reporter's identity");
        }
    }

    private ReporterIdentity read(byte[] plain) {
        try {
            return json.readValue(plain, ReporterIdentity.class);
        } catch (IOException e) {
            throw new IllegalStateException("a reporter's identity is not what was kept");
        }
    }
}
