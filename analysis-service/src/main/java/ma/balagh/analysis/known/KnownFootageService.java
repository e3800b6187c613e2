package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.dossier.DossierVisibility;
import ma.balagh.analysis.examination.EvidencePlaces;
import ma.balagh.analysis.examination.KnownMedia;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ServiceWorkRunner;
import org.hibernate.exception.ConstraintViolationException;

/** Puts footage into the bank and takes it out, on behalf of the caller, and answers what is in it. */
@ApplicationScoped
class KnownFootageService implements KnownMedia {

    private static final String EVIDENCE_KEY = "known_footage_evidence_key";

    private final KnownFootageRepository repository;
    private final EvidencePlaces places;
    private final KnownFootageQuarantineService guard;
    private final Caller caller;
    private final Clock clock;
    private final ServiceWorkRunner serviceWork;

    KnownFootageService(
            KnownFootageRepository repository,
            EvidencePlaces places,
            KnownFootageQuarantineService guard,
            Caller caller,
            Clock clock,
            ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.places = places;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
        this.serviceWork = serviceWork;
    }

    void requireVisible(UUID evidenceId) {
        if (!places.dossiersSeenByCaller(Set.of(evidenceId)).containsKey(evidenceId)) {
            throw CommonProblem.notFound("this evidence");
        }
    }

    /** What the evidence matches, and will match, shows from now on what it is known as. */
    @Transactional
    KnownFootageView add(UUID evidenceId, Kind kind, String reference, String summary) {
        requireVisible(evidenceId);
        if (repository.isUnreadable(evidenceId)) {
            throw AnalysisProblem.NOTHING_TO_COMPARE.because("its examination could not read it");
        }
        var entry = KnownFootage.bank(evidenceId, kind, reference, summary, caller, clock.instant());
        repository.lockOfEvidence(evidenceId).ifPresent(before -> replace(before, entry));
        insert(entry);
        guard.look(evidenceId);
        return read(entry.id());
    }

    private void replace(KnownFootage before, KnownFootage entry) {
        if (before.isBanked()) {
            throw alreadyBanked();
        }
        entry.countFromNow();
        before.remove(caller, clock.instant());
        // Hibernate ORM would insert before it updates, and each evidence has one entry.
        repository.flush();
    }

    private void insert(KnownFootage entry) {
        try {
            repository.persistAndFlush(entry);
        } catch (ConstraintViolationException e) {
            throw EVIDENCE_KEY.equals(e.getConstraintName()) ? alreadyBanked() : e;
        }
    }

    List<KnownFootageView> list(PageRequest page) {
        return repository.list(ReportVisibility.of(caller), page);
    }

    KnownFootageView read(UUID id) {
        return repository
                .find(id, ReportVisibility.of(caller))
                .orElseThrow(() -> CommonProblem.notFound("this known footage"));
    }

    /** All that raises matches in that visibility, or keeps them from being raised; partners see no dossier that it is of. */
    List<KnownFootageView> banked(DossierVisibility visibility) {
        ReportVisibility reports = ReportVisibility.of(caller);
        return serviceWork.call(() -> repository.banked(visibility, reports));
    }

    /** An entry that is gone already stays as it went. */
    @Transactional
    void remove(UUID id) {
        repository.lock(id).ifPresent(entry -> entry.remove(caller, clock.instant()));
    }

    @Override
    public Map<UUID, Entry> of(Collection<UUID> evidenceIds) {
        return evidenceIds.isEmpty() ? Map.of() : repository.entriesOf(evidenceIds);
    }

    @Override
    public Set<UUID> harmless() {
        return repository.harmless();
    }

    private static RuntimeException alreadyBanked() {
        return AnalysisProblem.ALREADY_BANKED.because("remove it first to say something else about it");
    }
}
