package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;

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
