package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.Visibility;
import ma.balagh.intake.retention.LegalHold.Lifted;
import ma.balagh.intake.retention.LegalHold.Subject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Holds in the database. Who does not see what is held does not see the hold. */
@ApplicationScoped
class HoldRows {

    private static final String VISIBLE = """
            case subject
                when 'REPORT' then exists (select from report where report.id = subject_id and
            """ + Visibility.CONDITION + """
                )
                when 'EVIDENCE' then exists (
                    select from report_evidence join report on report.id = report_evidence.report_id
                    join evidence on evidence.id = report_evidence.evidence_id
                    where evidence.id = subject_id and
            """ + Visibility.CONDITION_OF_EVIDENCE + """
                )
                else exists (
                    select from item join source on source.id = item.source_id
                    where item.id = subject_id
                      and (:seesEverything or source.jurisdiction like any(:seesJurisdictions)))
            end
            """;

    private final Jdbi jdbi;

    HoldRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isVisible(Subject subject, UUID subjectId, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select " + VISIBLE
                        + " from (select cast(:subject as text) as subject, cast(:id as uuid) as subject_id) told"))
                .bind("subject", subject.name())
                .bind("id", subjectId)
                .mapTo(Boolean.class)
                .one());
    }

    /** @return false when it is held already */
    boolean insert(LegalHold hold) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into legal_hold (id, subject, subject_id, reason, placed_at, placed_by)
                                values (:id, :subject, :subjectId, :reason, :at, :by)
                                on conflict (subject, subject_id) where lifted_at is null do nothing
                                """)
                        .bind("id", hold.id())
                        .bind("subject", hold.subject().name())
                        .bind("subjectId", hold.subjectId())
                        .bind("reason", hold.reason())
                        .bind("at", hold.placedAt())
                        .bind("by", hold.placedBy())
                        .execute())
                == 1;
    }

    /** @return false when it was lifted before */
    boolean lift(UUID id, Lifted lifted) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update legal_hold set lifted_at = ?, lifted_by = ?, lift_reason = ?"
                                + " where id = ? and lifted_at is null",
                        lifted.at(),
                        lifted.by(),
                        lifted.reason(),
                        id))
                == 1;
    }

    Optional<LegalHold> find(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select * from legal_hold where id = :id and " + VISIBLE))
                .bind("id", id)
                .map(HoldRows::hold)
                .findOne());
    }

    /** Newest first. */
    List<LegalHold> page(boolean lifted, PageRequest page, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(
                        "select * from legal_hold where id < :after and (:lifted or lifted_at is null)" + " and "
                                + VISIBLE + " order by id desc limit :fetch"))
                .bind("after", page.after())
                .bind("lifted", lifted)
                .bind("fetch", page.fetch())
                .map(HoldRows::hold)
                .list());
    }

    private static LegalHold hold(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime liftedAt = row.getObject("lifted_at", OffsetDateTime.class);
        return new LegalHold(
                row.getObject("id", UUID.class),
                Subject.valueOf(row.getString("subject")),
                row.getObject("subject_id", UUID.class),
                row.getString("reason"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("placed_by"),
                liftedAt == null
                        ? null
                        : new Lifted(liftedAt.toInstant(), row.getString("lifted_by"), row.getString("lift_reason")));
    }
}
