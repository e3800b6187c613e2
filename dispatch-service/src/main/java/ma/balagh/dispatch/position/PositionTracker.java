package ma.balagh.dispatch.position;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.unit.Position;

/** Sightings that are judged together, one after the other, each against what the ones before made known. */
final class PositionTracker {

    /** A position that has become a point of a track. */
    record TrackPoint(UUID unitId, Position position) {}

    private final PositionRules rules;
    private final Map<UUID, KnownUnit> known;
    private final Map<UUID, KnownUnit> moved = new HashMap<>();
    private final List<TrackPoint> points = new ArrayList<>();

    PositionTracker(PositionRules rules, Map<UUID, KnownUnit> known) {
        this.rules = rules;
        this.known = new HashMap<>(known);
    }

    SightingOutcome take(UnitSighting sighting) {
        var unit = known.get(sighting.unitId());
        if (unit == null || !sighting.isAllowedOf(unit)) {
            return new SightingOutcome.NotFound();
        }
        if (sighting.isAmbiguousOf(unit)) {
            return new SightingOutcome.Ambiguous(unit.callSign());
        }
        var last = unit.last();
        var position = sighting.position();
        // Phones send again what a bad network held back.
        if (last != null && !position.at().isAfter(last.at())) {
            return new SightingOutcome.Known(last);
        }
        double speed = last == null ? 0 : rules.speed(last, position);
        if (!rules.isPlausible(speed)) {
            return new SightingOutcome.Implausible(Math.round(speed));
        }
        move(sighting.unitId(), unit, position);
        return new SightingOutcome.Known(position);
    }

    private void move(UUID unitId, KnownUnit unit, Position position) {
        boolean isPoint = rules.isPoint(unit.tracked(), position);
        if (isPoint) {
            points.add(new TrackPoint(unitId, position));
        }
        var now = unit.movedTo(position, isPoint);
        known.put(unitId, now);
        moved.put(unitId, now);
    }

    /** Units that are elsewhere, or later, than before. */
    Map<UUID, KnownUnit> moved() {
        return Map.copyOf(moved);
    }

    List<TrackPoint> points() {
        return List.copyOf(points);
    }
}
