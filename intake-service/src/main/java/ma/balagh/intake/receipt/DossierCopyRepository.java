package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * The tables dossier, dossier_* and withdrawn_verdict: what other services publish about dossiers.
 */
@ApplicationScoped
class DossierCopyRepository {

    /**
     * A dossier that a report stands in.
     *
     * @param byRule the report joined when the dossier had been decided: nobody looked at it
     * @param answer what the dossier answers this report: at the earliest when the report joined; null until it ends
     * @param forwarded the dossier was handed to another competent authority
     */
    record Place(UUID dossierId, @Nullable Answer answer, boolean byRule, boolean forwarded) {

        /** As if the dossier had not ended. */
        Place unanswered() {
            return new Place(dossierId, null, byRule, forwarded);
        }
    }

    private final Session session;

    DossierCopyRepository(Session session) {
        this.session = session;
    }

    /**
     * Holds the dossier until the transaction ends, whichever event names it first.
     *
     * @return the dossier that all of it stands in now: another one where a person joined it to that
     */
    UUID lock(UUID dossierId) {
        UUID held = dossierId;
        Optional<UUID> next = Optional.of(dossierId);
        while (next.isPresent()) {
            held = next.get();
            sql("insert into dossier (id) values (:id) on conflict do nothing")
                    .setParameter("id", held)
                    .executeUpdate();
            next = ScalarQuery.of(session, "select merged_into from dossier where id = :id for update", UUID.class)
                    .setParameter("id", held)
                    .uniqueResultOptional();
        }
        return held;
    }

    /** Every answer that follows from what stands. */
    List<Answer> answers(UUID dossierId) {
        return session.createNativeQuery("""
                        select kind as answer_kind, outcome as answer_outcome, at as decided_at
                        from dossier_answer
                        where dossier_id = :id
                        and not exists (select from withdrawn_verdict gone where gone.verdict_id = dossier_answer.verdict_id)
                        """, Tuple.class).setParameter("id", dossierId).getResultList().stream()
                .map(DossierCopyRepository::answer)
                .toList();
    }

    /** @param verdictId the verdict that it follows from; null where it was forwarded */
    void keep(UUID dossierId, @Nullable UUID verdictId, Answer answer) {
        sql("""
                insert into dossier_answer (dossier_id, verdict_id, kind, outcome, at)
                values (:dossierId, :verdictId, :kind, :outcome, :at)
                on conflict do nothing
                """)
                .setParameter("dossierId", dossierId)
                .setParameter("verdictId", verdictId, UUID.class)
                .setParameter("kind", answer.kind().name())
                .setParameter("outcome", nameOf(answer), String.class)
                .setParameter("at", answer.at())
                .executeUpdate();
    }

    /** That verdict answers nothing any more. */
    void withdraw(UUID verdictId) {
        sql("insert into withdrawn_verdict (verdict_id) values (:verdictId) on conflict do nothing")
                .setParameter("verdictId", verdictId)
                .executeUpdate();
    }

    /**
     * Keeps what all that is known comes to.
     *
     * @param answer null while the dossier is under examination
     * @return whether that is something else than before
     */
    boolean answer(UUID dossierId, @Nullable Answer answer) {
        return sql("""
                        update dossier set answer_kind = :kind, answer_outcome = :outcome, decided_at = :at
                        where id = :id and (answer_kind, answer_outcome, decided_at)
                            is distinct from (cast(:kind as text), cast(:outcome as text), cast(:at as timestamptz))
                        """)
                        .setParameter(
                                "kind", answer == null ? null : answer.kind().name(), String.class)
                        .setParameter("outcome", answer == null ? null : nameOf(answer), String.class)
                        .setParameter("at", answer == null ? null : answer.at(), Instant.class)
                        .setParameter("id", dossierId)
                        .executeUpdate()
                == 1;
    }

    /** It was handed to another competent authority; it stays so, whatever else is said of it. */
    void forwarded(UUID dossierId) {
        sql("update dossier set forwarded = true where id = :id")
                .setParameter("id", dossierId)
                .executeUpdate();
    }

