package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.contracts.IdGenerator;
import org.hibernate.Session;

/**
 * The table {@code inquiry_erasure}, whose rows {@link InquiryErasureQueue} leases. It is written while the inquiry is
 * locked, by the worker too, so that a hold either comes first or finds the file gone. And the file where it stands
 * outside the tables of inquiries.
 */
@ApplicationScoped
class InquiryErasureRepository {

    private final Session session;

    InquiryErasureRepository(Session session) {
        this.session = session;
    }

    void add(UUID inquiryId, Instant eraseAt, boolean held) {
        session.createNativeMutationQuery("""
                        insert into inquiry_erasure (id, inquiry_id, state, not_before)
                        values (:id, :inquiryId, :state, :eraseAt)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("inquiryId", inquiryId)
                .setParameter("state", held ? "HELD" : "QUEUED")
                .setParameter("eraseAt", eraseAt)
                .executeUpdate();
    }

    /** When the files of these inquiries are to be erased, of those that are closed. */
    Map<UUID, Instant> eraseAt(Collection<UUID> inquiries) {
        if (inquiries.isEmpty()) {
            return Map.of();
        }
        return session
                .createNativeQuery("""
                        select inquiry_id, not_before from inquiry_erasure where inquiry_id in (:inquiries)
                        """, Object[].class)
                .addScalar("inquiry_id", UUID.class)
                .addScalar("not_before", Instant.class)
                .setParameterList("inquiries", inquiries)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    /** One that a worker has sees the hold itself. */
    void hold(UUID inquiryId) {
        become(inquiryId, "QUEUED", "HELD");
    }

    /** At once, where its time came while it was held. */
    void resume(UUID inquiryId) {
        become(inquiryId, "HELD", "QUEUED");
    }

    /**
     * Acts answer with the whole file, which is kept for a request that is sent again. An id has several spellings in an
     * address, and one in the file.
     */
    void eraseStoredAnswers(UUID inquiryId) {
        session.createNativeMutationQuery("""
                        delete from idempotency_key
                        where operation like 'POST /api/v1/inquiries/%' and position(:inquiryId in body) > 0
                        """)
                .setParameter("inquiryId", inquiryId.toString())
                .executeUpdate();
    }

    private void become(UUID inquiryId, String before, String after) {
        session.createNativeMutationQuery("""
                        update inquiry_erasure set state = :after where inquiry_id = :inquiryId and state = :before
                        """)
                .setParameter("inquiryId", inquiryId)
                .setParameter("before", before)
                .setParameter("after", after)
                .executeUpdate();
    }
}
