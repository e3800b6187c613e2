package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.hibernate.Session;

/** Reads the tables {@code evidence} and {@code report_evidence}: where bytes of the compartment came in outside it. */
@ApplicationScoped
class RefilingRepository {

    private final Session session;

    RefilingRepository(Session session) {
        this.session = session;
    }

    /** Newest first: those where both the report and the hidden evidence are seen. */
    List<Refiling> page(PageRequest page) {
        Refiling.Place after = page.after(Refiling.Place::read).orElse(Refiling.Place.START);
        return session
                .createNativeQuery("""
                        select report_evidence.report_id, report_evidence.evidence_id, known.id as hidden_id,
                            evidence.digest, report.jurisdiction, report_evidence.added_at, report_evidence.added_by,
                            report_evidence.file_name
                        from report_evidence
                        join report on report.id = report_evidence.report_id
                        join evidence on evidence.id = report_evidence.evidence_id
                        join lateral (
                            select judged.id from evidence judged
                            where judged.hidden and judged.digest = evidence.digest and exists (
                                select from report_evidence brought join report about on about.id = brought.report_id
                                where brought.evidence_id = judged.id)
                            order by judged.id limit 1) known on true
                        where evidence.digest in (
                                select judged.digest from evidence judged where judged.hidden)
                            and not report.forwarded
                            and (report_evidence.added_at, report_evidence.report_id, report_evidence.evidence_id)
                                < (:at, :report, :evidence)
                        order by report_evidence.added_at desc, report_evidence.report_id desc,
                            report_evidence.evidence_id desc
                        limit :fetch
                        """, Tuple.class)
                .setParameter("at", after.addedAt())
                .setParameter("report", after.reportId())
                .setParameter("evidence", after.evidenceId())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(row -> new Refiling(
                        row.get("report_id", UUID.class),
                        row.get("evidence_id", UUID.class),
                        row.get("hidden_id", UUID.class),
                        row.get("digest", String.class),
                        row.get("jurisdiction", String.class),
                        row.get("added_at", Instant.class),
                        row.get("added_by", String.class),
                        row.get("file_name", String.class)))
                .toList();
    }
}
