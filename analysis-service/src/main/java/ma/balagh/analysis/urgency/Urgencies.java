package ma.balagh.analysis.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierChanged;
import ma.balagh.analysis.dossier.Dossiers;
import ma.balagh.analysis.dossier.Lifecycle;
import ma.balagh.analysis.dossier.ReportDescribed;
import ma.balagh.analysis.examination.Examinations;
import ma.balagh.analysis.finding.Words;
import ma.balagh.analysis.verdict.MisconductAhead;
import ma.balagh.analysis.verdict.VerdictStands;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.Caller;
import org.jspecify.annotations.Nullable;

/** Keeps the urgency of each dossier that waits: reckoned anew with all that joins it, unless a person said otherwise. */
@ApplicationScoped
public class Urgencies {

    private final UrgencyStore store;
    private final Surroundings surroundings;
    private final Dossiers dossiers;
    private final Examinations examinations;
    private final UrgencyConfig config;
    private final Clock clock;

    Urgencies(
            UrgencyStore store,
            Surroundings surroundings,
            Dossiers dossiers,
            Examinations examinations,
            UrgencyConfig config,
            Clock clock) {
        this.store = store;
        this.surroundings = surroundings;
        this.dossiers = dossiers;
        this.examinations = examinations;
        this.config = config;
        this.clock = clock;
    }

    /** Runs in the transaction that changes the dossier, which is locked. */
    void dossierChanged(@Observes DossierChanged changed) {
        UUID id = changed.dossier().id();
        if (store.isCrowded(id)) {
            store.outdated(id, clock.instant());
        } else {
            reckon(changed.dossier());
        }
    }

    /** Of a crowded dossier nobody waits for the lock: the reports of a burst would hold up all others. */
    void reportDescribed(@Observes ReportDescribed described) {
        if (store.isCrowded(described.dossierId())) {
            store.outdatedUnlocked(described.dossierId(), clock.instant());
        } else {
            dossiers.lock(described.dossierId()).ifPresent(this::reckon);
        }
    }

    /** Those that were not reckoned anew with each of their many reports. */
    List<UUID> outdated() {
        return store.outdatedBefore(clock.instant().minus(config.crowdedPause()));
    }

    @Transactional
    void refresh(UUID dossierId) {
        dossiers.lock(dossierId).ifPresent(dossier -> {
            int unreckoned = store.unreckoned(dossierId);
            reckon(dossier);
            store.upToDate(dossierId, unreckoned);
        });
    }

    /** Reports come first, so that nobody puts one of them into a further dossier meanwhile. */
    void misconductAhead(@Observes MisconductAhead ahead) {
        UUID dossierId = ahead.dossierId();
        dossiers.lockReportsOf(dossierId);
        dossiers.lockAll(Stream.concat(Stream.of(dossierId), surroundings.touchedByHiding(dossierId).stream())
                .toList());
    }

    /** What went into the compartment must not show in the urgency of others. */
    void verdictStands(@Observes VerdictStands stands) {
        if (stands.verdict() == Verdict.POLICE_MISCONDUCT) {
            surroundings
                    .touchedByHiding(stands.dossierId())
                    .forEach(id -> dossiers.lock(id).ifPresent(this::reckon));
        }
    }

    private void reckon(Dossier dossier) {
        switch (dossier.lifecycle()) {
            case Lifecycle.Open open -> reckonWaiting(dossier);
            case Lifecycle.Proposed proposed -> reckonWaiting(dossier);
            case Lifecycle.Concluded concluded -> {}
            case Lifecycle.Joined joined -> {}
        }
    }

    private void reckonWaiting(Dossier dossier) {
        store.keep(dossier.id(), surroundings.reckon(dossier));
        order(dossier);
    }

    /**
     * Sets it to what a person says, or back to what is reckoned.
     *
     * @param level absent, like its reason, to go back
     */
    void change(Dossier dossier, @Nullable UrgencyLevel level, @Nullable String reason, Caller by) {
        dossier.requireWaiting();
        store.change(dossier.id(), level, reason, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        order(dossier);
    }

    /**
     * What a person said of a dossier stands for the one that it was joined to, where it is more urgent. Whoever calls has
     * locked both.
     */
    public void carryOver(UUID joinedId, Dossier into) {
        List<UrgencyView.ChangeView> said = store.changes(joinedId);
        @Nullable UrgencyLevel level = said.isEmpty() ? null : said.getLast().level();
        if (level != null && level.compareTo(standing(into).level()) < 0) {
            store.carryOver(joinedId, into.id());
            order(into);
        }
    }

    private void order(Dossier dossier) {
        Standing standing = standing(dossier);
        store.order(dossier.id(), standing.level(), standing.lookBy());
        examinations.examineBy(store.evidenceIn(dossier.id()), standing.lookBy());
    }

    /** The urgency as it stands, told in that language. Whether the caller may see the dossier is for whoever asks to check. */
    public UrgencyView of(Dossier dossier, Words words) {
        return standing(dossier).told(words);
    }

    private Standing standing(Dossier dossier) {
        UrgencyStore.Kept kept = store.reckoned(dossier.id())
                .orElseGet(() -> new UrgencyStore.Kept(UrgencyLevel.NORMAL, Map.of(), dossier.openedAt()));
        return Standing.of(kept, store.changes(dossier.id()), config);
    }
}
