package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which report and which evidence stand in which dossier. Locks are taken in one order, so that nobody waits for each
 * other in a circle: reports before bytes before evidence before dossiers; of reports and of dossiers the one with the
 * smaller id first.
 */
@ApplicationScoped
class DossierPlacementRepository {

    /** A report that nobody placed in time. */
    record Overdue(UUID reportId, String jurisdiction) {}

    private final Session session;

    DossierPlacementRepository(Session session) {
        this.session = session;
    }

    /** From when on a report that is in no dossier opens one by itself. */
    void await(UUID reportId, String jurisdiction, Instant until) {
        lock(reportId, jurisdiction, until);
    }

    /** Keeps everybody else from placing this report before the transaction ends. */
    void lockReport(UUID reportId, String jurisdiction) {
        lock(reportId, jurisdiction, null);
    }

    private void lock(UUID reportId, String jurisdiction, @Nullable Instant waitingUntil) {
        sql("""
                insert into placement (report_id, jurisdiction, waiting_until)
                values (:reportId, :jurisdiction, :waitingUntil)
                on conflict (report_id) do update
                set waiting_until = coalesce(excluded.waiting_until, placement.waiting_until)
                """)
                .setParameter("reportId", reportId)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("waitingUntil", waitingUntil, Instant.class)
                .executeUpdate();
    }

    /** Keeps everybody else from placing a report of that dossier anywhere before the transaction ends. */
    void lockReportsOf(UUID dossierId) {
        ScalarQuery.of(session, """
                        select report_id from placement
                        where report_id in (select report_id from dossier_report where dossier_id = :dossierId)
                        order by report_id
                        for update
                        """, UUID.class)
                .setParameter("dossierId", dossierId)
                .getResultList();
    }

    /** Locks one report whose time is up, passing over those that another replica is about to place. */
    Optional<Overdue> lockOverdue(Instant now) {
        return session.createNativeQuery("""
                        select report_id, jurisdiction
                        from placement
                        where placed_at is null and waiting_until <= :now
                        order by waiting_until
                        limit 1
                        for update skip locked
                        """, Tuple.class)
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(row -> new Overdue(row.get("report_id", UUID.class), row.get("jurisdiction", String.class)));
    }

    /** Describes the evidence and keeps everybody else from placing it before the transaction ends. */
    void lockEvidence(EvidenceSecured secured) {
        lockBytes(secured.sha256());
        sql("""
                insert into evidence (evidence_id, sha256, size, media_type, received_at, secured_at)
                values (:evidenceId, :sha256, :size, :mediaType, :receivedAt, :securedAt)
                on conflict (evidence_id) do update
                set size = excluded.size, media_type = excluded.media_type,
                    received_at = excluded.received_at, secured_at = excluded.secured_at,
                    erased_at = case when evidence.erased_at > excluded.secured_at then evidence.erased_at end
                """)
                .setParameter("evidenceId", secured.evidenceId())
                .setParameter("sha256", secured.sha256())
                .setParameter("size", secured.size())
                .setParameter("mediaType", secured.mediaType())
                .setParameter("receivedAt", secured.receivedAt())
                .setParameter("securedAt", secured.securedAt())
                .executeUpdate();
        sight(secured.evidenceId(), secured.reportId(), secured.securedAt());
    }

    void lockEvidence(EvidenceSighted sighted) {
        lockBytes(sighted.sha256());
        sql("""
                insert into evidence (evidence_id, sha256) values (:evidenceId, :sha256)
                on conflict (evidence_id) do update set sha256 = evidence.sha256
                """)
                .setParameter("evidenceId", sighted.evidenceId())
                .setParameter("sha256", sighted.sha256())
                .executeUpdate();
        sight(sighted.evidenceId(), sighted.reportId(), sighted.sightedAt());
    }

    /** Of the same bytes that are several evidences, the first decides on the dossier; the others wait for it. */
    private void lockBytes(String sha256) {
        ScalarQuery.of(session, "select true from pg_advisory_xact_lock(hashtextextended(:sha256, 0))", Boolean.class)
                .setParameter("sha256", sha256)
                .getSingleResult();
    }

    /** Nothing changes where the same bytes were secured again since. */
    void lockEvidence(EvidenceErased erased) {
        sql("""
                insert into evidence (evidence_id, sha256, erased_at) values (:evidenceId, :sha256, :at)
                on conflict (evidence_id) do update
                set erased_at = case
                    when evidence.secured_at > excluded.erased_at then evidence.erased_at
                    else excluded.erased_at end
                """)
                .setParameter("evidenceId", erased.evidenceId())
                .setParameter("sha256", erased.sha256())
                .setParameter("at", erased.erasedAt())
                .executeUpdate();
    }

