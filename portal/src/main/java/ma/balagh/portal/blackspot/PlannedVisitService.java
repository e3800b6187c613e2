package ma.balagh.portal.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import ma.balagh.portal.patrol.PatrolPlanClient;
import ma.balagh.portal.patrol.PatrolPlanSearchService;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks dispatch where approved plans send units in the hours that a map of black spots is of. */
@ApplicationScoped
class PlannedVisitService {

    /** Each plan is asked for by itself: there are as many as territories have shifts. */
    private static final int MOST_PLANS = 5;

    private final PatrolPlanSearchService search;
    private final PatrolPlanClient plans;

    PlannedVisitService(PatrolPlanSearchService search, @RestClient PatrolPlanClient plans) {
        this.search = search;
        this.plans = plans;
    }

    PlannedVisitList visits(SpotFilter filter, Instant now) {
        var all = search.between(PatrolPlanStateCode.APPROVED, filter.visitsFrom(now), filter.visitsUntil(now));
        var found = all.plans().stream()
                .filter(plan -> filter.reaches(plan.jurisdiction()))
                .toList();
        var visits = found.stream()
                .limit(MOST_PLANS)
                .map(plan -> plans.read(plan.id()).getEntity())
                .flatMap(plan -> PlannedVisits.of(plan, filter, now))
                .toList();
        return new PlannedVisitList(visits, found.size() > MOST_PLANS || !all.isComplete());
    }
}
