package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What other features ask and change of dossiers, always in the caller's transaction. To change a dossier: lock it
 * before it is read in that transaction, change it, flush it, and only then publish events.
 */
@ApplicationScoped
public class Dossiers {

    private final DossierRepository repository;
    private final PlacementRepository placement;

    Dossiers(DossierRepository repository, PlacementRepository placement) {
        this.repository = repository;
        this.placement = placement;
    }

    /** The dossier, to be read only, if it exists for that sight. */
    public Optional<Dossier> find(UUID id, Sight sight) {
        return repository.find(id, sight);
    }

    /** Whether it exists for that sight; says so without reading what may change before it is locked. */
    public boolean isVisible(UUID id, Sight sight) {
        return repository.isVisible(id, sight);
    }

    /** The dossier, if it exists for that sight; nobody else changes it before the transaction ends. */
    public Optional<Dossier> lock(UUID id, Sight sight) {
        return repository.lock(id, sight);
    }

    /** For what the suite itself does with a dossier, on behalf of nobody. */
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

    /** Locks several in the order of their ids, as everybody does who needs more than one. */
    public void lockAll(Collection<UUID> ids) {
        ids.stream().sorted().distinct().forEach(this::lock);
    }

    /** Keeps everybody else from placing a report of that dossier anywhere before the transaction ends. */
    public void lockReportsOf(UUID id) {
        placement.lockReportsOf(id);
    }

    /** Those of them that exist for that sight. */
    public Set<UUID> existing(Collection<UUID> ids, Sight sight) {
        return ids.isEmpty() ? Set.of() : repository.existing(ids, sight);
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