    private static @Nullable String nameOf(Answer answer) {
        OutcomeKind outcome = answer.outcome();
        return outcome == null ? null : outcome.name();
    }

    /** @param knownCase the dossier of the earlier case, if the verdict names one and stands */
    void belongsTo(UUID dossierId, UUID verdictId, @Nullable UUID knownCase) {
        sql("""
                update dossier set known_case = :knownCase
                where id = :id and not exists (select from withdrawn_verdict where verdict_id = :verdictId)
                """)
                .setParameter("knownCase", knownCase, UUID.class)
                .setParameter("id", dossierId)
                .setParameter("verdictId", verdictId)
                .executeUpdate();
    }

    /**
     * Nothing happens to a report that has left that dossier since, or one that lies on the way there.
     *
     * @param named the dossier that is told of, which leads to {@code dossierId} by now
     */
    void join(UUID dossierId, UUID named, Collection<UUID> reportIds, Instant joinedAt) {
        sql("""
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
                .setParameter("named", named)
                .setParameter("dossierId", dossierId)
                .setParameter("reportIds", reportIds.toArray(UUID[]::new))
                .setParameter("joinedAt", joinedAt)
                .executeUpdate();
    }

    void leave(UUID dossierId, UUID reportId, Instant leftAt) {
        sql("""
                insert into dossier_departure (dossier_id, report_id, left_at) values (:dossierId, :reportId, :leftAt)
                on conflict (dossier_id, report_id) do update
                set left_at = greatest(dossier_departure.left_at, excluded.left_at)
                """)
                .setParameter("dossierId", dossierId)
                .setParameter("reportId", reportId)
                .setParameter("leftAt", leftAt)
                .executeUpdate();
        sql("delete from dossier_report where dossier_id = :dossierId and report_id = :reportId")
                .setParameter("dossierId", dossierId)
                .setParameter("reportId", reportId)
                .executeUpdate();
    }

    /** Lets a dossier lead to the one that is told, also where that leads on by now. All of them are held. */
    void merge(UUID fromId, UUID intoId) {
        sql("update dossier set merged_into = :intoId where id = :fromId")
                .setParameter("intoId", intoId)
                .setParameter("fromId", fromId)
                .executeUpdate();
        sql("delete from dossier_report where dossier_id = :fromId")
                .setParameter("fromId", fromId)
                .executeUpdate();
    }

    /** In the order of their ids, so that two dossiers that share reports lock them in the same order. */
    List<UUID> reports(UUID dossierId) {
        return ScalarQuery.of(
                        session,
                        "select report_id from dossier_report where dossier_id = :dossier order by report_id",
                        UUID.class)
                .setParameter("dossier", dossierId)
                .getResultList();
    }

    /** All dossiers that a report stands in. */
    List<Place> placesOf(UUID reportId) {
        return session.createNativeQuery("""
                        select dossier.id, answer_kind, answer_outcome, greatest(decided_at, joined_at) as decided_at,
                            forwarded, not forwarded and coalesce(joined_at > (
                                select min(at) from dossier_answer
                                where dossier_answer.dossier_id = dossier.id and not exists (
                                    select from withdrawn_verdict gone
                                    where gone.verdict_id = dossier_answer.verdict_id)), false) as by_rule
                        from dossier join dossier_report on dossier_report.dossier_id = dossier.id
                        where dossier_report.report_id = :report
                        """, Tuple.class).setParameter("report", reportId).getResultList().stream()
                .map(row -> new Place(
                        row.get("id", UUID.class),
                        row.get("answer_kind", String.class) == null ? null : answer(row),
                        row.get("by_rule", Boolean.class),
                        row.get("forwarded", Boolean.class)))
                .toList();
    }

    static Answer answer(Tuple row) {
        String outcome = row.get("answer_outcome", String.class);
        return new Answer(
                AnswerKind.valueOf(row.get("answer_kind", String.class)),
                outcome == null ? null : OutcomeKind.valueOf(outcome),
                row.get("decided_at", Instant.class));
    }

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }
}
