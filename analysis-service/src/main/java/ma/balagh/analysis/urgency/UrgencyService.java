package ma.balagh.analysis.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierChanged;
import ma.balagh.analysis.dossier.DossierLifecycle;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.dossier.ReportDescribed;
import ma.balagh.analysis.examination.Examinations;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.verdict.DependentDossiers;
import ma.balagh.analysis.verdict.VerdictConfirmed;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.Caller;
import org.jspecify.annotations.Nullable;

/** Keeps the urgency of each open dossier: recomputed with each new report, unless a person set it. */
@ApplicationScoped
public class UrgencyService implements DependentDossiers {

    private final UrgencyRepository repository;
    private final UrgencyScoreService facts;
    private final DossierService dossiers;
    private final Examinations examinations;
    private final UrgencyConfig config;
    private final Clock clock;

    UrgencyService(
            UrgencyRepository repository,
            UrgencyScoreService facts,
            DossierService dossiers,
            Examinations examinations,
            UrgencyConfig config,
            Clock clock) {
        this.repository = repository;
        this.facts = facts;
        this.dossiers = dossiers;
        this.examinations = examinations;
        this.config = config;
        this.clock = clock;
    }

    /** Runs in the transaction that changes the dossier, which is locked. */
    void dossierChanged(@Observes DossierChanged changed) {
        UUID id = changed.dossier().id();
        if (repository.isCrowded(id)) {
            repository.outdated(id, clock.instant());
        } else {
            reckon(changed.dossier());
        }
    }

    /** Of a crowded dossier nobody waits for the lock: the reports of a burst would hold up all others. */
    void reportDescribed(@Observes ReportDescribed described) {
        if (repository.isCrowded(described.dossierId())) {
            repository.outdatedUnlocked(described.dossierId(), clock.instant());
        } else {
            dossiers.lock(described.dossierId()).ifPresent(this::reckon);
        }
    }

    /** Those that were not reckoned anew with each of their many reports. */
    @Transactional
    List<UUID> outdated() {
        return repository.outdatedBefore(clock.instant().minus(config.crowdedPause()));
    }

    @Transactional
    void refresh(UUID dossierId) {
        dossiers.lock(dossierId).ifPresent(dossier -> {
            int unreckoned = repository.unreckoned(dossierId);
            reckon(dossier);
            repository.upToDate(dossierId, unreckoned);
        });
    }

    @Override
    public List<UUID> on(UUID dossierId) {
        return facts.dependentOn(dossierId);
    }

    /** What went into the compartment must not show in the urgency of others, which the decision has locked. */
    void verdictConfirmed(@Observes VerdictConfirmed confirmed) {
        if (confirmed.verdict() == Verdict.POLICE_MISCONDUCT) {
            facts.dependentOn(confirmed.dossierId())
                    .forEach(id -> dossiers.lock(id).ifPresent(this::reckon));
        }
    }

    private void reckon(Dossier dossier) {
        switch (dossier.lifecycle()) {
            case DossierLifecycle.Open open -> reckonWaiting(dossier);
            case DossierLifecycle.Proposed proposed -> reckonWaiting(dossier);
            case DossierLifecycle.Concluded concluded -> {}
            case DossierLifecycle.Joined joined -> {}
        }
    }

    private void reckonWaiting(Dossier dossier) {
        repository.keep(dossier.id(), facts.score(dossier));
        order(dossier);
    }

    /**
     * Sets it to what a person says, or back to what is reckoned.
     *
     * @param level absent, like its reason, to go back
     */
    void change(Dossier dossier, @Nullable UrgencyLevel level, @Nullable String reason, Caller by) {
        dossier.requireWaiting();
        repository.change(dossier.id(), level, reason, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        order(dossier);
    }

    /**
     * What a person said of a dossier stands for the one that it was joined to, where it is more urgent. One that is
     * concluded waits for nobody. Whoever calls has locked both.
     */
    public void carryOver(UUID joinedId, Dossier into) {
        if (into.lifecycle() instanceof DossierLifecycle.Concluded) {
            return;
        }
        List<UrgencyView.ChangeView> said = repository.changes(joinedId);
        @Nullable UrgencyLevel level = said.isEmpty() ? null : said.getLast().level();
        if (level != null && level.compareTo(effective(into).level()) < 0) {
            repository.carryOver(joinedId, into.id());
            order(into);
        }
    }

    private void order(Dossier dossier) {
        EffectiveUrgency effective = effective(dossier);
        repository.order(dossier.id(), effective.level(), effective.lookBy());
        examinations.examineBy(repository.evidenceIn(dossier.id()), effective.lookBy());
    }

    /**
     * The urgency as it stands, told in that language. Whether the caller may see the dossier is for whoever asks to
     * check.
     */
    public UrgencyView of(Dossier dossier, FindingTexts words) {
        return effective(dossier).told(words);
    }

    private EffectiveUrgency effective(Dossier dossier) {
        UrgencyRepository.Kept kept = repository
                .reckoned(dossier.id())
                .orElseGet(() -> new UrgencyRepository.Kept(UrgencyLevel.NORMAL, Map.of(), dossier.openedAt()));
        return EffectiveUrgency.of(kept, repository.changes(dossier.id()), config);
    }
}
