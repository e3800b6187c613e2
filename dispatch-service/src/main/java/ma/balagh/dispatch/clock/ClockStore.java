package ma.balagh.dispatch.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.http.Jurisdictions;
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

    void secured(EvidenceSecured evidence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into clock_evidence (evidence_id, jurisdiction, received_at, secured_at)
                        values (:evidenceId, :jurisdiction, :receivedAt, :securedAt)
                        on conflict (evidence_id) do update
                        set jurisdiction = excluded.jurisdiction, received_at = excluded.received_at,
                            secured_at = excluded.secured_at
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

    void joined(UUID dossierId, UUID reportId) {
        jdbi.useHandle(handle -> link(handle.createUpdate("""
                        insert into clock_dossier_report (dossier_id, report_id) values (:left, :right)
                        on conflict do nothing
                        """), dossierId, reportId));
    }

    private static void link(Update insert, UUID left, UUID right) {
        insert.bind("left", left).bind("right", right).execute();
    }

    void concluded(VerdictReached verdict) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into clock_verdict (verdict_id, dossier_id, jurisdiction, proposed_at, confirmed_at)
                        values (:verdictId, :dossierId, :jurisdiction, :proposedAt, :confirmedAt)
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
                .bindArray("visible", String.class, visible.patterns())
                .map((row, context) -> Map.entry(row.getString("stage"), durations(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Durations durations(ResultSet row) throws SQLException {
        return new Durations(row.getLong("samples"), row.getDouble("p50"), row.getDouble("p95"), row.getDouble("p99"));
    }
}
