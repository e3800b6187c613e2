package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.analysis.urgency.UrgencyLevel;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** The list of dossiers. */
@ApplicationScoped
class DossierList {

    private static final String SELECT = """
            select dossier.*, first.title, coalesce(judged.place, first.place) as place, judged.severity,
                first.received_at,
                (select count(*) from dossier_report r where r.dossier_id = dossier.dossier_id and %s) as reports,
                (select count(distinct sha256) from dossier_evidence e join evidence using (evidence_id)
                 where e.dossier_id = dossier.dossier_id and %s) as evidence
            from dossier
            left join lateral (
                select coalesce(report.title, left(report.text, 140), report.url) as title,
                    report.claimed_place as place, report.received_at
                from dossier_report joined
                join report on report.report_id = joined.report_id
                where joined.dossier_id = dossier.dossier_id and %s
                order by joined.joined_at, joined.report_id
                limit 1) first on true
            left join lateral (
                select place, severity from verdict_proposal
                where proposal_id = coalesce(dossier.proposal_id, (
                    select said.proposal_id from verdict said where said.verdict_id = dossier.verdict_id))
                ) judged on true
            where
            """.formatted(
                    ReportSight.condition("r.report_id"),
                    ReportSight.conditionOfEvidence("e.evidence_id"),
                    ReportSight.condition("joined.report_id"));

    private final Jdbi jdbi;

    DossierList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One row more than the page holds, if there is one. */
    List<DossierRow> rows(Sight sight, ReportSight reports, DossierFilter filter, PageRequest page) {
        String sql =
                SELECT + Sight.CONDITION + filter.conditions() + filter.order().clauses() + " limit :fetch";
        return jdbi.withHandle(handle -> {
            Query query = filter.bindTo(reports.bindTo(sight.bindTo(handle.createQuery(sql))));
            return filter.order()
                    .bindTo(query, page)
                    .bind("fetch", page.fetch())
                    .map(DossierList::row)
                    .list();
        });
    }

    private static DossierRow row(RowView row) {
        return new DossierRow(
                row.getColumn("dossier_id", UUID.class),
                row.getColumn("jurisdiction", String.class),
                row.getColumn("state", DossierState.class),
                row.getColumn("verdict", Verdict.class),
                row.getColumn("title", String.class),
                row.getColumn("place", String.class),
                row.getColumn("severity", Integer.class),
                row.getColumn("urgency", UrgencyLevel.class),
                row.getColumn("look_by", Instant.class),
                row.getColumn("ready", Boolean.class),
                row.getColumn("received_at", Instant.class),
                row.getColumn("opened_at", Instant.class),
                row.getColumn("ready_at", Instant.class),
                row.getColumn("proposed_at", Instant.class),
                row.getColumn("concluded_at", Instant.class),
                row.getColumn("reports", Integer.class),
                row.getColumn("evidence", Integer.class));
    }
}
