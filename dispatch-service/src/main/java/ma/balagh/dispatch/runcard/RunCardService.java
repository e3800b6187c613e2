package ma.balagh.dispatch.runcard;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.CommonProblem;
import org.hibernate.exception.ConstraintViolationException;

/** The use cases of run cards, and which of their units an incident has. */
@ApplicationScoped
public class RunCardService {

    private final RunCardRepository repository;
    private final UnitService units;
    private final ShortfallService shortfalls;
    private final Timestamps moments;

    RunCardService(RunCardRepository repository, UnitService units, ShortfallService shortfalls, Timestamps moments) {
        this.repository = repository;
        this.units = units;
        this.shortfalls = shortfalls;
        this.moments = moments;
    }

    @Transactional
    RunCard write(RunCardDescription description, String by) {
        var card = RunCard.of(IdGenerator.next(), description, by, moments.now());
        repository.persist(card);
        return flushed(card);
    }

    /** @param precondition refuses when the caller has read an older version, or may not change it */
    @Transactional
    RunCard describe(UUID id, RunCardDescription description, String by, Consumer<RunCard> precondition) {
        var card = repository.lock(id).orElseThrow(() -> CommonProblem.notFound("the run card"));
        precondition.accept(card);
        card.describe(description, by, moments.now());
        return flushed(card);
    }

    private RunCard flushed(RunCard card) {
        try {
            repository.flush();
            return card;
        } catch (ConstraintViolationException e) {
            throw DispatchProblem.RUN_CARD_EXISTS.because(
                    "%s has a card for %s at level %d".formatted(card.jurisdiction(), card.type(), card.alarmLevel()));
        }
    }

    /**
     * The run card of an incident, as far as the units that were sent fill it, and what nobody can fill.
     *
     * @param sent the units that are on it
     */
    public RunCardCoverage coverage(IncidentNeed need, List<SentUnit> sent) {
        var card = card(need);
        var slots = slots(requirements(card, need), sent, known(sent.stream()));
        return new RunCardCoverage(
                card.map(RunCard::id).orElse(null), need.type(), need.alarmLevel(), slots, shortfalls.of(need, slots));
    }

    /**
     * What of an incident's run card is open still, with as many units as are missing.
     *
     * @param sent the units that are on it
     */
    public List<UnitRequirement> open(IncidentNeed need, List<SentUnit> sent) {
        return open(List.of(new Staffing(need, sent))).getFirst();
    }

    /** What an incident needs, and the units that are on it. */
    public record Staffing(IncidentNeed need, List<SentUnit> sent) {}

    /** The same of many incidents, in their order. */
    public List<List<UnitRequirement>> open(List<Staffing> incidents) {
        var known = known(incidents.stream().flatMap(each -> each.sent().stream()));
        var requirements = new HashMap<Occasion, List<UnitRequirement>>();
        return incidents.stream()
                .map(each -> {
                    var required = requirements.computeIfAbsent(
                            Occasion.of(each.need()), unused -> requirements(card(each.need()), each.need()));
                    return slots(required, each.sent(), known).stream()
                            .filter(slot -> slot.open() > 0)
                            .map(RunCardCoverage.Slot::rest)
                            .toList();
                })
                .toList();
    }

    /** What decides which card holds. */
    private record Occasion(String jurisdiction, IncidentType type, int alarmLevel) {

        static Occasion of(IncidentNeed need) {
            return new Occasion(need.jurisdiction(), need.type(), need.alarmLevel());
        }
    }

    private Optional<RunCard> card(IncidentNeed need) {
        return repository.of(need.jurisdiction(), need.type(), need.alarmLevel());
    }

    private static List<UnitRequirement> requirements(Optional<RunCard> card, IncidentNeed need) {
        return card.map(RunCard::requirements).orElseGet(() -> standard(need.alarmLevel()));
    }

    /** The units that were sent, as far as whoever asks sees them. */
    private Map<UUID, Unit> known(Stream<SentUnit> sent) {
        return units.find(sent.map(SentUnit::unitId).toList()).stream().collect(toMap(Unit::id, unit -> unit));
    }

    private static List<RunCardCoverage.Slot> slots(
            List<UnitRequirement> requirements, List<SentUnit> sent, Map<UUID, Unit> known) {
        var left = new ArrayList<>(sent);
        return requirements.stream()
                .map(requirement -> {
                    var filling = left.stream()
                            .filter(unit -> unit.fills(requirement, known.get(unit.unitId())))
                            .limit(requirement.count())
                            .toList();
                    left.removeAll(filling);
                    return new RunCardCoverage.Slot(requirement, filling.size());
                })
                .toList();
    }

    /** Where nobody wrote a card. */
    private static List<UnitRequirement> standard(int alarmLevel) {
        var lead = UnitRequirement.of(AssignmentRole.LEAD, 1);
        return switch (alarmLevel) {
            case 1 -> List.of(lead);
            case 2 -> List.of(lead, UnitRequirement.of(AssignmentRole.SUPPORT, 1));
            default ->
                List.of(
                        lead,
                        UnitRequirement.of(AssignmentRole.SUPPORT, 2),
                        UnitRequirement.of(AssignmentRole.CORDON, 1));
        };
    }
}
