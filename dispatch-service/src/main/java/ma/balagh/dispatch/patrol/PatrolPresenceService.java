package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
                        track(visit),
                        position -> places.contains(spot.cell(), position.latitude(), position.longitude())),
                moments.now());
        plans.touch(plan);
    }

    private List<Position> track(PatrolVisit visit) {
        var unit = visit.unitId();
        var start = visit.startAt();
        var end = visit.endAt();
        if (unit == null || start == null || end == null) {
            return List.of();
        }
        var tolerance = config.presence().tolerance();
        return tracks.points(unit, start.minus(tolerance), end.plus(tolerance));
    }
}
