package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.intake.FieldOrigin;

/** Where the evidence belongs that crews bring, always in the caller's transaction. */
@ApplicationScoped
public class CrewEvidenceService {

    private final CrewEvidenceRepository repository;

    CrewEvidenceService(CrewEvidenceRepository repository) {
        this.repository = repository;
    }

    /** Keeps what the crew says: the event that its unit was sent may come later. */
    void keep(UUID evidenceId, FieldOrigin field) {
        repository.keep(evidenceId, field);
    }

    /**
     * The dossier that the crew names, if its unit was sent for it. Until this transaction ends, no event can say that
     * another unit was sent for that dossier.
     */
    Optional<UUID> dossierOf(FieldOrigin field) {
        repository.lock(field.dossierId());
        return repository.dossierOfUnit(field);
    }

    /** The open dossiers that hold nothing but what the crew of that unit brought for that dossier, in the order of ids. */
    public List<UUID> strays(UUID dossierId, String callSign) {
        return repository.strays(dossierId, callSign).stream()
                .filter(stray -> repository
                        .dossierOfUnit(new FieldOrigin(dossierId, callSign, stray.jurisdictions()))
                        .isPresent())
                .map(CrewEvidenceRepository.Stray::dossierId)
                .distinct()
                .toList();
    }
}
