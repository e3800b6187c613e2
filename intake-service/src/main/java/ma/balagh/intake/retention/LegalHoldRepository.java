package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.retention.LegalHold.Lifted;
import ma.balagh.intake.retention.LegalHold.Subject;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The table {@code legal_hold}. Who does not see what is held does not see the hold. */
@ApplicationScoped
class LegalHoldRepository {

    private final Session session;

    LegalHoldRepository(Session session) {
        this.session = session;
    }

    /** Waits for what is being erased, and keeps anything else from being erased until the transaction ends. */
    void lockErasure() {
        session.createNativeMutationQuery("lock table legal_hold in row exclusive mode")
                .executeUpdate();
    }

    /**
     * Whether nothing is left that a hold could keep: of evidence that was erased, the store may have the bytes still. Empty
     * where the caller does not see it.
     */
    Optional<Boolean> isErased(Subject subject, UUID subjectId) {
        String sql = switch (subject) {
            case REPORT -> "select erased_at is not null from report where id = :id";
            case EVIDENCE -> "select bytes_gone_at is not null from evidence where id = :id";
            case ITEM ->
                "select erased_at is not null from item join source on source.id = item.source_id where item.id = :id";
        };
        return ScalarQuery.of(session, sql, Boolean.class)
                .setParameter("id", subjectId)
                .uniqueResultOptional();
    }

    /** @return false when it is held already */
    boolean insert(LegalHold hold) {
        return session.createNativeMutationQuery("""
                                insert into legal_hold (id, subject, subject_id, reason, placed_at, placed_by)
                                values (:id, :subject, :subjectId, :reason, :at, :by)
                                on conflict (subject, subject_id) where lifted_at is null do nothing
                                """)
                        .setParameter("id", hold.id())
                        .setParameter("subject", hold.subject().name())
                        .setParameter("subjectId", hold.subjectId())
                        .setParameter("reason", hold.reason())
                        .setParameter("at", hold.placedAt())
                        .setParameter("by", hold.placedBy())
                        .executeUpdate()
                == 1;
    }

    /** @return false when it was lifted before */
    boolean lift(UUID id, Lifted lifted) {
        return session.createNativeMutationQuery("""
                                update legal_hold set lifted_at = :at, lifted_by = :by, lift_reason = :reason
                                where id = :id and lifted_at is null
                                """)
                        .setParameter("at", lifted.at())
                        .setParameter("by", lifted.by())
                        .setParameter("reason", lifted.reason())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    Optional<LegalHold> find(UUID id) {
        return session.createNativeQuery("select * from legal_hold where id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(LegalHoldRepository::hold);
    }

    /** Newest first. */
    List<LegalHold> page(boolean lifted, PageRequest page) {
        return session
                .createNativeQuery("""
                        select * from legal_hold where id < :after and (:lifted or lifted_at is null)
                        order by id desc limit :fetch
                        """, Tuple.class)
                .setParameter("after", page.after())
                .setParameter("lifted", lifted)
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(LegalHoldRepository::hold)
                .toList();
    }

    private static LegalHold hold(Tuple row) {
        Instant liftedAt = row.get("lifted_at", Instant.class);
        return new LegalHold(
                row.get("id", UUID.class),
                Subject.valueOf(row.get("subject", String.class)),
                row.get("subject_id", UUID.class),
                row.get("reason", String.class),
                row.get("placed_at", Instant.class),
                row.get("placed_by", String.class),
                liftedAt == null
                        ? null
                        : new Lifted(
                                liftedAt, row.get("lifted_by", String.class), row.get("lift_reason", String.class)));
    }
}
