package ma.balagh.portal.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.ageing.AgeingClient;
import ma.balagh.portal.ageing.AwaitedStepService;
import ma.balagh.portal.blackspot.BlackSpotClient;
import ma.balagh.portal.clock.ClockClient;
import ma.balagh.portal.communique.CommuniqueClient;
import ma.balagh.portal.communique.CommuniqueStateCode;
import ma.balagh.portal.dossier.AnalysisClient;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentResponse.State;
import ma.balagh.portal.incident.IncidentRow;
import ma.balagh.portal.patrol.PatrolPlanClient;
import ma.balagh.portal.patrol.PatrolPlanResponse;
import ma.balagh.portal.patrol.PatrolPlanSearchService;
import ma.balagh.portal.patrol.PatrolPlanStateCode;
import ma.balagh.portal.patrol.PatrolPlanSummaryResponse;
import ma.balagh.portal.referral.RightsClient;
import ma.balagh.portal.source.SourceClient;
import ma.balagh.portal.source.SourceResponse;
import ma.balagh.portal.upstream.CallExecutor;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the three services for what the desk shows. */
@ApplicationScoped
class CommandDeskService {

    private static final int WEEKS = 8;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int FIRST = 5;
    private static final int RECENT = 50;
    private static final int MOST_INCIDENTS = 200;
    private static final List<State> WITH_UNITS = List.of(State.ASSIGNED, State.EN_ROUTE, State.ON_SCENE);
    /** The count of those that wait stands elsewhere on the desk. */
    private static final int MOST_PROPOSED = 10;

    private final AgeingClient ageing;
    private final AwaitedStepService steps;
    private final SourceClient sources;
    private final AnalysisClient analysis;
    private final ClockClient dispatch;
    private final DispatchClient incidents;
    private final RightsClient rights;
    private final BlackSpotClient spots;
    private final PatrolPlanSearchService search;
    private final PatrolPlanClient plans;
    private final CommuniqueClient communiques;
    private final CallExecutor calls;

    CommandDeskService(
            @RestClient AgeingClient ageing,
            AwaitedStepService steps,
            @RestClient SourceClient sources,
            @RestClient AnalysisClient analysis,
            @RestClient ClockClient dispatch,
            @RestClient DispatchClient incidents,
            @RestClient RightsClient rights,
            @RestClient BlackSpotClient spots,
            PatrolPlanSearchService search,
            @RestClient PatrolPlanClient plans,
            @RestClient CommuniqueClient communiques,
            CallExecutor calls) {
        this.ageing = ageing;
        this.steps = steps;
        this.sources = sources;
        this.analysis = analysis;
        this.dispatch = dispatch;
        this.incidents = incidents;
        this.rights = rights;
        this.spots = spots;
        this.search = search;
        this.plans = plans;
        this.communiques = communiques;
        this.calls = calls;
    }

    CommandDesk desk(Instant now) {
        String weekAgo = now.minus(WEEK).toString();
        var waiting = calls.startPart(ageing::ageing);
        var oldest = calls.startPart(
                () -> steps.awaited(ageing.unanswered(null, null, null, FIRST).items()));
        var answers = calls.startPart(() -> ageing.weekly(WEEKS));
        var dossiers = calls.startPart(() -> WaitingLine.of(analysis.backlog()));
        var operation = calls.startPart(() -> WaitingLine.of(dispatch.backlog()));
        var missing = calls.startPart(this::missingRights);
        var clocks = calls.startPart(() -> dispatch.clocks(weekAgo, null, null, null));
        var health = calls.startPart(sources::health);
        var failing = calls.startPart(() -> sources.list(SourceResponse.State.FAILING.name(), null, FIRST));
        var blackSpots = calls.startPart(() -> spots.list(null, null, null));
        var patrols = calls.startPart(() -> patrols(now));
        var drafts = calls.startPart(() -> communiques.list(CommuniqueStateCode.DRAFT.name(), null, FIRST));
        var published = calls.startPart(() -> communiques.list(null, null, RECENT));
        return new CommandDesk(
                waiting.get(),
                oldest.get(),
                answers.get(),
                dossiers.get(),
                operation.get(),
                missing.get(),
                clocks.get(),
                health.get(),
                failing.get(),
                blackSpots.get(),
                patrols.get(),
                drafts.get(),
                published.get());
    }

    /** Of each incident its own rights are asked for: a list of incidents says only how many are missing. */
    private List<RightsLine> missingRights() {
        return incidents.incidents(List.of(), true, null, null, RECENT).items().stream()
                .sorted(Comparator.comparing(IncidentRow::openedAt))
                .limit(FIRST)
                .map(incident -> calls.start(() -> new RightsLine(incident, rights.rights(incident.id()))))
                .toList()
                .stream()
                .map(Supplier::get)
                .toList();
    }

    private PatrolOutlook patrols(Instant now) {
        var approved = near(PatrolPlanStateCode.APPROVED, now);
        var proposed = near(PatrolPlanStateCode.PROPOSED, now);
        var territories = Stream.concat(approved.stream(), proposed.stream())
                .map(PatrolPlanSummaryResponse::jurisdiction)
                .collect(Collectors.toSet());
        return new PatrolOutlook(
                whole(approved, FIRST),
                whole(proposed, MOST_PROPOSED),
                territories,
                PatrolOutlook.lasts(approved, territories, now),
                engaged());
    }

    private Set<UUID> engaged() {
        return incidents.incidents(WITH_UNITS, null, null, null, MOST_INCIDENTS).items().stream()
                .flatMap(incident -> incident.assignments().stream())
                .map(IncidentRow.Sent::unitId)
                .collect(Collectors.toSet());
    }

    private List<PatrolPlanSummaryResponse> near(PatrolPlanStateCode state, Instant now) {
        var found = search.between(state, now, now.plus(PatrolOutlook.AHEAD));
        return PatrolOutlook.near(found.plans(), state, now);
    }

    /** Each plan is asked for by itself: there are as many as territories have shifts. */
    private List<PatrolPlanResponse> whole(List<PatrolPlanSummaryResponse> some, int most) {
        return some.stream()
                .limit(most)
                .map(plan -> plans.read(plan.id()).getEntity())
                .toList();
    }
}
