package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/** The evidence that was judged as misconduct: of the staff, internal affairs alone see it, whichever report it stands in. */
@ApplicationScoped
public class EvidenceCompartmentService {

    private final EvidenceRepository repository;

    EvidenceCompartmentService(EvidenceRepository repository) {
        this.repository = repository;
    }

    /** For good; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hide(Collection<UUID> ids) {
        repository.hide(ids);
    }
}
