package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Where evidence stands, as far as dossiers, and the reports that brought it, exist for the caller. */
@ApplicationScoped
class SeenEvidencePlaces implements EvidencePlaces {

    private record Place(UUID evidenceId, UUID dossierId) {}

    private final Jdbi jdbi;
    private final Caller caller;

    SeenEvidencePlaces(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    @Override
    public Map<UUID, UUID> dossiersSeenByCaller(Collection<UUID> evidenceIds) {
        return places(evidenceIds, Sight.of(caller)).stream()
                .collect(Collectors.toMap(Place::evidenceId, Place::dossierId));
    }

    @Override
    public Set<UUID> counterpartsKnownToCaller(Collection<UUID> evidenceIds) {
        return places(evidenceIds, Sight.of(caller).forMatches()).stream()
                .map(Place::evidenceId)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, ProposedPlace> scenesOf(Collection<UUID> dossierIds) {
        if (dossierIds.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> ReportSight.of(caller)
                .bindTo(handle.createQuery("""
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
                        """.formatted(ReportSight.condition("dossier_report.report_id"))))
                .bindArray("dossierIds", UUID.class, dossierIds)
                .reduceRows(new HashMap<>(), (scenes, row) -> {
                    scenes.put(row.getColumn("dossier_id", UUID.class), scene(row));
                    return scenes;
                }));
    }

    private static ProposedPlace scene(RowView row) {
        return new ProposedPlace(
                row.getColumn("place", String.class),
                row.getColumn("latitude", Double.class),
                row.getColumn("longitude", Double.class),
                ProposedPlace.Basis.valueOf(row.getColumn("basis", String.class)));
    }

    @Override
    public boolean isHidden(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select 1 from dossier_evidence
                            join dossier using (dossier_id)
                            where evidence_id = :id and dossier.compartment = 'INTERNAL_AFFAIRS')
                        """)
                .bind("id", evidenceId)
                .mapTo(Boolean.class)
                .one());
    }

    private List<Place> places(Collection<UUID> evidenceIds, Sight sight) {
        if (evidenceIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> ReportSight.of(caller)
                .bindTo(sight.bindTo(handle.createQuery("""
                        select evidence_id, dossier_id
                        from dossier_evidence
                        join dossier using (dossier_id)
                        where evidence_id = any(:evidenceIds) and %s and %s
                        """.formatted(
                                Sight.CONDITION, ReportSight.conditionOfEvidence("dossier_evidence.evidence_id")))))
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .map(row ->
                        new Place(row.getColumn("evidence_id", UUID.class), row.getColumn("dossier_id", UUID.class)))
                .list());
    }
}
