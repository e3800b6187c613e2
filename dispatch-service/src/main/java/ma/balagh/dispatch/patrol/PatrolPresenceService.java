package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.blackspot.SpotPlaceService;
import ma.balagh.dispatch.position.UnitTrackService;
import ma.balagh.dispatch.unit.Position;

/** The dosage that was delivered: how long units were in the cells that they were meant to visit, by their positions. */
@ApplicationScoped
class PatrolPresenceService {

    static final int MOST_AT_ONCE = 50;

    private final PatrolPlanRepository plans;
    private final PatrolVisitRepository visits;
    private final UnitTrackService tracks;
    private final SpotPlaceService places;
    private final PatrolConfig config;
    private final VisitPresenceCalculator calculator;
    private final Timestamps moments;

    PatrolPresenceService(
            PatrolPlanRepository plans,
            PatrolVisitRepository visits,
            UnitTrackService tracks,
            SpotPlaceService places,
            PatrolConfig config,
            Timestamps moments) {
        this.plans = plans;
        this.visits = visits;
        this.tracks = tracks;
        this.places = places;
        this.config = config;
        this.calculator = new VisitPresenceCalculator(config.presence().silence());
        this.moments = moments;
    }

    /** @return how many were measured; where they are as many as are looked at in one go, more may wait */
    @Transactional
    int measure() {
        var settled = config.presence().settle().plus(config.presence().tolerance());
        var due = visits.unmeasured(moments.now().minus(settled), MOST_AT_ONCE);
        due.forEach(this::measure);
        return due.size();
    }

    private void measure(PatrolVisit visit) {
        var plan = plans.findById(visit.planId());
        var spot = plan.spots().get(visit.spot());
        visit.measure(
                calculator.of(
                        track(plan, visit),
                        position -> places.contains(spot.cell(), position.latitude(), position.longitude())),
                moments.now());
        plans.touch(plan);
    }

    /** What lies between two visits of the unit to one cell counts for the nearer one: plans may secure two places in it. */
    private List<Position> track(PatrolPlan plan, PatrolVisit visit) {
        var unit = visit.unitId();
        var start = visit.startAt();
        var end = visit.endAt();
        if (unit == null || start == null || end == null) {
            return List.of();
        }
        var cell = plan.spots().get(visit.spot()).cell();
        var from = start.minus(config.presence().tolerance());
        var to = end.plus(config.presence().tolerance());
        for (var other : visits.shown(plan.id())) {
            var begins = other.startAt();
            var ends = other.endAt();
            boolean shares = unit.equals(other.unitId())
                    && cell.equals(plan.spots().get(other.spot()).cell());
            if (shares && ends != null && !ends.isAfter(start)) {
                from = Collections.max(List.of(from, between(ends, start)));
            }
            if (shares && begins != null && !begins.isBefore(end)) {
                to = Collections.min(List.of(to, between(end, begins)));
            }
        }
        return tracks.points(unit, from, to);
    }

    private static Instant between(Instant one, Instant other) {
        return one.plus(Duration.between(one, other).dividedBy(2));
    }
}
