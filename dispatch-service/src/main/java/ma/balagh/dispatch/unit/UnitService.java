package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.ProblemException;
import ma.balagh.persistence.ServiceWorkRunner;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The use cases of units. Callers check who may see which. */
@ApplicationScoped
public class UnitService {

    private static final String CALL_SIGN_KEY = "unit_call_sign_key";
    /** Where nobody says otherwise. */
    public static final Duration SEEN_LATELY = Duration.ofMinutes(30);

    private static final double METRES_OF_A_DEGREE = 111_195;

    private final UnitRepository repository;
    private final FittingUnitRepository fitting;
    private final DutyConfig rules;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;
    private final UnitPlans plans;

    UnitService(
            UnitRepository repository,
            FittingUnitRepository fitting,
            DutyConfig rules,
            Timestamps moments,
            ServiceWorkRunner serviceWork,
            UnitPlans plans) {
        this.repository = repository;
        this.fitting = fitting;
        this.rules = rules;
        this.moments = moments;
        this.serviceWork = serviceWork;
        this.plans = plans;
    }

    @Transactional
    Unit enlist(UnitDescription description) {
        var unit = Unit.enlist(IdGenerator.next(), description, moments.now());
        repository.persist(unit);
        return flushed(unit);
    }

    @Transactional
    Unit describe(UUID id, UnitDescription description, Consumer<Unit> permitted) {
        return change(id, permitted.andThen(unit -> unit.describe(description, rules, moments.now())));
    }

    @Transactional
    Unit report(UUID id, UnitStatus status, @Nullable BusyReason reason, Consumer<Unit> permitted) {
        return change(id, permitted.andThen(unit -> unit.report(status, reason, rules, moments.now())));
    }

    @Transactional
    Unit plan(UUID id, @Nullable UnitShift shift, Consumer<Unit> permitted) {
        if (shift != null) {
            shift.requirePlausible(rules, moments.now());
        }
        return change(id, permitted.andThen(unit -> unit.plan(shift, moments.now())));
    }

    @Transactional
    Unit moveHome(UUID id, @Nullable HomePost home, Consumer<Unit> permitted) {
        return change(id, permitted.andThen(unit -> unit.moveHome(home, moments.now())));
    }

    /** A unit as the interface shows it. */
    UnitView view(Unit unit) {
        return UnitView.of(unit, rules, plans.nextIncidents(List.of(unit.id())).get(unit.id()), moments.now());
    }

    /** The same of a page of them. */
    Page<UnitView> views(Page<Unit> page) {
        var next = plans.nextIncidents(page.items().stream().map(Unit::id).toList());
        var now = moments.now();
        return page.map(unit -> UnitView.of(unit, rules, next.get(unit.id()), now));
    }

    /**
     * Takes the unit for an incident of that jurisdiction. One that helps out is not the caller's to change, so the
     * service does, once it is known that the caller sees it.
     *
     * @throws ProblemException 404 when the caller does not see it, 409 when it is not available, or of a jurisdiction
     *     that grants no help
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Unit engage(UUID id, String jurisdiction) {
        if (!repository.isVisible(id)) {
            throw notFound();
        }
        return serviceWork.call(() -> take(id, jurisdiction));
    }

    /**
     * The unit, held until the end of the transaction: what it does does not change meanwhile.
     *
     * @throws ProblemException 404 when the caller does not see it, 409 when it is of a jurisdiction that grants no help
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Unit hold(UUID id, String jurisdiction) {
        if (!repository.isVisible(id)) {
            throw notFound();
        }
        return serviceWork.call(() -> change(id, unit -> requireWithinReach(unit, jurisdiction)));
    }

    private void requireWithinReach(Unit unit, String jurisdiction) {
        if (!repository.isWithinReach(unit.id(), jurisdiction, moments.now())) {
            throw DispatchProblem.HELP_NOT_GRANTED.because("%s is of %s, which grants %s no help"
                    .formatted(unit.callSign(), unit.jurisdiction(), jurisdiction));
        }
    }

    private Unit take(UUID id, String jurisdiction) {
        return change(id, unit -> {
            requireWithinReach(unit, jurisdiction);
            if (unit.status() != UnitStatus.AVAILABLE) {
                throw DispatchProblem.UNIT_TAKEN.because(unit.callSign() + " is " + unit.status());
            }
            unit.follow(UnitStatus.ASSIGNED, moments.now());
        });
    }

    /** Lets the unit's status follow its assignment, wherever whoever sent it took it from. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(UUID id, UnitStatus progressed) {
        serviceWork.run(() -> change(id, unit -> unit.follow(progressed, moments.now())));
    }

    /** Those of these units that whoever asks may see. */
    public List<Unit> find(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : repository.list("id in ?1", ids);
    }

