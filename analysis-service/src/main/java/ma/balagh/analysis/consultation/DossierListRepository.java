package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.urgency.UrgencyLevel;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.PageRequest;
import org.hibernate.Session;

/** The list of dossiers: of each, its reports, media and verdict in short. */
@ApplicationScoped
class DossierListRepository {

    private static final String SELECT = """
            select dossier_id, jurisdiction, state, verdict, urgency, look_by, ready, opened_at, ready_at, proposed_at,
                concluded_at, first.title, coalesce(judged.place, first.place) as place, judged.severity,
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
            where true
            """.formatted(
                    ReportVisibility.condition("r.report_id"),
                    ReportVisibility.conditionOfEvidence("e.evidence_id"),
                    ReportVisibility.condition("joined.report_id"));

    private final Session session;

    DossierListRepository(Session session) {
        this.session = session;
    }

    /** One row more than the page holds, if there is one. */
    List<DossierRow> rows(ReportVisibility reports, DossierCriteria filter, PageRequest page) {
        var query = session.createNativeQuery(
                SELECT + filter.conditions() + filter.order().clauses() + " limit :fetch", Tuple.class);
        reports.parameters().forEach(query::setParameter);
        filter.parameters().forEach(query::setParameter);
        filter.order().parameters(page).forEach(query::setParameter);
        return query.setParameter("fetch", page.fetch()).getResultList().stream()
                .map(DossierListRepository::row)
                .toList();
    }

    private static DossierRow row(Tuple row) {
        String verdict = row.get("verdict", String.class);
        return new DossierRow(
                row.get("dossier_id", UUID.class),
                row.get("jurisdiction", String.class),
                DossierState.valueOf(row.get("state", String.class)),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.get("title", String.class),
                row.get("place", String.class),
                row.get("severity", Integer.class),
                UrgencyLevel.valueOf(row.get("urgency", String.class)),
                row.get("look_by", Instant.class),
                row.get("ready", Boolean.class),
                row.get("received_at", Instant.class),
                row.get("opened_at", Instant.class),
                row.get("ready_at", Instant.class),
                row.get("proposed_at", Instant.class),
                row.get("concluded_at", Instant.class),
                Math.toIntExact(row.get("reports", Long.class)),
                Math.toIntExact(row.get("evidence", Long.class)));
    }
}
