package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.report.Report;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.analysis.report.Reports;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;

/** What stands in a dossier, as far as it exists for that sight. */
@ApplicationScoped
class Contents {

    private static final GenericType<List<UUID>> IDS = new GenericType<>() {};

    private final Jdbi jdbi;
    private final Reports reports;

    Contents(Jdbi jdbi, Reports reports) {
        this.jdbi = jdbi;
        this.reports = reports;
    }

    List<Report> reports(UUID dossierId, ReportSight sight) {
        return reports.first(dossierId, sight, DossierView.MOST_REPORTS);
    }

    Reports.Extent extent(UUID dossierId, ReportSight sight) {
        return reports.extent(dossierId, sight);
    }

    /** The same bytes once: the first that exists for that sight, with the reports of all. */
    List<EvidenceInDossier> evidence(UUID dossierId, ReportSight sight) {
        return jdbi.withHandle(handle -> sight.bindTo(handle.createQuery("""
                        with shown as (
                            select distinct on (sha256) evidence.*, joined_at
                            from dossier_evidence
                            join evidence using (evidence_id)
                            where dossier_id = :dossierId and %2$s
                            order by sha256, joined_at, evidence_id),
                        brought as (
                            select distinct on (sha256, report_id) sha256, report_id, sighted_at
                            from dossier_evidence
                            join evidence using (evidence_id)
                            join sighting using (evidence_id)
                            where dossier_id = :dossierId and %1$s
                            order by sha256, report_id, sighted_at)
                        select shown.*, array(
                            select report_id from brought where brought.sha256 = shown.sha256
                            order by sighted_at, report_id limit :most) as report_ids,
                            (select count(*) from brought where brought.sha256 = shown.sha256) as reports
                        from shown
                        order by joined_at, evidence_id
                        """.formatted(
                                ReportSight.condition("sighting.report_id"),
                                ReportSight.conditionOfEvidence("evidence.evidence_id"))))
                .bind("dossierId", dossierId)
                .bind("most", DossierView.MOST_REPORTS)
                .map(Contents::described)
                .list());
    }

    private static EvidenceInDossier described(RowView row) {
        return new EvidenceInDossier(
                row.getColumn("evidence_id", UUID.class),
                row.getColumn("sha256", String.class),
                row.getColumn("size", Long.class),
                row.getColumn("media_type", String.class),
                row.getColumn("received_at", Instant.class),
                row.getColumn("secured_at", Instant.class),
                row.getColumn("erased_at", Instant.class),
                row.getColumn("joined_at", Instant.class),
                row.getColumn("report_ids", IDS),
                row.getColumn("reports", Integer.class));
    }
}
