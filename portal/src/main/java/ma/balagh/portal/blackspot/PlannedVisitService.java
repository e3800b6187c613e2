package ma.balagh.portal.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.patrol.PatrolPlanClient;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks dispatch where approved plans send units in the hours that a map of black spots is of. */
@ApplicationScoped
class PlannedVisitService {

    private static final int RECENT = 50;

    /** Each plan is asked for by itself: there are as many as territories have shifts. */
    private static final int MOST_PLANS = 5;

    private final PatrolPlanClient plans;

    PlannedVisitService(@RestClient PatrolPlanClient plans) {
        this.plans = plans;
    }

    List<PlannedVisits> visits(SpotFilter filter, Instant now) {
        return plans.list(PatrolPlanStateCode.APPROVED.name(), null, RECENT).items().stream()
                .filter(plan ->
                        plan.to().isAfter(filter.visitsFrom(now)) && plan.from().isBefore(filter.visitsUntil(now)))
                .limit(MOST_PLANS)
                .map(plan -> plans.read(plan.id()).getEntity())
                .flatMap(plan -> PlannedVisits.of(plan, filter, now))
                .toList();
    }
}
