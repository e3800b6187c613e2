package ma.balagh.dispatch.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.http.CommonProblem;
import org.jspecify.annotations.Nullable;

/** Units for an incident, best first. */
@ApplicationScoped
public class UnitProposalService {

    /** A code that is no country's. */
    private static final String NOWHERE = "ZZ";

    /** The id of no incident. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final IncidentQueryService incidents;
    private final CandidateFinder candidates;
    private final TravelTimes travelTimes;
    private final RecommendationConfig config;
    private final DutyConfig rules;
    private final Timestamps moments;

    UnitProposalService(
            IncidentQueryService incidents,
            CandidateFinder candidates,
            TravelTimes travelTimes,
            RecommendationConfig config,
            DutyConfig rules,
            Timestamps moments) {
        this.incidents = incidents;
        this.candidates = candidates;
        this.travelTimes = travelTimes;
        this.config = config;
        this.rules = rules;
        this.moments = moments;
    }

    /** A unit that could be sent at once. */
    public record Proposal(UUID unitId, String callSign) {}

    /**
     * The best unit that could be sent at once.
     *
     * @param except that is waited for already; null where none is
     */
    @Transactional
    public Optional<Proposal> next(UUID incidentId, @Nullable UUID except) {
        return recommend(incidentId).stream()
                .filter(unit -> unit.available() && !unit.unitId().equals(except))
                .findFirst()
                .map(unit -> new Proposal(unit.unitId(), unit.callSign()));
    }

    /** The best unit that could be sent at once, of those of which it is known how long they take. */
    @Transactional
    public Optional<Proposal> nearest(UUID incidentId) {
        return recommend(incidentId).stream()
                .filter(unit -> unit.available() && unit.estimatedSeconds() != null)
                .findFirst()
                .map(unit -> new Proposal(unit.unitId(), unit.callSign()));
    }

    /** Looks for units where there are none: the first look of a process takes much longer than those after it. */
    @Transactional
    public void rehearse() {
        var nowhere = new GeoPoint(0, 0);
        recommend(
                NOTHING, new RecommendationService.Need(nowhere, NOWHERE, 1), nowhere.latitude(), nowhere.longitude());
    }

    @Transactional
    List<Recommendation> recommend(UUID incidentId) {
        var incident = incidents.find(incidentId).orElseThrow(() -> CommonProblem.notFound("the incident"));
        var need = new RecommendationService.Need(
                incident.offence().point().orElse(null),
                incident.jurisdiction(),
                incident.offence().severity());
        return recommend(
                incidentId,
                need,
                incident.offence().latitude(),
                incident.offence().longitude());
    }

    private List<Recommendation> recommend(
            UUID incidentId, RecommendationService.Need need, @Nullable Double latitude, @Nullable Double longitude) {
        var found = candidates.around(incidentId, need.jurisdiction(), latitude, longitude);
        return new RecommendationService(travelTimes, config, rules, moments.now())
                .recommend(need, found.units(), found.stacking());
    }
}
