package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.examination.IdleLaboratory;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.ReportReceived;

/** Dossiers to test with, made in the way in which they come into being: from a report and its evidence. */
@ApplicationScoped
public class CaseFiles {

    /** A dossier with its only report and evidence. */
    public record CaseFile(UUID dossierId, UUID reportId, UUID evidenceId) {}

    private final DossierPlacementService placement;
    private final ReportArrivalService arrival;
    private final IdleLaboratory laboratory;
    private final Database database;

    CaseFiles(
            DossierPlacementService placement,
            ReportArrivalService arrival,
            IdleLaboratory laboratory,
            Database database) {
        this.placement = placement;
        this.arrival = arrival;
        this.laboratory = laboratory;
        this.database = database;
    }

    /** A report of which no more is known than that it is there: it stands in no dossier. */
    public UUID waiting(String jurisdiction) {
        UUID reportId = IdGenerator.next();
        database.execute("insert into placement (report_id, jurisdiction) values (?, ?)", reportId, jurisdiction);
        return reportId;
    }

    public CaseFile open(String jurisdiction) {
        return open(jurisdiction, "Vol à l'arraché", "سرقة هاتف");
    }

    public CaseFile open(String jurisdiction, String title, String text) {
        return open(IntakeEvents.report(IdGenerator.next(), jurisdiction, title, text));
    }

    public CaseFile open(ReportReceived report) {
        UUID evidenceId = IdGenerator.next();
        placement.apply(IntakeEvents.secured(evidenceId, report.reportId(), report.jurisdiction()));
        arrival.apply(report);
        return new CaseFile(dossiersOf(report.reportId()).getFirst(), report.reportId(), evidenceId);
    }

    /** A report of its own that brings the same file. */
    public UUID repeat(CaseFile file, ReportReceived report) {
        bring(report.reportId(), report.jurisdiction(), file);
        arrival.apply(report);
        return report.reportId();
    }

    /** So many further reports like its first one bring the same file. They are written, and not told, to save time. */
    public void crowd(CaseFile file, int reports) {
        database.execute("""
                with file (dossier_id, report_id, evidence_id) as (
                    values (cast(? as uuid), cast(? as uuid), cast(? as uuid))),
                further as materialized (
                    select gen_random_uuid() as id, joined_at + n * interval '1 microsecond' as at
                    from file join dossier_report using (dossier_id, report_id), generate_series(1, ?) n),
                placed as (
                    insert into placement (report_id, jurisdiction, placed_at)
                    select id, placement.jurisdiction, at from further, file join placement using (report_id)),
                described as (
                    insert into report (report_id, channel, jurisdiction, published_at, received_at, title, text)
                    select id, channel, jurisdiction, published_at, received_at, title, text
                    from further, file join report using (report_id)),
                sighted as (
                    insert into sighting (evidence_id, report_id, sighted_at)
                    select evidence_id, id, at - interval '1 year' from further, file)
                insert into dossier_report (dossier_id, report_id, joined_at) select dossier_id, id, at from further, file
                """, file.dossierId(), file.reportId(), file.evidenceId(), reports);
    }

    /** Lets a report bring that file, too. */
    public void bring(UUID reportId, String jurisdiction, CaseFile file) {
        placement.apply(IntakeEvents.sighted(file.evidenceId(), reportId, jurisdiction));
    }

    /** A report of its own that brings that evidence. */
    public UUID repeat(UUID evidenceId, String jurisdiction) {
        UUID reportId = IdGenerator.next();
        arrival.apply(IntakeEvents.report(reportId, jurisdiction));
        placement.apply(IntakeEvents.sighted(evidenceId, reportId, jurisdiction));
        return reportId;
    }

    /** Lets a report bring a file that nobody has seen before. */
    public UUID bring(UUID reportId, String jurisdiction) {
        UUID evidenceId = IdGenerator.next();
        placement.apply(IntakeEvents.secured(evidenceId, reportId, jurisdiction));
        return evidenceId;
    }

    /** Lets a report bring the bytes of an evidence that who brings them does not see: they are an evidence of their own. */
    public UUID bringAnew(UUID reportId, String jurisdiction, CaseFile file) {
        UUID evidenceId = IdGenerator.next();
        String sha256 = IntakeEvents.sha256(file.evidenceId());
        placement.apply(IntakeEvents.secured(evidenceId, sha256, reportId, jurisdiction));
        return evidenceId;
    }

    /** Lets the laboratory finish with everything in the dossier. */
    public void examine(CaseFile file) {
        laboratory.finish(file.evidenceId(), Instant.now());
    }

    public List<UUID> dossiersOf(UUID reportId) {
        return database.list(
                UUID.class, "select dossier_id from dossier_report where report_id = ? order by dossier_id", reportId);
    }

    public List<UUID> reportsIn(UUID dossierId) {
        return database.list(
                UUID.class, "select report_id from dossier_report where dossier_id = ? order by report_id", dossierId);
    }

    public List<UUID> dossiersWith(UUID evidenceId) {
        return database.list(UUID.class, "select dossier_id from dossier_evidence where evidence_id = ?", evidenceId);
    }
}
