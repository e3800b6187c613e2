package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The tables of what belongs to an inquiry: steps, hearings, suspensions, attachments and the entries of its timeline. */
@ApplicationScoped
class InquiryPartRepository {

    private static final List<Class<?>> PARTS = List.of(
            InquiryStep.class,
            InquiryHearing.class,
            InquirySuspension.class,
            InquiryAttachment.class,
            InquiryEntry.class);

    private final Session session;

    InquiryPartRepository(Session session) {
        this.session = session;
    }

    void add(InquiryEntry entry) {
        session.persist(entry);
    }

    /** A part, with the entry of the timeline that tells of it. */
    void add(Object part, InquiryEntry entry) {
        session.persist(part);
        session.persist(entry);
    }

    /** In the order in which they were told. */
    <T> List<T> of(UUID inquiryId, Class<T> part) {
        return session.createSelectionQuery(
                        "from %s where inquiryId = :inquiryId order by id".formatted(part.getSimpleName()), part)
                .setParameter("inquiryId", inquiryId)
                .getResultList();
    }

    List<InquiryEntry> timeline(UUID inquiryId) {
        return session.createSelectionQuery(
                        "from InquiryEntry where inquiryId = :inquiryId order by number", InquiryEntry.class)
                .setParameter("inquiryId", inquiryId)
                .getResultList();
    }

    /** @return empty where there is none, or it belongs to another inquiry */
    <T> Optional<T> find(UUID inquiryId, UUID id, Class<T> part) {
        return session.createSelectionQuery(
                        "from %s where inquiryId = :inquiryId and id = :id".formatted(part.getSimpleName()), part)
                .setParameter("inquiryId", inquiryId)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /** How the steps of these inquiries stand, of those that have any to do. */
    Map<UUID, StepStatus> stepStatus(Collection<UUID> inquiries, Instant now) {
        return session
                .createSelectionQuery("""
                        select inquiryId, sum(case when dueAt < :now then 1 else 0 end), min(dueAt)
                        from InquiryStep
                        where inquiryId in :inquiries and doneAt is null
                        group by inquiryId
                        """, Object[].class)
                .setParameter("inquiries", inquiries)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(row -> new StepStatus((UUID) row[0], (Long) row[1], (Instant) row[2]))
                .collect(Collectors.toMap(StepStatus::inquiryId, Function.identity()));
    }

    /** Of one whose file is being erased: the database refuses it for any other. */
    void erase(UUID inquiryId) {
        for (var part : PARTS) {
            session.createMutationQuery("delete from %s where inquiryId = :inquiryId".formatted(part.getSimpleName()))
                    .setParameter("inquiryId", inquiryId)
                    .executeUpdate();
        }
    }
}
