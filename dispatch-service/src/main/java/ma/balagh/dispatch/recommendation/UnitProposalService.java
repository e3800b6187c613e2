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
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.IncidentNeed;
import ma.balagh.dispatch.runcard.IncidentType;
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

    /**
     * A unit that could be sent at once.
     *
     * @param role of the run card that it fits and that is open; null where there is none
     */
    public record Proposal(
            UUID unitId, String callSign, @Nullable AssignmentRole role) {}

    /**
     * The best unit that could be sent at once: one that fits the run card, where it is there soon enough.
     *
     * @param except that is waited for already, so that what it is to do counts as open; null where none is
     */
    @Transactional
    public Optional<Proposal> next(UUID incidentId, @Nullable UUID except) {
        return best(replacing(except, incidentId).stream()
                .filter(unit -> unit.available() && !unit.unitId().equals(except))
                .toList());
    }

    /** The same, of those of which it is known how long they take. */
    @Transactional
    public Optional<Proposal> nearest(UUID incidentId) {
        return best(recommend(incidentId).stream()
                .filter(unit -> unit.available() && unit.estimatedSeconds() != null)
                .toList());
    }

    /** The first that fits the run card, unless the first of all is there much sooner. */
    private Optional<Proposal> best(List<Recommendation> ordered) {
        return ordered.stream()
                .filter(unit -> unit.role() != null)
                .findFirst()
                .filter(fit -> isSoonEnough(fit, ordered.getFirst()))
                .or(() -> ordered.stream().findFirst())
                .map(unit -> new Proposal(unit.unitId(), unit.callSign(), unit.role()));
    }

    private boolean isSoonEnough(Recommendation fit, Recommendation first) {
        var soonest = first.estimatedSeconds();
        var seconds = fit.estimatedSeconds();
        return soonest == null
                || seconds != null
                        && seconds - soonest <= config.longestDelayToFit().toSeconds();
    }

    /** Looks for units where there are none: the first look of a process takes much longer than those after it. */
    @Transactional
    public void rehearse() {
        var nowhere = new GeoPoint(0, 0);
        var open = incidents.openRequirements(NOTHING, new IncidentNeed(NOWHERE, IncidentType.OTHER, 1, nowhere), null);
        recommend(NOTHING, new RecommendationService.Need(nowhere, NOWHERE, 1, open));
    }

    @Transactional
    List<Recommendation> recommend(UUID incidentId) {
        return replacing(null, incidentId);
    }

    private List<Recommendation> replacing(@Nullable UUID except, UUID incidentId) {
        var incident = incidents.find(incidentId).orElseThrow(() -> CommonProblem.notFound("the incident"));
        var need = new RecommendationService.Need(
                incident.offence().point().orElse(null),
                incident.jurisdiction(),
                incident.offence().severity(),
                incidents.openRequirements(incident, except));
        return recommend(incidentId, need);
    }

    private List<Recommendation> recommend(UUID incidentId, RecommendationService.Need need) {
        var found = candidates.around(incidentId, need);
        return new RecommendationService(travelTimes, config, rules, moments.now())
                .recommend(need, found.units(), found.stacking());
    }
}
