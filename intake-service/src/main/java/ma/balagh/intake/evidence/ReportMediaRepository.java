package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.intake.report.ReportMedia;
import org.hibernate.Session;

/** Reads the tables {@code evidence} and {@code report_evidence}: the media of reports. */
@ApplicationScoped
class ReportMediaRepository implements ReportMedia {

    private final Session session;

    ReportMediaRepository(Session session) {
        this.session = session;
    }

    @Override
    public Map<UUID, List<Medium>> of(Collection<UUID> reportIds) {
        return session
                .createNativeQuery("""
                        select * from (
                            select distinct on (report_evidence.report_id, shown.id) report_evidence.report_id, shown.id,
                                shown.digest, shown.size, shown.media_type,
                                report_evidence.file_name, report_evidence.added_at, shown.erased_at
                            from report_evidence
                            join report on report.id = report_evidence.report_id
                            join evidence on evidence.id = report_evidence.evidence_id
                            join evidence shown on shown.id = %s
                            where report_evidence.report_id = any(:reports)
                            order by report_evidence.report_id, shown.id, report_evidence.added_at) medium
                        order by added_at, id
                        """.formatted(KNOWN_AS), Tuple.class)
                .setParameter("reports", reportIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("report_id", UUID.class),
                        Collectors.mapping(ReportMediaRepository::medium, Collectors.toList())));
    }

    private static Medium medium(Tuple row) {
        return new Medium(
                row.get("id", UUID.class),
                row.get("digest", String.class),
                row.get("size", Long.class),
                row.get("media_type", String.class),
                row.get("file_name", String.class),
                row.get("added_at", Instant.class),
                row.get("erased_at", Instant.class));
    }
}
