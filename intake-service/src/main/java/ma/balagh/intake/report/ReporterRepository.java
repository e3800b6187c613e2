package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.seal.SealedData;
import org.hibernate.Session;

/** The tables {@code reporter_identity} and {@code reporter_consultation}. */
@ApplicationScoped
class ReporterRepository {

    private final Session session;

    ReporterRepository(Session session) {
        this.session = session;
    }

    void insert(UUID reportId, SealedData identity) {
        session.createNativeMutationQuery("""
                        insert into reporter_identity (report_id, key_id, wrapped_key, ciphertext)
                        values (:report, :keyId, :wrappedKey, :ciphertext)
                        """)
                .setParameter("report", reportId)
                .setParameter("keyId", identity.keyId())
                .setParameter("wrappedKey", identity.wrappedKey())
                .setParameter("ciphertext", identity.ciphertext())
                .executeUpdate();
    }

    Optional<SealedData> find(UUID reportId) {
        return session.createNativeQuery("""
                        select key_id, wrapped_key, ciphertext from reporter_identity where report_id = :report
                        """, Tuple.class)
                .setParameter("report", reportId)
                .uniqueResultOptional()
                .map(row -> new SealedData(
                        row.get("key_id", String.class),
                        row.get("wrapped_key", byte[].class),
                        row.get("ciphertext", byte[].class)));
    }

    void consulted(UUID reportId, Instant at, Caller by, Purpose purpose) {
        session.createNativeMutationQuery("""
                        insert into reporter_consultation (id, report_id, at, actor, subject, purpose)
                        values (:id, :report, :at, :actor, :subject, :purpose)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("report", reportId)
                .setParameter("at", at)
                .setParameter("actor", by.name())
                .setParameter("subject", by.id())
                .setParameter("purpose", purpose.text())
                .executeUpdate();
    }
}
