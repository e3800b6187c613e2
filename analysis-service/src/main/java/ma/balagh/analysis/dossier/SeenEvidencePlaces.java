package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;

/** Where evidence stands, as far as dossiers exist for the caller. */
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
        if (evidenceIds.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> Sight.of(caller)
                .bindTo(handle.createQuery("""
                        select evidence_id, dossier_id
                        from dossier_evidence
                        join dossier using (dossier_id)
                        where evidence_id = any(:evidenceIds) and
                        """ + Sight.CONDITION))
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .map(row ->
                        new Place(row.getColumn("evidence_id", UUID.class), row.getColumn("dossier_id", UUID.class)))
                .stream()
                .collect(Collectors.toMap(Place::evidenceId, Place::dossierId)));
    }
}
