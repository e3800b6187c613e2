package ma.balagh.dispatch.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Writes the sightings of many callers in one transaction. */
@ApplicationScoped
class PositionWriter {

    private final PositionRepository repository;
    private final UnitTrackRepository tracks;
    private final PositionRules rules;

    PositionWriter(PositionRepository repository, UnitTrackRepository tracks, PositionConfig config) {
        this.repository = repository;
        this.tracks = tracks;
        this.rules = new PositionRules(config);
    }

    /**
     * Works for all of the callers and so sees every unit: {@link UnitSighting#isAllowedOf} is what says whose unit it is.
     *
     * @return for each sighting, in their order, what became of it
     */
    @Transactional
    List<SightingOutcome> write(List<UnitSighting> sightings) {
        var unitIds = new LinkedHashSet<UUID>();
        sightings.forEach(sighting -> unitIds.add(sighting.unitId()));
        var tracker = new PositionTracker(rules, repository.find(unitIds));
        var outcomes = new ArrayList<SightingOutcome>(sightings.size());
        sightings.forEach(sighting -> outcomes.add(tracker.take(sighting)));
        if (!tracker.moved().isEmpty()) {
            repository.save(tracker.moved());
        }
        if (!tracker.points().isEmpty()) {
            tracks.add(tracker.points());
        }
        return outcomes;
    }
}
