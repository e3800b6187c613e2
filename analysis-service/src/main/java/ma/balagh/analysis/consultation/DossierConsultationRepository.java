package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code consultation}: who looked at which dossier. */
@ApplicationScoped
class DossierConsultationRepository {

    private final Session session;
    private final Clock clock;

    DossierConsultationRepository(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @param purpose why, as far as it was said */
    void record(UUID dossierId, Caller caller, @Nullable String purpose) {
        session.createNativeMutationQuery("""
                        insert into consultation
                            (consultation_id, dossier_id, person, person_name, purpose, consulted_at)
                        values (:id, :dossierId, :person, :name, :purpose, :at)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("dossierId", dossierId)
                .setParameter("person", caller.id())
                .setParameter("name", caller.name())
                .setParameter("purpose", purpose, String.class)
                .setParameter("at", clock.instant())
                .executeUpdate();
    }
}
