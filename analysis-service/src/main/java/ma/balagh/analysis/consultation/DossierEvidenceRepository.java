package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.report.ReportVisibility;
import org.hibernate.Session;

/** The evidence of a dossier, as far as it exists for a visibility. */
@ApplicationScoped
class DossierEvidenceRepository {

    private final Session session;

    DossierEvidenceRepository(Session session) {
        this.session = session;
    }

    /** The same bytes once: the first that exists for that visibility, with the reports of all. */
    List<EvidenceInDossier> of(UUID dossierId, ReportVisibility visibility) {
        var query = session.createNativeQuery(
                """
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
                select evidence_id, sha256, size, media_type, received_at, secured_at, erased_at, joined_at, array(
                    select report_id from brought where brought.sha256 = shown.sha256
                    order by sighted_at, report_id limit :most) as report_ids,
                    (select count(*) from brought where brought.sha256 = shown.sha256) as reports
                from shown
                order by joined_at, evidence_id
                """.formatted(
                                ReportVisibility.condition("sighting.report_id"),
                                ReportVisibility.conditionOfEvidence("evidence.evidence_id")),
                Tuple.class);
        visibility.parameters().forEach(query::setParameter);
        return query
                .setParameter("dossierId", dossierId)
                .setParameter("most", DossierView.MOST_REPORTS)
                .getResultList()
                .stream()
                .map(DossierEvidenceRepository::evidence)
                .toList();
    }

    private static EvidenceInDossier evidence(Tuple row) {
        return new EvidenceInDossier(
                row.get("evidence_id", UUID.class),
                row.get("sha256", String.class),
                row.get("size", Long.class),
                row.get("media_type", String.class),
                row.get("received_at", Instant.class),
                row.get("secured_at", Instant.class),
                row.get("erased_at", Instant.class),
                row.get("joined_at", Instant.class),
                List.of(row.get("report_ids", UUID[].class)),
                Math.toIntExact(row.get("reports", Long.class)));
    }
}
