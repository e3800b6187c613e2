package ma.balagh.dispatch.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code clock_*}. Each write may come twice and in any order. */
@ApplicationScoped
class ClockRepository {

    private final Session session;

    ClockRepository(Session session) {
        this.session = session;
    }

    void received(ReportReceived report) {
        sql("""
                insert into clock_report (report_id, jurisdiction, published_at, received_at)
                values (:reportId, :jurisdiction, :publishedAt, :receivedAt)
                on conflict do nothing
                """)
                .setParameter("reportId", report.reportId())
                .setParameter("jurisdiction", report.jurisdiction())
                .setParameter("publishedAt", report.publishedAt(), Instant.class)
                .setParameter("receivedAt", report.receivedAt())
                .executeUpdate();
    }

    /** @param kind null where the answer was withdrawn */
    void answered(UUID reportId, Instant at, @Nullable AnswerKind kind) {
        sql("""
                insert into clock_answer (report_id, at, kind) values (:reportId, :at, :kind)
                on conflict do nothing
                """)
                .setParameter("reportId", reportId)
                .setParameter("at", at)
                .setParameter("kind", kind == null ? null : kind.name(), String.class)
                .executeUpdate();
    }

    /** The first time counts: bytes that were erased may be secured again. */
    void secured(EvidenceSecured evidence) {
        sql("""
                insert into clock_evidence (evidence_id, jurisdiction, received_at, secured_at)
                values (:evidenceId, :jurisdiction, :receivedAt, :securedAt)
                on conflict (evidence_id) do update
                set jurisdiction = coalesce(clock_evidence.jurisdiction, excluded.jurisdiction),
                    received_at = least(clock_evidence.received_at, excluded.received_at),
                    secured_at = least(clock_evidence.secured_at, excluded.secured_at)
                """)
                .setParameter("evidenceId", evidence.evidenceId())
                .setParameter("jurisdiction", evidence.jurisdiction())
                .setParameter("receivedAt", evidence.receivedAt())
                .setParameter("securedAt", evidence.securedAt())
                .executeUpdate();
    }

    /** The first examination counts: later ones answer other questions. */
    void examined(EvidenceExamined examination) {
        sql("""
                insert into clock_evidence (evidence_id, examined_at)
                values (:evidenceId, :examinedAt)
                on conflict (evidence_id) do update
                set examined_at = least(clock_evidence.examined_at, excluded.examined_at)
                """)
                .setParameter("evidenceId", examination.evidenceId())
                .setParameter("examinedAt", examination.examinedAt())
                .executeUpdate();
    }

    void brought(UUID reportId, UUID evidenceId) {
        sql("""
                insert into clock_report_evidence (report_id, evidence_id) values (:reportId, :evidenceId)
                on conflict do nothing
                """)
                .setParameter("reportId", reportId)
                .setParameter("evidenceId", evidenceId)
                .executeUpdate();
    }

    /** Where the dossier leads to, by now; not where the report has left one since that lies on the way there. */
    void joined(UUID dossierId, UUID reportId, Instant at) {
        sql("""
                with recursive led (id) as (
                    select cast(:dossierId as uuid)
                    union
                    select into_id from clock_merged_dossier join led on dossier_id = id
                ), place as (
                    select id from led
                    where not exists (select from clock_merged_dossier where dossier_id = id)
                )
                insert into clock_dossier_report (dossier_id, report_id)
                select id, :reportId from place
                where not exists (
                    select from clock_departure
                    where dossier_id in (select id from led) and report_id = :reportId and left_at > :at)
                on conflict do nothing
                """)
                .setParameter("dossierId", dossierId)
                .setParameter("reportId", reportId)
                .setParameter("at", at)
                .executeUpdate();
    }

    /**
     * How many reports stand in a dossier, of those that its readers see.
     *
     * @param jurisdiction the dossier's
     */
    int reports(UUID dossierId, String jurisdiction) {
        return ScalarQuery.of(session, """
                        select count(*)::integer
                        from clock_dossier_report join clock_report using (report_id)
                        where dossier_id = :dossierId
                          and (jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        """, Integer.class)
                .setParameter("dossierId", dossierId)
                .setParameter("jurisdiction", jurisdiction)
                .getSingleResult();
    }

    void merged(DossiersMerged merged) {
        lockPlaces();
        sql("""
                insert into clock_merged_dossier (dossier_id, into_id) values (:dossierId, :intoId)
                on conflict do nothing
                """)
                .setParameter("dossierId", merged.dossierId())
                .setParameter("intoId", merged.intoDossierId())
                .executeUpdate();
        ScalarQuery.of(
                        session,
                        "delete from clock_dossier_report where dossier_id = :dossierId returning report_id",
                        UUID.class)
                .setParameter("dossierId", merged.dossierId())
                .getResultList()
                .forEach(report -> joined(merged.intoDossierId(), report, merged.mergedAt()));
    }

    void separated(ReportSeparated separated) {
        lockPlaces();
        sql("""
                insert into clock_departure (dossier_id, report_id, left_at) values (:dossierId, :reportId, :at)
                on conflict (dossier_id, report_id) do update
                set left_at = greatest(clock_departure.left_at, excluded.left_at)
                """)
                .setParameter("dossierId", separated.dossierId())
                .setParameter("reportId", separated.reportId())
                .setParameter("at", separated.separatedAt())
                .executeUpdate();
        sql("delete from clock_dossier_report where dossier_id = :dossierId and report_id = :reportId")
                .setParameter("dossierId", separated.dossierId())
                .setParameter("reportId", separated.reportId())
                .executeUpdate();
        joined(separated.intoDossierId(), separated.reportId(), separated.separatedAt());
    }

    /** People join and separate seldom: one at a time, so that none looks at what another is about to move. */
    private void lockPlaces() {
        sql("lock table clock_merged_dossier in exclusive mode").executeUpdate();
    }

    /** A verdict that was withdrawn is no answer, so that how long it took counts no more. */
    void withdrawn(VerdictWithdrawn withdrawn) {
        sql("delete from clock_verdict where verdict_id = :verdictId")
                .setParameter("verdictId", withdrawn.verdictId())
                .executeUpdate();
    }

    void concluded(VerdictReached verdict) {
        sql("""
                insert into clock_verdict (verdict_id, dossier_id, jurisdiction, proposed_at, confirmed_at)
                select :verdictId, :dossierId, :jurisdiction, :proposedAt, :confirmedAt
                where not exists (select from withdrawn_verdict where verdict_id = :verdictId)
                on conflict do nothing
                """)
                .setParameter("verdictId", verdict.verdictId())
                .setParameter("dossierId", verdict.dossierId())
                .setParameter("jurisdiction", verdict.jurisdiction())
                .setParameter("proposedAt", verdict.proposedAt())
                .setParameter("confirmedAt", verdict.confirmedAt())
                .executeUpdate();
    }

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }
}
