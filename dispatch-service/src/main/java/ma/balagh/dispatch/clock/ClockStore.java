package ma.balagh.dispatch.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.http.Jurisdictions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code clock_*}. Each write may come twice and in any order. */
@ApplicationScoped
class ClockStore {

    private final Jdbi jdbi;

    ClockStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void received(ReportReceived report) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into clock_report (report_id, jurisdiction, published_at, received_at)
                        values (:reportId, :jurisdiction, :publishedAt, :receivedAt)
                        on conflict do nothing
                        """)
                .bind("reportId", report.reportId())
                .bind("jurisdiction", report.jurisdiction())
                .bind("publishedAt", report.publishedAt())
                .bind("receivedAt", report.receivedAt())
                .execute());
    }

    /** The first time counts: bytes that were erased may be secured again. */
    void secured(EvidenceSecured evidence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into clock_evidence (evidence_id, jurisdiction, received_at, secured_at)
                        values (:evidenceId, :jurisdiction, :receivedAt, :securedAt)
                        on conflict (evidence_id) do update
                        set jurisdiction = coalesce(clock_evidence.jurisdiction, excluded.jurisdiction),
                            received_at = least(clock_evidence.received_at, excluded.received_at),
                            secured_at = least(clock_evidence.secured_at, excluded.secured_at)
                        """)
                .bind("evidenceId", evidence.evidenceId())
                .bind("jurisdiction", evidence.jurisdiction())
                .bind("receivedAt", evidence.receivedAt())
                .bind("securedAt", evidence.securedAt())
                .execute());
    }

    /** The first examination counts: later ones answer other questions. */
    void examined(EvidenceExamined examination) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into clock_evidence (evidence_id, examined_at)
                        values (:evidenceId, :examinedAt)
                        on conflict (evidence_id) do update
                        set examined_at = least(clock_evidence.examined_at, excluded.examined_at)
                        """)
                .bind("evidenceId", examination.evidenceId())
                .bind("examinedAt", examination.examinedAt())
                .execute());
    }

    void brought(UUID reportId, UUID evidenceId) {
        jdbi.useHandle(handle -> link(handle.createUpdate("""
                        insert into clock_report_evidence (report_id, evidence_id) values (:left, :right)
                        on conflict do nothing
                        """), reportId, evidenceId));
    }

    /** Where the dossier leads to, by now; not where the report has left one since that lies on the way there. */
    void joined(UUID dossierId, UUID reportId, Instant at) {
        jdbi.useHandle(handle -> link(handle.createUpdate("""
                        with recursive led (id) as (
                            select cast(:left as uuid)
                            union
                            select into_id from clock_merged_dossier join led on dossier_id = id
                        ), place as (
                            select id from led
                            where not exists (select from clock_merged_dossier where dossier_id = id)
                        )
                        insert into clock_dossier_report (dossier_id, report_id)
                        select id, :right from place
                        where not exists (
                            select from clock_departure
                            where dossier_id in (select id from led) and report_id = :right and left_at > :at)
                        on conflict do nothing
                        """).bind("at", at), dossierId, reportId));
    }

    void merged(DossiersMerged merged) {
        jdbi.useHandle(handle -> {
            lockPlaces(handle);
            handle.execute(
                    "insert into clock_merged_dossier (dossier_id, into_id) values (?, ?) on conflict do nothing",
                    merged.dossierId(),
                    merged.intoDossierId());
            handle.createQuery("delete from clock_dossier_report where dossier_id = :id returning report_id")
                    .bind("id", merged.dossierId())
                    .mapTo(UUID.class)
                    .list()
                    .forEach(report -> joined(merged.intoDossierId(), report, merged.mergedAt()));
        });
    }

    void separated(ReportSeparated separated) {
        jdbi.useHandle(handle -> {
            lockPlaces(handle);
            handle.execute("""
                    insert into clock_departure (dossier_id, report_id, left_at) values (?, ?, ?)
                    on conflict (dossier_id, report_id) do update
                    set left_at = greatest(clock_departure.left_at, excluded.left_at)
                    """, separated.dossierId(), separated.reportId(), separated.separatedAt());
            handle.execute(
                    "delete from clock_dossier_report where dossier_id = ? and report_id = ?",
                    separated.dossierId(),
                    separated.reportId());
            joined(separated.intoDossierId(), separated.reportId(), separated.separatedAt());
        });
    }

    /** People join and separate seldom: one at a time, so that none looks at what another is about to move. */
    private static void lockPlaces(Handle handle) {
        handle.execute("lock table clock_merged_dossier in exclusive mode");
    }

    private static void link(Update insert, UUID left, UUID right) {
        insert.bind("left", left).bind("right", right).execute();
    }

    /** A verdict that was withdrawn is no answer, so that how long it took counts no more. */
    void withdrawn(VerdictWithdrawn withdrawn) {
        jdbi.useHandle(
                handle -> handle.execute("delete from clock_verdict where verdict_id = ?", withdrawn.verdictId()));
    }

    void concluded(VerdictReached verdict) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into clock_verdict (verdict_id, dossier_id, jurisdiction, proposed_at, confirmed_at)
                        select :verdictId, :dossierId, :jurisdiction, :proposedAt, :confirmedAt
                        where not exists (select from withdrawn_verdict where verdict_id = :verdictId)
                        on conflict do nothing
                        """)
                .bind("verdictId", verdict.verdictId())
                .bind("dossierId", verdict.dossierId())
                .bind("jurisdiction", verdict.jurisdiction())
                .bind("proposedAt", verdict.proposedAt())
                .bind("confirmedAt", verdict.confirmedAt())
                .execute());
    }

    /**
     * What ended in that period, by the name of its stage.
     *
     * @param jurisdiction that territory and what lies in it; null for all that is visible
     */
    Map<String, Durations> durations(Instant from, Instant to, @Nullable String jurisdiction, Jurisdictions visible) {
        return durations(from, to, jurisdiction, visible.patterns());
    }

    /** What ended in that period anywhere, by the name of its stage. */
    Map<String, Durations> durations(Instant from, Instant to) {
        return durations(from, to, null, List.of("%"));
    }

    private Map<String, Durations> durations(
            Instant from, Instant to, @Nullable String jurisdiction, List<String> visible) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select stage, count(*) as samples,
                               percentile_cont(0.5) within group (order by seconds) as p50,
                               percentile_cont(0.95) within group (order by seconds) as p95,
                               percentile_cont(0.99) within group (order by seconds) as p99
                        from clock_sample
                        where ended_at >= :from and ended_at < :to
                          and jurisdiction like any(:visible)
                          and (cast(:jurisdiction as text) is null
                               or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                        group by stage
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("jurisdiction", jurisdiction)
                .bindArray("visible", String.class, visible)
                .map((row, context) -> Map.entry(row.getString("stage"), durations(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Durations durations(ResultSet row) throws SQLException {
        return new Durations(row.getLong("samples"), row.getDouble("p50"), row.getDouble("p95"), row.getDouble("p99"));
    }
}
