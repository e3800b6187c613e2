package ma.balagh.analysis.verdict;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code reopening_proposal}. The caller has locked the dossier in the same transaction. */
@ApplicationScoped
class ReopeningRepository implements PanacheRepositoryBase<ReopeningProposal, UUID> {

    Optional<ReopeningProposal> find(UUID dossierId, UUID id) {
        return find("dossierId = ?1 and id = ?2", dossierId, id).firstResultOptional();
    }

    /** Whether one waits for its decision. */
    boolean isPending(UUID dossierId) {
        return count("dossierId = ?1 and decision.choice is null", dossierId) > 0;
    }

    /** The proposals to reopen a dossier, oldest first. */
    List<ReopeningProposal> of(UUID dossierId) {
        return list("dossierId = ?1 order by id", dossierId);
    }
}
