package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people did to dossiers as a whole; written in the transaction that does it, never changed. */
@ApplicationScoped
public class Acts {

    private final ActRepository repository;

    Acts(ActRepository repository) {
        this.repository = repository;
    }

    public void add(Act act) {
        add(act, null);
    }

    /** @param reopeningId the proposal of two people that the act carries out */
    public void add(Act act, @Nullable UUID reopeningId) {
        repository.add(act, reopeningId);
    }

    /**
     * What was done to a dossier that exists for that sight, oldest first. The other dossier is named where it exists for
     * that sight, too; a separation into one that has come into the compartment since is not told at all.
     */
    public List<ActView> of(UUID dossierId, Sight sight) {
        return repository.list(dossierId, sight);
    }

    /** Where everything of a joined dossier stands now, if that exists for that sight. */
    public Optional<UUID> leadsTo(UUID dossierId, Sight sight) {
        return repository.leadsTo(dossierId, sight);
    }
}
