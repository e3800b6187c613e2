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

    List<EvidenceInDossier> evidence(UUID dossierId, ReportSight sight) {
        return jdbi.withHandle(handle -> sight.bindTo(handle.createQuery("""
                        select evidence.*, dossier_evidence.joined_at, array(
                            select report_id from sighting
                            where sighting.evidence_id = evidence.evidence_id and %1$s
                            order by sighted_at, report_id limit :most) as report_ids,
                            (select count(*) from sighting
                             where sighting.evidence_id = evidence.evidence_id and %1$s) as reports
                        from dossier_evidence
                        join evidence using (evidence_id)
                        where dossier_id = :dossierId and %2$s
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
