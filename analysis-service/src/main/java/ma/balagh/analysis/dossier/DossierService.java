package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * The interface of dossiers for other features, always in the caller's transaction. To change a dossier: lock it before
 * it is read in that transaction, change it, flush it, and only then publish events.
 */
@ApplicationScoped
public class DossierService {

    private final DossierRepository repository;
    private final DossierPlacementRepository placement;
    private final DossierActRepository acts;
    private final ServiceWorkRunner serviceWork;

    DossierService(
            DossierRepository repository,
            DossierPlacementRepository placement,
            DossierActRepository acts,
            ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.placement = placement;
        this.acts = acts;
        this.serviceWork = serviceWork;
    }

    /** The dossier, to be read only. */
    public Optional<Dossier> find(UUID id) {
        return repository.findByIdOptional(id);
    }

    /** Whether it exists for the caller; says so without reading what may change before it is locked. */
    public boolean isVisible(UUID id) {
        return repository.isVisible(id);
    }

    /** The dossier; nobody else changes it before the transaction ends. */
    public Optional<Dossier> lock(UUID id) {
        return repository.lock(id);
    }

    /**
     * Locks the dossier that something stands in, for what the suite itself does. While the lock was waited for, somebody
     * may have moved the thing to another dossier: then that one is locked.
     */
    Optional<Dossier> lockAt(Supplier<Optional<UUID>> place) {
        Optional<UUID> found = place.get();
        while (found.isPresent()) {
            Optional<Dossier> dossier = lock(found.get());
            Optional<UUID> now = place.get();
            if (now.equals(found)) {
                return dossier;
            }
            found = now;
        }
        return Optional.empty();
    }

    /**
     * Locks several in the order of their ids, as everybody does who needs more than one, whether the caller sees them
     * or not.
     */
    public void lockAll(Collection<UUID> ids) {
        serviceWork.run(() -> ids.stream().sorted().distinct().forEach(this::lock));
    }

    /**
     * Keeps everybody else from placing a report of that dossier anywhere before the transaction ends, whether the caller
     * sees the report or not.
     */
    public void lockReportsOf(UUID id) {
        serviceWork.run(() -> placement.lockReportsOf(id));
    }

    /**
     * When something is moved between locked dossiers now: after all that came into them and was done to them, and after
     * their conclusion, whatever another replica's clock said then. Services that hear of the moves in another order sort
     * them by these times.
     */
    public Instant timeOfMove(Collection<Dossier> dossiers, Instant now) {
        List<UUID> ids = dossiers.stream().map(Dossier::id).toList();
        Instant later = dossiers.stream()
                .map(dossier -> dossier.timeOfJoining(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        return serviceWork.call(() -> after(acts.newestJoining(ids), after(acts.newest(ids), later)));
    }

    /** The same for a report or an evidence that joins a locked dossier by itself. */
    Instant timeOfJoining(Dossier dossier, Instant now) {
        return after(acts.newest(List.of(dossier.id())), dossier.timeOfJoining(now));
    }

    private static Instant after(@Nullable Instant earlier, Instant now) {
        return earlier == null || now.isAfter(earlier)
                ? now
                : earlier.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }

    /** Those of them that exist for the caller. */
    public Set<UUID> existing(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : repository.existing(ids);
    }

    /** Whether it lies in the compartment of internal affairs; false for one that is not there. */
    public boolean isHidden(UUID id) {
        return repository.isHidden(id);
    }

    /**
     * What lies in the compartment by the verdict on a dossier.
     *
     * @param reportIds those that stand in no dossier outside
     * @param evidenceIds all that was judged
     */
    public record Hidden(List<UUID> reportIds, List<UUID> evidenceIds) {

        public static final Hidden NOTHING = new Hidden(List.of(), List.of());
    }

    /** Of a dossier that is locked, with its reports. */
    public Hidden hiddenWith(UUID id) {
        return new Hidden(repository.hiddenReports(id), repository.evidenceIn(id));
    }

    public void add(Dossier dossier) {
        repository.persistAndFlush(dossier);
    }

    /** Writes what was changed of locked dossiers, so that statements read it and the database's rules have answered. */
    public void flush() {
        repository.flush();
    }
}
