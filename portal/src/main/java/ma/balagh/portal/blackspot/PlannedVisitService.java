package ma.balagh.portal.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.portal.patrol.PatrolPlanClient;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import ma.balagh.portal.patrol.PatrolPlanSummaryResponse;
import ma.balagh.portal.upstream.ResponsePage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks dispatch where approved plans send units in the hours that a map of black spots is of. */
@ApplicationScoped
class PlannedVisitService {

    private static final int PAGE_SIZE = 200;
    private static final int MOST_PAGES = 10;

    /** Each plan is asked for by itself: there are as many as territories have shifts. */
    private static final int MOST_PLANS = 5;

    /** Dispatch makes no plan that ends later after it was made: it begins within 31 days and lasts one, and one to spare. */
    private static final Duration AHEAD = Duration.ofDays(33);

    private final PatrolPlanClient plans;

    PlannedVisitService(@RestClient PatrolPlanClient plans) {
        this.plans = plans;
    }

    PlannedVisitList visits(SpotFilter filter, Instant now) {
        var found = new ArrayList<PatrolPlanSummaryResponse>();
        var page = list(null);
        collect(page, filter, now, found);
        for (int pages = 1; hasMore(page, filter, now) && pages < MOST_PAGES && found.size() <= MOST_PLANS; pages++) {
            page = list(page.next());
            collect(page, filter, now, found);
        }
        var visits = found.stream()
                .limit(MOST_PLANS)
                .map(plan -> plans.read(plan.id()).getEntity())
                .flatMap(plan -> PlannedVisits.of(plan, filter, now))
                .toList();
        return new PlannedVisitList(visits, found.size() > MOST_PLANS || hasMore(page, filter, now));
    }

    private ResponsePage<PatrolPlanSummaryResponse> list(@Nullable String cursor) {
        return plans.list(PatrolPlanStateCode.APPROVED.name(), cursor, PAGE_SIZE);
    }

    private static void collect(
            ResponsePage<PatrolPlanSummaryResponse> page,
            SpotFilter filter,
            Instant now,
            List<PatrolPlanSummaryResponse> found) {
        page.items().stream()
                .filter(plan -> filter.reaches(plan.jurisdiction())
                        && plan.to().isAfter(filter.visitsFrom(now))
                        && plan.from().isBefore(filter.visitsUntil(now)))
                .forEach(found::add);
    }

    /** Whether older plans may be of that time, too. */
    private static boolean hasMore(ResponsePage<PatrolPlanSummaryResponse> page, SpotFilter filter, Instant now) {
        return page.next() != null
                && !page.isEmpty()
                && page.items().getLast().madeAt().plus(AHEAD).isAfter(filter.visitsFrom(now));
    }
}
