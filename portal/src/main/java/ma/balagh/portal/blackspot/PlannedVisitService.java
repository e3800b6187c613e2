package ma.balagh.portal.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import ma.balagh.portal.patrol.PatrolPlanClient;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks dispatch where approved plans send units in the hours that a map of black spots is of. */
@ApplicationScoped
class PlannedVisitService {

    private static final int PAGE_SIZE = 200;

    /** Each plan is asked for by itself: there are as many as territories have shifts. */
    private static final int MOST_PLANS = 5;

    private final PatrolPlanClient plans;

    PlannedVisitService(@RestClient PatrolPlanClient plans) {
        this.plans = plans;
    }

    PlannedVisitList visits(SpotFilter filter, Instant now) {
        var page = plans.list(
                PatrolPlanStateCode.APPROVED.name(),
                filter.visitsFrom(now).toString(),
                filter.visitsUntil(now).toString(),
                null,
                PAGE_SIZE);
        var found = page.items().stream()
                .filter(plan -> filter.reaches(plan.jurisdiction()))
                .toList();
        var visits = found.stream()
                .limit(MOST_PLANS)
                .map(plan -> plans.read(plan.id()).getEntity())
                .flatMap(plan -> PlannedVisits.of(plan, filter, now))
                .toList();
        return new PlannedVisitList(visits, found.size() > MOST_PLANS || page.next() != null);
    }
}
