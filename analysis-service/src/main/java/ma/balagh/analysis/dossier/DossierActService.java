package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what people did to dossiers as a whole, in the transaction of the act; never changed afterwards. */
@ApplicationScoped
public class DossierActService {

    private final DossierActRepository repository;

    DossierActService(DossierActRepository repository) {
        this.repository = repository;
    }

    public void add(DossierAct act) {
        add(act, null);
    }

    /** @param reopeningId the proposal of two people that the act carries out */
    public void add(DossierAct act, @Nullable UUID reopeningId) {
        repository.add(act, reopeningId);
    }

    /**
     * What was done to a dossier that exists for the caller, oldest first. The other dossier is named where it exists for
     * the caller, too; a separation whose other dossier does not is shown to internal affairs only.
     */
    public List<DossierActView> of(UUID dossierId) {
        return repository.list(dossierId);
    }

    /** Where everything of a joined dossier stands now, if that exists for the caller. */
    public Optional<UUID> leadsTo(UUID dossierId) {
        return repository.leadsTo(dossierId);
    }
}
