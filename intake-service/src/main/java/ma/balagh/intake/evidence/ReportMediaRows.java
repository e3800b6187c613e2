package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.intake.report.ReportMedia;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;

/** The media of reports in the database. */
@ApplicationScoped
class ReportMediaRows implements ReportMedia {

    private final Jdbi jdbi;

    ReportMediaRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<UUID, List<Medium>> of(Collection<UUID> reportIds, Visibility visibility) {
        record Row(UUID reportId, Medium medium) {}
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select * from (
                            select distinct on (report_evidence.report_id, shown.id) report_evidence.report_id, shown.id,
                                coalesce(shown.digest, shown.sha256) as digest, shown.size, shown.media_type,
                                report_evidence.file_name, report_evidence.added_at, shown.erased_at
                            from report_evidence
                            join report on report.id = report_evidence.report_id
                            join evidence on evidence.id = report_evidence.evidence_id
                            join evidence shown on shown.id = <knownAs>
                            where report_evidence.report_id = any(:reports) and <visible>
                            order by report_evidence.report_id, shown.id, report_evidence.added_at) medium
                        order by added_at, id
                        """))
                .define("knownAs", Visibility.KNOWN_AS)
                .define("visible", Visibility.CONDITION_OF_EVIDENCE)
                .bindArray("reports", UUID.class, reportIds)
                .map((row, context) -> new Row(
                        row.getObject("report_id", UUID.class),
                        new Medium(
                                row.getObject("id", UUID.class),
                                row.getString("digest"),
                                row.getLong("size"),
                                row.getString("media_type"),
                                row.getString("file_name"),
                                EvidenceRows.instant(row, "added_at"),
                                row.getObject("erased_at") == null ? null : EvidenceRows.instant(row, "erased_at"))))
                .collect(Collectors.groupingBy(Row::reportId, Collectors.mapping(Row::medium, Collectors.toList()))));
    }
}
