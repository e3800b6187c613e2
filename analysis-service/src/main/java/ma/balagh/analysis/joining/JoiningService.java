package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierReadinessService;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.urgency.UrgencyService;
import ma.balagh.analysis.verdict.VerdictService;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.http.ProblemException;

/** Joins two dossiers that are about one event. */
@ApplicationScoped
class JoiningService {

    private final DossierService dossiers;
    private final JoiningRepository repository;
    private final DossierReadinessService readiness;
    private final DossierHistory history;
    private final VerdictService verdicts;
    private final UrgencyService urgencies;

    JoiningService(
            DossierService dossiers,
            JoiningRepository repository,
            DossierReadinessService readiness,
            DossierHistory history,
            VerdictService verdicts,
            UrgencyService urgencies) {
        this.dossiers = dossiers;
        this.repository = repository;
        this.readiness = readiness;
        this.history = history;
        this.verdicts = verdicts;
        this.urgencies = urgencies;
    }

    /** Makes a dossier part of another one. Whoever calls has locked both, and knows that the first is open. */
    @Transactional
    DossierAct join(Dossier into, Dossier joined, Actor actor) {
        Instant at = history.timeOfMove(List.of(into, joined));
        DossierAct act = merge(into, joined, actor, at);
        settle(into, List.of(joined), at);
        return act;
    }

    /** The same where nobody does it, into a dossier that may be concluded. */
    void joinByItself(Dossier into, Dossier joined) {
        Instant at = history.timeOfMove(List.of(into, joined));
        move(into, joined, at);
        history.tell(new DossiersMerged(joined.id(), into.id(), at));
        settle(into, List.of(joined), at);
    }

    /** Writes a dossier to which others were merged: its readiness, and how urgent people said that those are. */
    void settle(Dossier into, List<Dossier> merged, Instant at) {
        readiness.settle(into, at);
        merged.forEach(joined -> urgencies.carryOver(joined.id(), into));
    }

    /** Joining, where whoever calls settles the dossier afterwards, once for all that are joined to it. */
    DossierAct merge(Dossier into, Dossier joined, Actor actor, Instant at) {
        move(into, joined, at);
        return history.keep(actor.joined(into.id(), joined.id(), at), new DossiersMerged(joined.id(), into.id(), at));
    }

    private void move(Dossier into, Dossier joined, Instant at) {
        joined.requireOpen();
        requireNoVerdictBefore(joined);
        repository.moveAll(joined.id(), into.id(), at);
        repository.lead(joined.id(), into.id());
        joined.join();
        dossiers.flush();
    }

    /** What an earlier verdict started, such as an incident, is told of its dossier and must find it there. */
    private void requireNoVerdictBefore(Dossier joined) {
        if (verdicts.everReached(joined.id())) {
            throw illegal("a verdict stood in dossier %s before, so that the other one is to be joined to it"
                    .formatted(joined.id()));
        }
    }

    private static ProblemException illegal(String why) {
        return AnalysisProblem.ILLEGAL_TRANSITION.because(why);
    }
}
