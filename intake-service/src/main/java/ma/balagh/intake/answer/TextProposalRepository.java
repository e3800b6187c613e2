package ma.balagh.intake.answer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code answer_text_proposal}. */
@ApplicationScoped
class TextProposalRepository implements PanacheRepositoryBase<ProposedText, UUID> {

    /** Until the transaction ends, nobody else proposes or decides. */
    void lock() {
        getSession()
                .createNativeMutationQuery("lock table answer_text_proposal in share row exclusive mode")
                .executeUpdate();
    }

    /** Those that wait for a second person. */
    List<ProposedText> pending() {
        return list("decision is null");
    }

    Optional<ProposedText> find(String key, UUID id) {
        return find("textKey = ?1 and id = ?2", key, id).firstResultOptional();
    }
}
