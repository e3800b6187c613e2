package ma.balagh.portal.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks dispatch for the patrol plans of some hours: of a country with many territories they fill more than one page. */
@ApplicationScoped
public class PatrolPlanSearchService {

    private static final int PAGE_SIZE = 200;
    private static final int MOST_PAGES = 10;

    private final PatrolPlanClient plans;

    PatrolPlanSearchService(@RestClient PatrolPlanClient plans) {
        this.plans = plans;
    }

    /**
     * What was found.
     *
     * @param isComplete false where there are more than anybody looks through
     */
    public record FoundPlans(List<PatrolPlanSummaryResponse> plans, boolean isComplete) {}

    /** Those in that state of which some part lies after {@code from} and before {@code to}, newest first. */
    public FoundPlans between(PatrolPlanStateCode state, Instant from, Instant to) {
        var page = plans.list(state.name(), from.toString(), to.toString(), null, PAGE_SIZE);
        var found = new ArrayList<>(page.items());
        for (int pages = 1; page.next() != null && pages < MOST_PAGES; pages++) {
            page = plans.list(state.name(), from.toString(), to.toString(), page.next(), PAGE_SIZE);
            found.addAll(page.items());
        }
        return new FoundPlans(List.copyOf(found), page.next() == null);
    }
}
