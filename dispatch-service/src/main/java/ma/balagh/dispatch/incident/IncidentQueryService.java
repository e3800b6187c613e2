package ma.balagh.dispatch.incident;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.fact.VerdictFactsService;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.runcard.IncidentNeed;
import ma.balagh.dispatch.runcard.RunCardCoverage;
import ma.balagh.dispatch.runcard.RunCardService;
import ma.balagh.dispatch.runcard.SentUnit;
import ma.balagh.dispatch.runcard.UnitRequirement;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** Looks at incidents, without changing any. */
@ApplicationScoped
public class IncidentQueryService {

    /** What is farther away, in metres, is another matter. */
    private static final double NEAR = 1000;

    private static final Duration SOON = Duration.ofHours(2);
    private static final double METRES_OF_A_DEGREE = 111_195;
    private static final int MOST_RELATED = 10;

    /** Incidents whose accounts are read at once. */
    private static final int MOST_TOLD = 200;

    private final IncidentRepository incidents;
    private final AssignmentRepository assignments;
    private final IncidentHistory history;
    private final RunCardService runCards;
    private final VerdictFactsService facts;
    private final Timestamps moments;

    IncidentQueryService(
            IncidentRepository incidents,
            AssignmentRepository assignments,
            IncidentHistory history,
            RunCardService runCards,
            VerdictFactsService facts,
            Timestamps moments) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.history = history;
        this.runCards = runCards;
        this.facts = facts;
        this.moments = moments;
    }

    /** The incident, for staff. */
    public Optional<Incident> find(UUID id) {
        return find(id, UnitRestriction.NONE);
    }

    /** Keeps others from changing them until the transaction ends; tells how many of them the caller sees. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int hold(Collection<UUID> ids) {
        return incidents.hold(ids);
    }

    /** What of it leaves the agency. */
    public Optional<SharedIncident> shared(UUID id) {
        return find(id).map(SharedIncident::of);
    }

    /** What may be said of it in public, with what must not be; empty where it does not exist for the caller. */
    public Optional<PublishableIncident> publishable(UUID id) {
        return find(id).map(incident -> PublishableIncident.of(
                incident,
                history.statements(id),
                timeline(id),
                assignments.ofIncidents(List.of(id), UnitRestriction.NONE),
                facts.of(incident.offence().verdictId()).orElse(null)));
    }

    /**
     * What people wrote about the incidents that were opened in that time, as far as the caller sees them.
     *
     * @param jurisdiction that territory and what lies in it; null for all that the caller sees
     */
    public List<String> accounts(@Nullable String jurisdiction, Instant from, Instant until) {
        var opened = incidents.opened(jurisdiction, from, until, MOST_TOLD);
        var notes = history.notes(opened.stream().map(Incident::id).toList());
        var told = facts.accounts(
                opened.stream().map(incident -> incident.offence().verdictId()).toList());
        return Stream.concat(notes.stream(), told.stream()).toList();
    }

    Optional<Incident> find(UUID id, UnitRestriction restriction) {
        return incidents.find(id, restriction);
    }

    /**
     * Those of at most {@code limit} incidents that need units still, in the order in which they are to be served.
     *
     * @param jurisdiction that territory and what lies in it; null for all that the caller sees
     */
    @Transactional
    public List<WaitingIncident> waiting(@Nullable String jurisdiction, int limit) {
        var now = moments.now();
        var underWay = incidents.underWay(jurisdiction, limit);
        var sent = assignments.active(underWay.stream().map(Incident::id).toList()).stream()
                .collect(groupingBy(Assignment::incidentId));
        var open = runCards.open(underWay.stream()
                .map(incident ->
                        new RunCardService.Staffing(need(incident), onIt(sent.getOrDefault(incident.id(), List.of()))))
                .toList());
        return IntStream.range(0, underWay.size())
                .filter(i -> !open.get(i).isEmpty())
                .mapToObj(i -> WaitingIncident.of(
                        underWay.get(i),
                        open.get(i),
                        sent.containsKey(underWay.get(i).id()),
                        now))
                .sorted(Comparator.comparing(WaitingIncident::priority)
                        .thenComparing(WaitingIncident::openedAt)
                        .thenComparing(WaitingIncident::id))
                .toList();
    }

    /** Where incidents happened since then, those places first where there were most. */
    public List<IncidentSpot> spots(@Nullable String jurisdiction, Instant since, int limit) {
        return incidents.spots(jurisdiction, since, limit);
    }

    // Outside of a transaction each query takes a connection of its own and says on it anew who asks.
    @Transactional
    Page<IncidentSummary> list(UnitRestriction restriction, IncidentCriteria filter, PageRequest request) {
        var page = Page.of(incidents.list(restriction, filter, request), request, Incident::id);
        var ids = page.items().stream().map(Incident::id).toList();
        return new Page<>(
                IncidentSummary.of(
                        page.items(),
                        assignments.ofIncidents(ids, restriction),
                        restriction.isOfCrew(),
                        history.clocks(ids, restriction),
                        restriction.isOfCrew() ? Map.of() : history.planned(ids),
                        moments.now()),
                page.next());
    }

    /** What happened to an incident, in the order in which it happened; for staff. */
    public List<TimelineEntry> timeline(UUID incidentId) {
        return history.timeline(incidentId, UnitRestriction.NONE);
    }

    /** Its outcome as it was told, and each correction. */
    public List<OutcomeStatement> outcomeStatements(UUID incidentId) {
        return history.statements(incidentId);
    }

    /** The incident; a field unit sees no other unit on it, and none of those that it needs. */
    @Transactional
    IncidentView view(Incident incident, UnitRestriction restriction) {
        var sent = assignments.ofIncidents(List.of(incident.id()), restriction);
        boolean staff = !restriction.isOfCrew();
        return IncidentView.of(
                incident,
                new IncidentView.Details(
                        sent,
                        history.timeline(incident.id(), restriction),
                        history.statements(incident.id()),
                        history.clocks(List.of(incident.id()), restriction).getOrDefault(incident.id(), List.of()),
                        IncidentPriority.of(incident, moments.now()),
                        staff ? coverage(incident, sent) : null,
                        staff ? related(incident) : List.of(),
                        staff ? history.planned(incident) : List.of(),
                        facts.of(incident.offence().verdictId()).orElse(null)));
    }

    /**
     * What of its run card is open still; nothing once it is over.
     *
     * @param except a unit that is on it and is not counted, as somebody looks for another one; null where there is none
     */
    public List<UnitRequirement> openRequirements(Incident incident, @Nullable UUID except) {
        return incident.state() instanceof IncidentState.UnderWay
                ? openRequirements(incident.id(), need(incident), except)
                : List.of();
    }

    /** The same of what an incident that is under way needs. */
    public List<UnitRequirement> openRequirements(UUID incidentId, IncidentNeed need, @Nullable UUID except) {
        var sent = assignments.active(incidentId).stream()
                .filter(assignment -> !assignment.unitId().equals(except))
                .toList();
        return runCards.open(need, onIt(sent));
    }

    private @Nullable RunCardCoverage coverage(Incident incident, List<Assignment> sent) {
        return incident.state() instanceof IncidentState.UnderWay
                ? runCards.coverage(need(incident), onIt(sent))
                : null;
    }

    private static IncidentNeed need(Incident incident) {
        return new IncidentNeed(
                incident.jurisdiction(),
                incident.type(),
                incident.alarmLevel(),
                incident.offence().point().orElse(null));
    }

    private static List<SentUnit> onIt(List<Assignment> sent) {
        return sent.stream()
                .filter(Assignment::isActive)
                .map(assignment -> new SentUnit(assignment.unitId(), assignment.role()))
                .toList();
    }

    private List<RelatedIncident> related(Incident incident) {
        return incident.offence().point().map(place -> related(incident, place)).orElse(List.of());
    }

    private List<RelatedIncident> related(Incident incident, GeoPoint place) {
        var moment = RelatedIncident.momentOf(incident);
        return incidents
                .around(incident, place, NEAR / METRES_OF_A_DEGREE, moment.minus(SOON), moment.plus(SOON))
                .stream()
                .map(other -> RelatedIncident.of(incident, place, other))
                .filter(other -> other.distanceMeters() <= NEAR)
                .sorted(Comparator.comparing(RelatedIncident::distanceMeters).thenComparing(RelatedIncident::id))
                .limit(MOST_RELATED)
                .toList();
    }
}
