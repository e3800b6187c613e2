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
import ma.balagh.dispatch.clock.ClockService;

/** Keeps what presumed offences are told with. */
@ApplicationScoped
public class VerdictFactsService {

    private final VerdictFactsRepository repository;
    private final ClockService clocks;

    VerdictFactsService(VerdictFactsRepository repository, ClockService clocks) {
        this.repository = repository;
        this.clocks = clocks;
    }

    @Transactional
    public void apply(VerdictEvent event) {
        if (event instanceof VerdictReached reached && reached.verdict() == Verdict.PRESUMED_OFFENCE) {
            repository.insert(VerdictFacts.of(reached));
        }
    }

    /** With the reports that came since; empty for a verdict of a release that told nothing. */
    public Optional<VerdictFacts> of(UUID verdictId) {
        return repository.find(verdictId).map(this::withLaterReports);
    }

    /** While a verdict stands, reports join its dossier and none leaves it: of two figures, the higher one is the later. */
    private VerdictFacts withLaterReports(VerdictFacts told) {
        Integer reports = told.reports();
        return reports == null
                ? told
                : told.withReports(Math.max(reports, clocks.reports(told.dossierId(), told.jurisdiction())));
    }

    /** What people wrote for these verdicts: summaries, and which way somebody fled. */
    public List<String> accounts(Collection<UUID> verdictIds) {
        return repository.accounts(verdictIds);
    }
}
