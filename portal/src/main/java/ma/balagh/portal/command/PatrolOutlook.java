package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.portal.patrol.PatrolPlanResponse;
import ma.balagh.portal.patrol.PatrolPlanResponse.PatrolUnit;
import ma.balagh.portal.patrol.PatrolPlanResponse.Spot;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import ma.balagh.portal.patrol.PatrolPlanSummaryResponse;
import org.jspecify.annotations.Nullable;

/**
 * The patrols of the next hours.
 *
 * @param approved by which units go, the first to begin first
 * @param proposed which wait for an approval, the same way
 * @param territories of all plans that are approved or wait
 * @param lasts until when each of the territories is planned that has no approved plan for all of these hours
 * @param engaged units that are on an incident now
 */
@TemplateData
public record PatrolOutlook(
        List<PatrolPlanResponse> approved,
        List<PatrolPlanResponse> proposed,
        Set<String> territories,
        List<PlannedUntil> lasts,
        Set<UUID> engaged) {

    /** From the end on nobody is sent to the territory. */
    @TemplateData
    public record PlannedUntil(String jurisdiction, Instant end) {}

    /** The hours that are looked at, from now on. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final int MOST_PLACES = 8;

    /** Those in that state that are not over and begin within a day, the first to begin first. */
    static List<PatrolPlanSummaryResponse> near(
            List<PatrolPlanSummaryResponse> plans, PatrolPlanStateCode state, Instant now) {
        return plans.stream()
                .filter(plan -> plan.state() == state
                        && plan.to().isAfter(now)
                        && plan.from().isBefore(now.plus(AHEAD)))
                .sorted(Comparator.comparing(PatrolPlanSummaryResponse::from))
                .toList();
    }

    /**
     * When the last approved plan of each territory ends, where the hours that are shown go on for longer; now where it has
     * none.
     */
    static List<PlannedUntil> lasts(List<PatrolPlanSummaryResponse> approved, Set<String> territories, Instant now) {
        return territories.stream()
                .sorted()
                .map(territory -> new PlannedUntil(territory, lastEnd(approved, territory, now)))
                .filter(planned -> planned.end().isBefore(now.plus(AHEAD)))
                .toList();
    }

    private static Instant lastEnd(List<PatrolPlanSummaryResponse> approved, String territory, Instant now) {
        return approved.stream()
                .filter(plan -> lies(territory, plan.jurisdiction()))
                .map(PatrolPlanSummaryResponse::to)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static boolean lies(String territory, String within) {
        return (territory + "-").startsWith(within + "-");
    }

    /** Where units of the plan go, the most visits first. */
    public List<Spot> places(PatrolPlanResponse plan) {
        return plan.visited().stream().limit(MOST_PLACES).toList();
    }

    /** How many more places there are. */
    public int more(PatrolPlanResponse plan) {
        return Math.max(0, plan.visited().size() - MOST_PLACES);
    }

    /** The units of the plan; those alone that go to a place, where one is meant. */
    public String callSigns(PatrolPlanResponse plan, @Nullable Spot place) {
        return (place == null ? plan.units() : plan.unitsAt(place))
                .stream().map(PatrolUnit::callSign).collect(Collectors.joining(" "));
    }

    /** Whether an incident keeps it from its visits now. */
    public boolean isEngaged(PatrolUnit unit) {
        return engaged.contains(unit.id());
    }

    /** Whether a plan is for that territory, for one that it lies in, or for a part of it. */
    boolean reaches(String territory) {
        return territories.stream().anyMatch(planned -> lies(territory, planned) || lies(planned, territory));
    }

    public boolean isQuiet() {
        return approved.isEmpty() && proposed.isEmpty();
    }
}
