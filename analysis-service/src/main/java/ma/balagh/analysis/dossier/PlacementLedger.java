package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which report and which evidence stand in which dossier. Locks are taken in one order, so that nobody waits for each
 * other in a circle: reports before bytes before evidence before dossiers; of reports and of dossiers the one with the
 * smaller id first.
 */
@ApplicationScoped
class PlacementLedger {

    /** A report that nobody placed in time. */
    record Overdue(UUID reportId, String jurisdiction) {}

    private final Jdbi jdbi;

    PlacementLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
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
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into placement (report_id, jurisdiction, waiting_until)
                        values (:reportId, :jurisdiction, :waitingUntil)
                        on conflict (report_id) do update
                        set waiting_until = coalesce(excluded.waiting_until, placement.waiting_until)
                        """)
                .bind("reportId", reportId)
                .bind("jurisdiction", jurisdiction)
                .bind("waitingUntil", waitingUntil)
                .execute());
    }

    /** Locks one report whose time is up, passing over those that another replica is about to place. */
    Optional<Overdue> lockOverdue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select report_id, jurisdiction
                        from placement
                        where placed_at is null and waiting_until <= :now
                        order by waiting_until
                        limit 1
                        for update skip locked
                        """)
                .bind("now", now)
                .map(row -> new Overdue(
                        row.getColumn("report_id", UUID.class), row.getColumn("jurisdiction", String.class)))
                .findOne());
    }

    /** Describes the evidence and keeps everybody else from placing it before the transaction ends. */
    void lockEvidence(EvidenceSecured secured) {
        lockBytes(secured.sha256());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evidence (evidence_id, sha256, size, media_type, received_at, secured_at)
                        values (:evidenceId, :sha256, :size, :mediaType, :receivedAt, :securedAt)
                        on conflict (evidence_id) do update
                        set size = excluded.size, media_type = excluded.media_type,
                            received_at = excluded.received_at, secured_at = excluded.secured_at,
                            erased_at = case when evidence.erased_at > excluded.secured_at then evidence.erased_at end
                        """)
                .bind("evidenceId", secured.evidenceId())
                .bind("sha256", secured.sha256())
                .bind("size", secured.size())
                .bind("mediaType", secured.mediaType())
                .bind("receivedAt", secured.receivedAt())
                .bind("securedAt", secured.securedAt())
                .execute());
        sight(secured.evidenceId(), secured.reportId(), secured.securedAt());
    }

    void lockEvidence(EvidenceSighted sighted) {
        lockBytes(sighted.sha256());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evidence (evidence_id, sha256) values (:evidenceId, :sha256)
                        on conflict (evidence_id) do update set sha256 = evidence.sha256
                        """)
                .bind("evidenceId", sighted.evidenceId())
                .bind("sha256", sighted.sha256())
                .execute());
        sight(sighted.evidenceId(), sighted.reportId(), sighted.sightedAt());
    }

    /** Of the same bytes that are several evidences, the first decides on the dossier; the others wait for it. */
    private void lockBytes(String sha256) {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", sha256));
    }

    /** Nothing changes where the same bytes were secured again since. */
    void lockEvidence(EvidenceErased erased) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evidence (evidence_id, sha256, erased_at) values (:evidenceId, :sha256, :at)
                        on conflict (evidence_id) do update
                        set erased_at = case
                            when evidence.secured_at > excluded.erased_at then evidence.erased_at
                            else excluded.erased_at end
                        """)
                .bind("evidenceId", erased.evidenceId())
                .bind("sha256", erased.sha256())
                .bind("at", erased.erasedAt())
                .execute());
    }

    /** Since when the bytes of a locked evidence are kept no more; null while they are. */
    @Nullable
    Instant erasedAt(UUID evidenceId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select erased_at from evidence where evidence_id = :evidenceId")
                        .bind("evidenceId", evidenceId)
                        .map(row -> row.getColumn("erased_at", Instant.class))
                        .list()
                        .getFirst());
    }

    private void sight(UUID evidenceId, UUID reportId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into sighting (evidence_id, report_id, sighted_at) values (:evidenceId, :reportId, :at)
                        on conflict do nothing
                        """)
                .bind("evidenceId", evidenceId)
                .bind("reportId", reportId)
                .bind("at", at)
                .execute());
    }

    Optional<UUID> dossierOfEvidence(UUID evidenceId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select dossier_id from dossier_evidence where evidence_id = :evidenceId")
                        .bind("evidenceId", evidenceId)
                        .mapTo(UUID.class)
                        .findOne());
    }

    /** The dossier of the evidence, or else the first outside the compartment that has the same bytes. */
    Optional<UUID> dossierOfBytes(UUID evidenceId, String sha256) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select dossier_id
                        from evidence
                        join dossier_evidence using (evidence_id)
                        join dossier using (dossier_id)
                        where sha256 = :sha256 and (evidence_id = :evidenceId or compartment = 'COMMON')
                        order by evidence_id = :evidenceId desc, evidence_id
                        limit 1
                        """)
                .bind("evidenceId", evidenceId)
                .bind("sha256", sha256)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Of a locked report: whether all of its dossiers lie in the compartment. */
    boolean isHidden(UUID reportId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ReportSight.hidden(":reportId"))
                .bind("reportId", reportId)
                .mapTo(Boolean.class)
                .one());
    }

    /** The dossier of a report that takes its further evidence: the first that is not concluded. It may be, until it is locked. */
    Optional<UUID> openDossierOfReport(UUID reportId) {
        return firstDossierOfReport(reportId, "state <> 'CONCLUDED'");
    }

    /** The dossier of a hidden report that takes its further evidence. */
    Optional<UUID> hiddenDossierOfReport(UUID reportId) {
        return firstDossierOfReport(reportId, "compartment = 'INTERNAL_AFFAIRS'");
    }

    private Optional<UUID> firstDossierOfReport(UUID reportId, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select dossier.dossier_id
                        from dossier
                        join dossier_report using (dossier_id)
                        where report_id = :reportId and %s
                        order by dossier.dossier_id
                        limit 1
                        """.formatted(condition))
                .bind("reportId", reportId)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Those that wait for a verdict, in the order of their ids. */
    List<UUID> openDossiersOf(UUID reportId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select dossier_id from dossier join dossier_report using (dossier_id)
                        where report_id = :reportId and state in ('OPEN', 'PROPOSED')
                        order by dossier_id
                        """)
                .bind("reportId", reportId)
                .mapTo(UUID.class)
                .list());
    }

    /** One of each of the same bytes: what is found in the one is found in the others. */
    List<UUID> evidenceIn(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct on (sha256) evidence_id
                        from dossier_evidence join evidence using (evidence_id)
                        where dossier_id = :dossierId
                        order by sha256, joined_at, evidence_id
                        """)
                .bind("dossierId", dossierId)
                .mapTo(UUID.class)
                .list());
    }

    void joinEvidence(UUID dossierId, UUID evidenceId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into dossier_evidence (evidence_id, dossier_id, joined_at)
                        values (:evidenceId, :dossierId, :at)
                        on conflict (evidence_id) do nothing
                        """)
                .bind("evidenceId", evidenceId)
                .bind("dossierId", dossierId)
                .bind("at", at)
                .execute());
    }

    /** @return false when the report stood in the dossier before */
    boolean joinReport(UUID dossierId, UUID reportId, Instant at) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("update placement set placed_at = coalesce(placed_at, :at) where report_id = :reportId")
                    .bind("at", at)
                    .bind("reportId", reportId)
                    .execute();
            return handle.createUpdate("""
                            insert into dossier_report (dossier_id, report_id, joined_at)
                            values (:dossierId, :reportId, :at)
                            on conflict do nothing
                            """)
                            .bind("dossierId", dossierId)
                            .bind("reportId", reportId)
                            .bind("at", at)
                            .execute()
                    == 1;
        });
    }
}
