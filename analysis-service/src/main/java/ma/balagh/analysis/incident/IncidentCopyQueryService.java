package ma.balagh.analysis.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads the copies of incidents. */
@ApplicationScoped
public class IncidentCopyQueryService {

    private final IncidentCopyRepository repository;

    IncidentCopyQueryService(IncidentCopyRepository repository) {
        this.repository = repository;
    }

    /** The newest incident of a dossier. */
    public Optional<IncidentCopy> newestOf(UUID dossierId) {
        return repository.newestOf(dossierId);
    }
}
