package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param byRule the report joined when the dossier had been decided: nobody looked at it
     * @param answer what the dossier answers this report: at the earliest when the report joined; null until it ends
     * @param forwarded the dossier was handed to another competent authority
     * @param namesReports whether it was told then which reports are hidden
     */
    record Place(UUID dossierId, @Nullable Answer answer, boolean byRule, boolean forwarded, boolean namesReports) {

        /** As if the dossier had not ended. */
        Place unanswered() {
            return new Place(dossierId, null, byRule, forwarded, namesReports);
        }
    }

    private final Jdbi jdbi;

    DossierRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Holds the dossier until the transaction ends, whichever event names it first.
     *
     * @return the dossier that all of it stands in now: another one where a person joined it to that
     */
    UUID lock(UUID dossierId) {
        return jdbi.withHandle(handle -> {
            UUID held = dossierId;
            Optional<UUID> next = Optional.of(dossierId);
            while (next.isPresent()) {
                held = next.get();
                handle.execute("insert into dossier (id) values (?) on conflict do nothing", held);
                next = handle.createQuery("select merged_into from dossier where id = :id for update")
                        .bind("id", held)
                        .mapTo(UUID.class)
                        .findOne();
            }
            return held;
        });
    }

    /** Every answer that follows from what stands. */
    List<Answer> answers(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind as answer_kind, outcome as answer_outcome, at as decided_at
                        from dossier_answer
                        where dossier_id = :id
                        and not exists (select from withdrawn_verdict gone where gone.verdict_id = dossier_answer.verdict_id)
                        """)
                .bind("id", dossierId)
                .map(DossierRows::read)
                .list());
    }

    /** @param verdictId the verdict that it follows from; null where that is not told */
    void keep(UUID dossierId, @Nullable UUID verdictId, Answer answer) {
        jdbi.useHandle(handle ->
                handle.execute("""
                insert into dossier_answer (dossier_id, verdict_id, kind, outcome, at)
                values (?, cast(? as uuid), ?, ?, ?)
                on conflict do nothing
                """, dossierId, verdictId, answer.kind().name(), nameOf(answer), answer.at()));
    }

    /** That verdict answers nothing any more, nor does what was answered before answers were told with their verdict. */
    void withdraw(UUID dossierId, UUID verdictId) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into withdrawn_verdict (verdict_id) values (?) on conflict do nothing", verdictId);
            handle.execute(
                    "delete from dossier_answer where dossier_id = ? and verdict_id is null and kind <> 'FORWARDED'",
                    dossierId);
        });
    }

    /**
     * Keeps what all that is known comes to.
     *
     * @param answer null while the dossier is under examination
     * @return whether that is something else than before
     */
    boolean answer(UUID dossierId, @Nullable Answer answer) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update dossier set answer_kind = :kind, answer_outcome = :outcome, decided_at = :at
                        where id = :id and (answer_kind, answer_outcome, decided_at)
                            is distinct from (cast(:kind as text), cast(:outcome as text), cast(:at as timestamptz))
                        """)
                        .bind("kind", answer == null ? null : answer.kind().name())
                        .bind("outcome", answer == null ? null : nameOf(answer))
                        .bind("at", answer == null ? null : answer.at())
                        .bind("id", dossierId)
                        .execute())
                == 1;
    }

    /** It was handed to another competent authority; it stays so, whatever else is said of it. */
    void forwarded(UUID dossierId, boolean namesReports) {
        jdbi.useHandle(handle -> handle.execute(
                "update dossier set forwarded = true, names_reports = ? where id = ?", namesReports, dossierId));
    }

    /** Its reports that stand in no dossier that was not forwarded. */
    List<UUID> reportsInNoOther(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select report_id from dossier_report
                        where dossier_id = :dossier and not exists (
                            select from dossier_report other join dossier on dossier.id = other.dossier_id
                            where other.report_id = dossier_report.report_id and not dossier.forwarded)
                        """)
                .bind("dossier", dossierId)
                .mapTo(UUID.class)
                .list());
    }

    private static @Nullable String nameOf(Answer answer) {
        OutcomeKind outcome = answer.outcome();
        return outcome == null ? null : outcome.name();
    }

    /** @param knownCase the dossier of the earlier case, if the verdict names one and stands */
    void belongsTo(UUID dossierId, UUID verdictId, @Nullable UUID knownCase) {
        jdbi.useHandle(handle -> handle.execute("""
                update dossier set known_case = ?
                where id = ? and not exists (select from withdrawn_verdict where verdict_id = ?)
                """, knownCase, dossierId, verdictId));
    }

    /**
     * Nothing happens to a report that has left that dossier since, or one that lies on the way there.
     *
     * @param named the dossier that is told of, which leads to {@code dossierId} by now
     */
    void join(UUID dossierId, UUID named, Collection<UUID> reportIds, Instant joinedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with recursive led (id) as (
                            select cast(:named as uuid)
                            union
                            select merged_into from dossier join led using (id) where merged_into is not null
                        )
                        insert into dossier_report (dossier_id, report_id, joined_at)
                        select :dossierId, joined.report_id, :joinedAt
                        from unnest(cast(:reportIds as uuid[])) as joined (report_id)
                        where not exists (
                            select from dossier_departure
                            where dossier_id in (select id from led)
                            and report_id = joined.report_id and left_at > :joinedAt)
                        on conflict (dossier_id, report_id) do update
                        set joined_at = least(dossier_report.joined_at, excluded.joined_at)
                        """)
                .bind("named", named)
                .bind("dossierId", dossierId)
                .bindArray("reportIds", UUID.class, reportIds)
                .bind("joinedAt", joinedAt)
                .execute());
    }

    void leave(UUID dossierId, UUID reportId, Instant leftAt) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into dossier_departure (dossier_id, report_id, left_at) values (?, ?, ?)
                    on conflict (dossier_id, report_id) do update
                    set left_at = greatest(dossier_departure.left_at, excluded.left_at)
                    """, dossierId, reportId, leftAt);
            handle.execute("delete from dossier_report where dossier_id = ? and report_id = ?", dossierId, reportId);
        });
    }

    /** Lets a dossier lead to the one that is told, also where that leads on by now. All of them are held. */
    void merge(UUID fromId, UUID intoId) {
        jdbi.useHandle(handle -> {
            handle.execute("update dossier set merged_into = ? where id = ?", intoId, fromId);
            handle.execute("delete from dossier_report where dossier_id = ?", fromId);
        });
    }

    /** In the order of their ids, so that two dossiers that share reports lock them in the same order. */
    List<UUID> reports(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select report_id from dossier_report where dossier_id = :dossier order by report_id")
                .bind("dossier", dossierId)
                .mapTo(UUID.class)
                .list());
    }

    void settleLater(Collection<UUID> reportIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into report_unsettled (report_id) select unnest(cast(:reports as uuid[]))
                        on conflict do nothing
                        """)
                .bindArray("reports", UUID.class, reportIds)
                .execute());
    }

    /** Takes some of those that are to be settled: they are, when the transaction ends. */
    List<UUID> unsettled(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        with taken as (
                            delete from report_unsettled where report_id in (
                                select report_id from report_unsettled order by report_id limit :most
                                for update skip locked)
                            returning report_id)
                        select report_id from taken order by report_id
                        """).bind("most", most).mapTo(UUID.class).list());
    }

    /** All dossiers that a report stands in. */
    List<Place> placesOf(UUID reportId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select dossier.id, answer_kind, answer_outcome, greatest(decided_at, joined_at) as decided_at,
                            forwarded, names_reports, not forwarded and joined_at > (
                                select min(at) from dossier_answer
                                where dossier_answer.dossier_id = dossier.id and not exists (
                                    select from withdrawn_verdict gone
                                    where gone.verdict_id = dossier_answer.verdict_id)) as by_rule
                        from dossier join dossier_report on dossier_report.dossier_id = dossier.id
                        where dossier_report.report_id = :report
                        """)
                .bind("report", reportId)
                .map((row, context) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getString("answer_kind") == null ? null : read(row, context),
                        row.getBoolean("by_rule"),
                        row.getBoolean("forwarded"),
                        row.getBoolean("names_reports")))
                .list());
    }

    /**
     * What became of the earlier cases that the dossiers of reports belong to, from copy to copy back to the first, and to
     * what such a case was joined to. Of one that was forwarded nothing is told.
     *
     * @return by report, the answer that says most; a report without any is absent
     */
    Map<UUID, Answer> answersOfKnownCases(Collection<UUID> reportIds) {
        record Told(UUID reportId, Answer answer) {}
        List<Told> told = jdbi.withHandle(handle -> handle.createQuery("""
                        with recursive earlier (report_id, id) as (
                            select dossier_report.report_id, known_case
                            from dossier join dossier_report on dossier_report.dossier_id = dossier.id
                            where dossier_report.report_id = any(:reports) and answer_kind = 'KNOWN_CASE'
                            union
                            select report_id, coalesce(merged_into, known_case) from dossier join earlier using (id)
                            where answer_kind = 'KNOWN_CASE' or merged_into is not null
                        )
                        select report_id, answer_kind, answer_outcome, decided_at from dossier join earlier using (id)
                        where answer_kind <> 'KNOWN_CASE' and not forwarded
                        """)
                .bindArray("reports", UUID.class, reportIds)
                .map((row, context) -> new Told(row.getObject("report_id", UUID.class), read(row, context)))
                .list());
        return told.stream().collect(Collectors.toMap(Told::reportId, Told::answer, AnswerPrecedence::better));
    }

    /** The reports whose recordings belong to that case, by way of other copies, too: their receipts tell its answer. */
    List<UUID> reportsOfCopies(UUID dossierId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        with recursive copy (id) as (
                            select id from dossier
                            where known_case = :id and answer_kind = 'KNOWN_CASE' or merged_into = :id
                            union
                            select dossier.id from dossier join copy
                                on dossier.known_case = copy.id and dossier.answer_kind = 'KNOWN_CASE'
                                or dossier.merged_into = copy.id
                        )
                        select distinct report_id from dossier_report join copy on copy.id = dossier_id
                        order by report_id
                        """).bind("id", dossierId).mapTo(UUID.class).list());
    }

    private static Answer read(ResultSet row, StatementContext context) throws SQLException {
        String outcome = row.getString("answer_outcome");
        return new Answer(
                AnswerKind.valueOf(row.getString("answer_kind")),
                outcome == null ? null : OutcomeKind.valueOf(outcome),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
