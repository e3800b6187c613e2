package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads in which dossier evidence stands, and what is claimed or judged about it. */
@ApplicationScoped
class EvidencePlaceRepository {

    private final Session session;

    EvidencePlaceRepository(Session session) {
        this.session = session;
    }

    /** The dossier of each of these evidences, where a report that brought it exists for that visibility. */
    Map<UUID, UUID> dossiers(Collection<UUID> evidenceIds, ReportVisibility visibility) {
        return placed("true", evidenceIds, visibility)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get("evidence_id", UUID.class), row -> row.get("dossier_id", UUID.class)));
    }

    /** Those evidences with a dossier that is visible by the first argument and a report that is visible by the second. */
    Set<UUID> existing(Collection<UUID> evidenceIds, DossierVisibility visibility, ReportVisibility reportVisibility) {
        var query = placed(DossierVisibility.CONDITION, evidenceIds, reportVisibility);
        visibility.parameters().forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> row.get("evidence_id", UUID.class))
                .collect(Collectors.toSet());
    }

    private NativeQuery<Tuple> placed(String condition, Collection<UUID> evidenceIds, ReportVisibility visibility) {
        var query = session.createNativeQuery(
                """
                select evidence_id, dossier_id
                from dossier_evidence
                join dossier using (dossier_id)
                where evidence_id = any(:evidenceIds) and %s and %s
                """.formatted(condition, ReportVisibility.conditionOfEvidence("dossier_evidence.evidence_id")),
                Tuple.class);
        visibility.parameters().forEach(query::setParameter);
        return query.setParameter("evidenceIds", evidenceIds.toArray(UUID[]::new));
    }

    /** The place that was judged, or else the first that a report claims which exists for that visibility. */
    Map<UUID, ProposedPlace> scenes(Collection<UUID> dossierIds, ReportVisibility visibility) {
        var query = session.createNativeQuery(
                """
                select distinct on (dossier_id) dossier_id, place, latitude, longitude, basis
                from (
                    select dossier.dossier_id, judged.place, judged.latitude, judged.longitude,
                        'JUDGED' as basis, 0 as position, judged.decided_at as since
                    from dossier
                    join verdict on verdict.verdict_id = dossier.verdict_id
                    join verdict_proposal judged on judged.proposal_id = verdict.proposal_id
                    where dossier.dossier_id = any(:dossierIds)
                    union all
                    select dossier_id, claimed_place, claimed_latitude, claimed_longitude, 'CLAIMED',
                        1, received_at
                    from dossier_report
                    join report using (report_id)
                    where dossier_id = any(:dossierIds) and %s) as scene
                where num_nonnulls(place, latitude) > 0
                order by dossier_id, position, since
                """.formatted(ReportVisibility.condition("dossier_report.report_id")), Tuple.class);
        visibility.parameters().forEach(query::setParameter);
        return query.setParameter("dossierIds", dossierIds.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("dossier_id", UUID.class), EvidencePlaceRepository::scene));
    }

    private static ProposedPlace scene(Tuple row) {
        return new ProposedPlace(
                row.get("place", String.class),
                row.get("latitude", Double.class),
                row.get("longitude", Double.class),
                ProposedPlace.Basis.valueOf(row.get("basis", String.class)));
    }

    boolean isHidden(UUID evidenceId) {
        return ScalarQuery.of(session, """
                        select exists (
                            select 1 from dossier_evidence
                            join dossier using (dossier_id)
                            where evidence_id = :evidenceId and dossier.compartment = 'INTERNAL_AFFAIRS')
                        """, Boolean.class)
                .setParameter("evidenceId", evidenceId)
                .getSingleResult();
    }

    /** What the first report says that brought the evidence and is described by now. */
    Optional<ClaimedCircumstances> firstClaim(UUID evidenceId) {
        return session.createNativeQuery("""
                        select published_at, claimed_occurred_at, received_at,
                            claimed_place, claimed_latitude, claimed_longitude
                        from sighting
                        join report using (report_id)
                        where evidence_id = :evidenceId
                        order by received_at, report_id
                        limit 1
                        """, Tuple.class)
                .setParameter("evidenceId", evidenceId)
                .uniqueResultOptional()
                .map(row -> new ClaimedCircumstances(
                        row.get("published_at", Instant.class),
                        row.get("claimed_occurred_at", Instant.class),
                        row.get("received_at", Instant.class),
                        row.get("claimed_place", String.class),
                        row.get("claimed_latitude", Double.class),
                        row.get("claimed_longitude", Double.class)));
    }
}
