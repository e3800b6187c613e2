package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.persistence.ServiceWorkRunner;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The use cases of units. Callers check who may see which. */
@ApplicationScoped
public class UnitService {

    private static final String CALL_SIGN_KEY = "unit_call_sign_key";
    private static final Duration FURTHEST_SHIFT = Duration.ofDays(366);

    private final UnitRepository repository;
    private final DutyConfig rules;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;

    UnitService(UnitRepository repository, DutyConfig rules, Timestamps moments, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.rules = rules;
        this.moments = moments;
        this.serviceWork = serviceWork;
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
    Unit moveTo(UUID id, Position sighted, Consumer<Unit> permitted) {
        return change(id, permitted.andThen(unit -> unit.moveTo(sighted, moments.now())));
    }

    @Transactional
    Unit report(UUID id, UnitStatus status, @Nullable BusyReason reason, Consumer<Unit> permitted) {
        return change(id, permitted.andThen(unit -> unit.report(status, reason, rules, moments.now())));
    }

    @Transactional
    Unit plan(UUID id, @Nullable UnitShift shift, Consumer<Unit> permitted) {
        if (shift != null) {
            requirePlausible(shift);
        }
        return change(id, permitted.andThen(unit -> unit.plan(shift, moments.now())));
    }

    @Transactional
    Unit moveHome(UUID id, @Nullable HomePost home, Consumer<Unit> permitted) {
        return change(id, permitted.andThen(unit -> unit.moveHome(home, moments.now())));
    }

    private void requirePlausible(UnitShift shift) {
        var now = moments.now();
        if (shift.beginsAt().isAfter(now.plus(FURTHEST_SHIFT))) {
            throw CommonProblem.invalid(Violation.unfitting("beginsAt", "must lie within a year"));
        }
        if (!shift.endsAt().isAfter(now)) {
            throw CommonProblem.invalid(Violation.tooEarly("endsAt", "must lie ahead"));
        }
        var longest = rules.longestShift();
        if (!shift.endsAt().isAfter(shift.beginsAt())) {
            throw CommonProblem.invalid(Violation.tooEarly("endsAt", "must lie after the beginning"));
        }
        if (shift.endsAt().isAfter(shift.beginsAt().plus(longest))) {
            throw CommonProblem.invalid(
                    Violation.unfitting("endsAt", "must lie at most %s after the beginning".formatted(longest)));
        }
    }

    /** A unit as the interface shows it. */
    UnitView view(Unit unit) {
        return UnitView.of(unit, rules, moments.now());
    }

    /**
     * Takes the unit for an assignment.
     *
     * @throws ProblemException 404 when it is of another territory, 409 when it is not available
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Unit engage(UUID id) {
        return change(id, unit -> {
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

    /** At most {@code limit} units that could be sent there: available ones first, then the nearest if the place is known. */
    public List<Unit> around(String jurisdiction, @Nullable Double latitude, @Nullable Double longitude, int limit) {
        return repository.around(jurisdiction, latitude, longitude, limit);
    }

    private Unit change(UUID id, Consumer<Unit> change) {
        var unit = repository.lock(id).orElseThrow(UnitService::notFound);
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

    private static ProblemException callSignTaken(String callSign) {
        return DispatchProblem.CALL_SIGN_TAKEN.because(
                callSign + " is the call sign of another unit of this jurisdiction");
    }
}
