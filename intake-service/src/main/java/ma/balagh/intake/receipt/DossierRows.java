package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What intake knows of dossiers: their reports and their answers. */
@ApplicationScoped
class DossierRows {

    /**
     * A dossier that a report stands in.
     *
     * @param answer what the dossier answers this report: at the earliest when the report joined; null until it ends
     * @param forwarded the dossier was handed to another competent authority
     */
    record Place(@Nullable Answer answer, boolean forwarded) {}

    private final Jdbi jdbi;

    DossierRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Holds the dossier until the transaction ends, whichever event names it first. */
    void lock(UUID dossierId) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into dossier (id) values (?) on conflict do nothing", dossierId);
            handle.createQuery("select 1 from dossier where id = :id for update")
                    .bind("id", dossierId)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    Optional<Answer> answer(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select answer_kind, answer_outcome, decided_at from dossier
                        where id = :id and answer_kind is not null
                        """)
                .bind("id", dossierId)
                .map(DossierRows::read)
                .findOne());
    }

    /** @param forwarded it was handed to another competent authority; stays so, whatever else is said of it */
    void answer(UUID dossierId, Answer answer, boolean forwarded) {
        OutcomeKind outcome = answer.outcome();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update dossier
                        set answer_kind = :kind, answer_outcome = :outcome, decided_at = :at,
                            forwarded = forwarded or :forwarded
                        where id = :id
                        """)
                .bind("id", dossierId)
                .bind("kind", answer.kind().name())
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("at", answer.at())
                .bind("forwarded", forwarded)
                .execute());
    }

    /** @param knownCase the dossier of the earlier case, if the verdict names one */
    void belongsTo(UUID dossierId, @Nullable UUID knownCase) {
        jdbi.useHandle(
                handle -> handle.execute("update dossier set known_case = ? where id = ?", knownCase, dossierId));
    }

    void join(UUID dossierId, UUID reportId, Instant joinedAt) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into dossier_report (dossier_id, report_id, joined_at) values (?, ?, ?)
                on conflict (dossier_id, report_id) do update
                set joined_at = least(dossier_report.joined_at, excluded.joined_at)
                """, dossierId, reportId, joinedAt));
    }

    /** In the order of their ids, so that two dossiers that share reports lock them in the same order. */
    List<UUID> reports(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select report_id from dossier_report where dossier_id = :dossier order by report_id")
                .bind("dossier", dossierId)
                .mapTo(UUID.class)
                .list());
    }

    /** All dossiers that a report stands in. */
    List<Place> placesOf(UUID reportId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select answer_kind, answer_outcome, greatest(decided_at, joined_at) as decided_at, forwarded
                        from dossier join dossier_report on dossier_report.dossier_id = dossier.id
                        where dossier_report.report_id = :report
                        """)
                .bind("report", reportId)
                .map((row, context) -> new Place(
                        row.getString("answer_kind") == null ? null : read(row, context), row.getBoolean("forwarded")))
                .list());
    }

    /**
     * The answers of the earlier cases that a report's dossiers belong to, from copy to copy back to the first. Of one
     * that was forwarded nothing is told.
     */
    List<Answer> answersOfKnownCases(UUID reportId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with recursive earlier (id) as (
                            select known_case
                            from dossier join dossier_report on dossier_report.dossier_id = dossier.id
                            where dossier_report.report_id = :report and answer_kind = 'KNOWN_CASE'
                            union
                            select known_case from dossier join earlier using (id) where answer_kind = 'KNOWN_CASE'
                        )
                        select answer_kind, answer_outcome, decided_at from dossier join earlier using (id)
                        where answer_kind <> 'KNOWN_CASE' and not forwarded
                        """)
                .bind("report", reportId)
                .map(DossierRows::read)
                .list());
    }

    private static Answer read(ResultSet row, StatementContext context) throws SQLException {
        String outcome = row.getString("answer_outcome");
        return new Answer(
                AnswerKind.valueOf(row.getString("answer_kind")),
                outcome == null ? null : OutcomeKind.valueOf(outcome),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
