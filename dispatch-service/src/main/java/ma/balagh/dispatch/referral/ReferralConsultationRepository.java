package ma.balagh.dispatch.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import org.hibernate.Session;

/** The table {@code referral_consultation}: who asked for which referral file, and why. */
@ApplicationScoped
class ReferralConsultationRepository {

    private final Session session;
    private final Timestamps moments;

    ReferralConsultationRepository(Session session, Timestamps moments) {
        this.session = session;
        this.moments = moments;
    }

    void record(UUID incidentId, Caller caller, Purpose purpose) {
        session.createNativeMutationQuery("""
                        insert into referral_consultation (id, incident_id, person, person_name, purpose, consulted_at)
                        values (:id, :incidentId, :person, :name, :purpose, :at)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("incidentId", incidentId)
                .setParameter("person", caller.id())
                .setParameter("name", caller.name())
                .setParameter("purpose", purpose.text())
                .setParameter("at", moments.now())
                .executeUpdate();
    }
}
