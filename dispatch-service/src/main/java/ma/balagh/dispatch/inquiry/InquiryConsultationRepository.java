package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import org.hibernate.Session;

/**
 * The table {@code inquiry_consultation}: who looked at which inquiry. Written in the reader's transaction: no look
 * without its trace.
 */
@ApplicationScoped
class InquiryConsultationRepository {

    private final Session session;
    private final Timestamps moments;

    InquiryConsultationRepository(Session session, Timestamps moments) {
        this.session = session;
        this.moments = moments;
    }

    /** @param inquiries ids of all that the caller is shown; of those that do not exist for the caller nothing is noted */
    void record(Collection<UUID> inquiries, Caller caller) {
        if (inquiries.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into inquiry_consultation (id, inquiry_id, person, person_name, consulted_at)
                        select shown.id, inquiry.id, :person, :name, :at
                        from unnest(cast(:ids as uuid[]), cast(:inquiries as uuid[])) as shown (id, inquiry_id)
                        join inquiry on inquiry.id = shown.inquiry_id
                        """)
                .setParameter("ids", texts(Stream.generate(IdGenerator::next).limit(inquiries.size())))
                .setParameter("inquiries", texts(inquiries.stream()))
                .setParameter("person", caller.id())
                .setParameter("name", caller.name())
                .setParameter("at", moments.now())
                .executeUpdate();
    }

    /** Arrays of texts are certain to exist in a native executable; Hibernate makes them by reflection. */
    private static String[] texts(Stream<UUID> ids) {
        return ids.map(UUID::toString).toArray(String[]::new);
    }
}
