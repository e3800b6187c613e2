package ma.balagh.analysis.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads what is known about incidents. */
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
