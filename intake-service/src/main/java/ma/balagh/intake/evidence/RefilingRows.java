package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;

/** Where bytes of the compartment came in outside it. */
@ApplicationScoped
class RefilingRows {

    private final Jdbi jdbi;

    RefilingRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Newest first: those where both the report and the hidden evidence are seen. */
    List<Refiling> page(PageRequest page, Visibility visibility) {
        Refiling.Place after = page.after(Refiling.Place::read).orElse(Refiling.Place.START);
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select report_evidence.report_id, report_evidence.evidence_id, known.id as hidden_id,
                            <digest> as digest, report.jurisdiction, report_evidence.added_at, report_evidence.added_by,
                            report_evidence.file_name
                        from report_evidence
                        join report on report.id = report_evidence.report_id
                        join evidence on evidence.id = report_evidence.evidence_id
                        join lateral (
                            select judged.id from evidence judged
                            where judged.hidden and coalesce(judged.digest, judged.sha256) = <digest> and exists (
                                select from report_evidence brought join report about on about.id = brought.report_id
                                where brought.evidence_id = judged.id
                                  and about.jurisdiction like any(:seesJurisdictions))
                            order by judged.id limit 1) known on true
                        where <digest> in (
                                select coalesce(judged.digest, judged.sha256) from evidence judged where judged.hidden)
                            and not report.forwarded and <visible>
                            and (report_evidence.added_at, report_evidence.report_id, report_evidence.evidence_id)
                                < (:at, :report, :evidence)
                        order by report_evidence.added_at desc, report_evidence.report_id desc,
                            report_evidence.evidence_id desc
                        limit :fetch
                        """))
                .define("digest", EvidenceRows.DIGEST)
                .define("visible", Visibility.CONDITION)
                .bind("at", after.addedAt())
                .bind("report", after.reportId())
                .bind("evidence", after.evidenceId())
                .bind("fetch", page.fetch())
                .map((row, context) -> new Refiling(
                        row.getObject("report_id", UUID.class),
                        row.getObject("evidence_id", UUID.class),
                        row.getObject("hidden_id", UUID.class),
                        row.getString("digest"),
                        row.getString("jurisdiction"),
                        EvidenceRows.instant(row, "added_at"),
                        row.getString("added_by"),
                        row.getString("file_name")))
                .list());
    }
}