    /** Since when the bytes of a locked evidence are kept no more; null while they are. */
    @Nullable
    Instant erasedAt(UUID evidenceId) {
        return ScalarQuery.of(session, "select erased_at from evidence where evidence_id = :evidenceId", Instant.class)
                .setParameter("evidenceId", evidenceId)
                .getSingleResult();
    }

    private void sight(UUID evidenceId, UUID reportId, Instant at) {
        sql("""
                insert into sighting (evidence_id, report_id, sighted_at) values (:evidenceId, :reportId, :at)
                on conflict do nothing
                """)
                .setParameter("evidenceId", evidenceId)
                .setParameter("reportId", reportId)
                .setParameter("at", at)
                .executeUpdate();
    }

    Optional<UUID> dossierOfEvidence(UUID evidenceId) {
        return ScalarQuery.of(
                        session, "select dossier_id from dossier_evidence where evidence_id = :evidenceId", UUID.class)
                .setParameter("evidenceId", evidenceId)
                .uniqueResultOptional();
    }

    /** The dossier of the evidence, or else the first outside the compartment that has the same bytes. */
    Optional<UUID> dossierOfBytes(UUID evidenceId, String sha256) {
        return ScalarQuery.of(session, """
                        select dossier_id
                        from evidence
                        join dossier_evidence using (evidence_id)
                        join dossier using (dossier_id)
                        where sha256 = :sha256 and (evidence_id = :evidenceId or compartment = 'COMMON')
                        order by evidence_id = :evidenceId desc, evidence_id
                        limit 1
                        """, UUID.class)
                .setParameter("evidenceId", evidenceId)
                .setParameter("sha256", sha256)
                .uniqueResultOptional();
    }

    /** Of a locked report: whether all of its dossiers lie in the compartment. */
    boolean isHidden(UUID reportId) {
        return ScalarQuery.of(session, "select " + ReportVisibility.hidden(":reportId"), Boolean.class)
                .setParameter("reportId", reportId)
                .getSingleResult();
    }

    /**
     * The dossier of a report that takes its further evidence: the first that is not concluded. It may be, until it is
     * locked.
     */
    Optional<UUID> openDossierOfReport(UUID reportId) {
        return firstDossierOfReport(reportId, "state <> 'CONCLUDED'");
    }

    /** The dossier of a hidden report that takes its further evidence. */
    Optional<UUID> hiddenDossierOfReport(UUID reportId) {
        return firstDossierOfReport(reportId, "compartment = 'INTERNAL_AFFAIRS'");
    }

    private Optional<UUID> firstDossierOfReport(UUID reportId, String condition) {
        return ScalarQuery.of(session, """
                        select dossier.dossier_id
                        from dossier
                        join dossier_report using (dossier_id)
                        where report_id = :reportId and %s
                        order by dossier.dossier_id
                        limit 1
                        """.formatted(condition), UUID.class)
                .setParameter("reportId", reportId)
                .uniqueResultOptional();
    }

    /** Those that wait for a verdict, in the order of their ids. */
    List<UUID> openDossiersOf(UUID reportId) {
        return ScalarQuery.of(session, """
                        select dossier_id from dossier join dossier_report using (dossier_id)
                        where report_id = :reportId and state in ('OPEN', 'PROPOSED')
                        order by dossier_id
                        """, UUID.class)
                .setParameter("reportId", reportId)
                .getResultList();
    }

    /** One of each of the same bytes: what is found in the one is found in the others. */
    List<UUID> evidenceIn(UUID dossierId) {
        return ScalarQuery.of(session, """
                        select distinct on (sha256) evidence_id
                        from dossier_evidence join evidence using (evidence_id)
                        where dossier_id = :dossierId
                        order by sha256, joined_at, evidence_id
                        """, UUID.class)
                .setParameter("dossierId", dossierId)
                .getResultList();
    }

    void joinEvidence(UUID dossierId, UUID evidenceId, Instant at) {
        sql("""
                insert into dossier_evidence (evidence_id, dossier_id, joined_at)
                values (:evidenceId, :dossierId, :at)
                on conflict (evidence_id) do nothing
                """)
                .setParameter("dossierId", dossierId)
                .setParameter("evidenceId", evidenceId)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** @return false when the report stood in the dossier before */
    boolean joinReport(UUID dossierId, UUID reportId, Instant at) {
        sql("update placement set placed_at = coalesce(placed_at, :at) where report_id = :reportId")
                .setParameter("reportId", reportId)
                .setParameter("at", at)
                .executeUpdate();
        return sql("""
                        insert into dossier_report (dossier_id, report_id, joined_at)
                        values (:dossierId, :reportId, :at)
                        on conflict do nothing
                        """)
                        .setParameter("dossierId", dossierId)
                        .setParameter("reportId", reportId)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }
}
