package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;

/** Puts footage into the bank and takes it out, on behalf of the caller. */
@ApplicationScoped
class Bank {

    private final KnownFootageStore store;
    private final EvidencePlaces places;
    private final FloodGuard guard;
    private final Caller caller;
    private final Clock clock;

    Bank(KnownFootageStore store, EvidencePlaces places, FloodGuard guard, Caller caller, Clock clock) {
        this.store = store;
        this.places = places;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
    }

    void requireVisible(UUID evidenceId) {
        if (!places.dossiersSeenByCaller(Set.of(evidenceId)).containsKey(evidenceId)) {
            throw CommonProblem.notFound("this evidence");
        }
    }

    /** What the evidence matches, and will match, shows from now on what it is known as. */
    @Transactional
    KnownFootage add(UUID evidenceId, Kind kind, String reference, String summary) {
        requireVisible(evidenceId);
        if (store.isUnreadable(evidenceId)) {
            throw AnalysisProblem.NOTHING_TO_COMPARE.because("its examination could not read it");
        }
        Instant countedFrom = store.lock(evidenceId).map(this::takenUpAgain).orElse(Instant.EPOCH);
        UUID id = store.add(evidenceId, kind, reference, summary, countedFrom, caller)
                .orElseThrow(Bank::alreadyBanked);
        guard.look(evidenceId);
        return read(id);
    }

    KnownFootage read(UUID id) {
        return store.find(id, Sight.of(caller), ReportSight.of(caller))
                .orElseThrow(() -> CommonProblem.notFound("this known footage"));
    }

    @Transactional
    void remove(KnownFootage entry) {
        store.remove(entry.id(), caller);
    }

    /**
     * Makes room for another entry.
     *
     * @return from when on its matches count: those from before are known to who banks what was set aside for them
     */
    private Instant takenUpAgain(KnownFootageStore.Held before) {
        return switch (before.state()) {
            case BANKED -> throw alreadyBanked();
            case QUARANTINED -> {
                store.remove(before.id(), caller);
                yield clock.instant();
            }
        };
    }

    private static RuntimeException alreadyBanked() {
        return AnalysisProblem.ALREADY_BANKED.because("remove it first to say something else about it");
    }
}
