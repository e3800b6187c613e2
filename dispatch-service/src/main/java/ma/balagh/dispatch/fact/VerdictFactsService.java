package ma.balagh.dispatch.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;

/** Keeps what presumed offences are told with. */
@ApplicationScoped
public class VerdictFactsService {

    private final VerdictFactsRepository repository;

    VerdictFactsService(VerdictFactsRepository repository) {
        this.repository = repository;
    }

    @Transactional
    public void apply(VerdictEvent event) {
        if (event instanceof VerdictReached reached && reached.verdict() == Verdict.PRESUMED_OFFENCE) {
            repository.insert(VerdictFacts.of(reached));
        }
    }

    /** Empty for a verdict of a release that told nothing. */
    public Optional<VerdictFacts> of(UUID verdictId) {
        return repository.find(verdictId);
    }

    /** What people wrote for these verdicts: summaries, and which way somebody fled. */
    public List<String> accounts(Collection<UUID> verdictIds) {
        return repository.accounts(verdictIds);
    }
}