    /** Whether nothing speaks against sending it now. */
    public boolean isReady(Unit unit) {
        return unit.status() == UnitStatus.AVAILABLE
                && unit.hindrances(rules, moments.now()).isEmpty();
    }

    /** The unit, if the caller may see it. */
    public Optional<Unit> find(UUID id) {
        return repository.findByIdOptional(id);
    }

    /**
     * At most {@code limit} units that could be sent there: available ones first, of them those that were seen lately, then
     * the nearest if the place is known.
     *
     * @param lately how old a position may be
     */
    public List<Unit> around(
            String jurisdiction, @Nullable Double latitude, @Nullable Double longitude, Duration lately, int limit) {
        return repository.around(readiness(jurisdiction, lately), latitude, longitude, limit);
    }

    /**
     * At most {@code limit} units that can be sent there and were seen lately, the nearest first, none further away along
     * the straight line than so many metres.
     *
     * @param lately how old a position may be
     */
    public List<Unit> readyWithin(
            double metres, String jurisdiction, double latitude, double longitude, Duration lately, int limit) {
        return repository.readyWithin(
                readiness(jurisdiction, lately), metres / METRES_OF_A_DEGREE, latitude, longitude, limit);
    }

    private UnitRepository.Readiness readiness(String jurisdiction, Duration lately) {
        var now = moments.now();
        return new UnitRepository.Readiness(jurisdiction, now, now.minus(rules.longest()), now.minus(lately));
    }

    /** At most {@code limit} units that could be sent there and are busy, the nearest first if the place is known. */
    public List<Unit> busyAround(
            String jurisdiction, @Nullable Double latitude, @Nullable Double longitude, int limit) {
        return repository.busyAround(jurisdiction, latitude, longitude, moments.now(), limit);
    }

    /**
     * At most {@code limit} of all that fit and can be sent now: those first that were seen lately, of them the nearest.
     *
     * @param lately how old a position may be
     */
    public List<Unit> ready(UnitSearch search, Duration lately, int limit) {
        return fitting.ready(search, readiness(search.jurisdiction(), lately), limit);
    }

    /** All that fit and cannot be sent now, with at most {@code limit} of them. */
    public UnitFit prevented(UnitSearch search, int limit) {
        return fitting.prevented(search, readiness(search.jurisdiction(), SEEN_LATELY), limit);
    }

    /** What speaks against sending it now, whatever its status. */
    public Set<UnitHindrance> hindrances(Unit unit) {
        return unit.hindrances(rules, moments.now());
    }

    /**
     * At most {@code limit} free units of elsewhere that fit, were seen lately and not asked for help, the nearest first;
     * none where the place is unknown. Whoever needs them sees none of them yet, so the service looks.
     */
    public List<NeighbouringUnit> neighbours(UnitSearch search, int limit) {
        var latitude = search.latitude();
        var longitude = search.longitude();
        if (latitude == null || longitude == null) {
            return List.of();
        }
        return serviceWork.call(() ->
                fitting.neighbours(search, readiness(search.jurisdiction(), SEEN_LATELY), latitude, longitude, limit));
    }

    /**
     * At most {@code limit} units that are meant to work in that time, by their call signs: those with a shift in it, and
     * those on duty for which no shift is planned.
     *
     * @param jurisdiction those whose territory covers that one or lies in it
     */
    public List<Unit> working(String jurisdiction, Instant from, Instant to, int limit) {
        return repository.working(jurisdiction, from, to, limit);
    }

    /** The home posts of at most {@code limit} of the same units, and of those that are engaged, each once. */
    public List<HomePost> homes(@Nullable String jurisdiction, int limit) {
        return repository.withHome(jurisdiction, limit).stream()
                .flatMap(unit -> Stream.ofNullable(unit.home()))
                .distinct()
                .toList();
    }

    private Unit change(UUID id, Consumer<Unit> change) {
        var unit = repository.lock(id).orElseThrow(() -> repository.isVisible(id) ? notYours() : notFound());
        change.accept(unit);
        return flushed(unit);
    }

    /** The unit with the version that it has in the database; 409 when its call sign is taken. */
    private Unit flushed(Unit unit) {
        try {
            repository.flush();
            return unit;
        } catch (ConstraintViolationException e) {
            if (CALL_SIGN_KEY.equals(e.getConstraintName())) {
                throw callSignTaken(unit.callSign());
            }
            throw e;
        }
    }

    private static ProblemException notFound() {
        return CommonProblem.notFound("the unit");
    }

    private static ProblemException notYours() {
        return CommonProblem.FORBIDDEN.because("the unit helps out; its own jurisdiction decides about it");
    }

    private static ProblemException callSignTaken(String callSign) {
        return DispatchProblem.CALL_SIGN_TAKEN.because(
                callSign + " is the call sign of another unit of this jurisdiction");
    }
}
