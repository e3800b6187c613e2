package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ma.balagh.contracts.Ids;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Moments;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** What can be done with units. Who may see which is for the callers to say. */
@ApplicationScoped
public class Units {

    private final UnitStore store;
    private final Moments moments;

    Units(UnitStore store, Moments moments) {
        this.store = store;
        this.moments = moments;
    }

    @Transactional
    Unit enlist(UnitDescription description) {
        var unit = Unit.enlist(Ids.next(), description, moments.now());
        if (!store.insert(unit)) {
            throw callSignTaken(description.callSign());
        }
        return unit;
    }

    @Transactional
    Unit describe(UUID id, UnitDescription description, UnaryOperator<Unit> permitted) {
        return change(id, unit -> permitted.apply(unit).describe(description, moments.now()));
    }

    @Transactional
    Unit moveTo(UUID id, Position sighted, UnaryOperator<Unit> permitted) {
        return change(id, unit -> permitted.apply(unit).moveTo(sighted, moments.now()));
    }

    @Transactional
    Unit report(UUID id, UnitStatus status, UnaryOperator<Unit> permitted) {
        return change(id, unit -> permitted.apply(unit).report(status, moments.now()));
    }

    /**
     * Takes the unit for an assignment.
     *
     * @throws ProblemException 404 when it is of another territory, 409 when it is not available
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Unit engage(UUID id, Jurisdictions visible) {
        return change(id, unit -> {
            if (!visible.covers(unit.jurisdiction())) {
                throw notFound();
            }
            if (unit.status() != UnitStatus.AVAILABLE) {
                throw DispatchProblem.UNIT_TAKEN.because(unit.callSign() + " is " + unit.status());
            }
            return unit.follow(UnitStatus.ASSIGNED, moments.now());
        });
    }

    /** Lets the unit's status follow its assignment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(UUID id, UnitStatus progressed) {
        change(id, unit -> unit.follow(progressed, moments.now()));
    }

    public Optional<Unit> find(UUID id) {
        return store.find(id);
    }

    /** At most {@code limit} units that could be sent there: available ones first, then the nearest if the place is known. */
    public List<Unit> around(
            String jurisdiction,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Jurisdictions visible,
            int limit) {
        return store.around(jurisdiction, latitude, longitude, visible, limit);
    }

    private Unit change(UUID id, UnaryOperator<Unit> change) {
        var before = store.lock(id).orElseThrow(Units::notFound);
        var after = change.apply(before);
        if (after.version() != before.version() && !store.update(after)) {
            throw callSignTaken(after.callSign());
        }
        return after;
    }

    private static ProblemException notFound() {
        return CommonProblem.notFound("the unit");
    }

    private static ProblemException callSignTaken(String callSign) {
        return DispatchProblem.CALL_SIGN_TAKEN.because(
                callSign + " is the call sign of another unit of this jurisdiction");
    }
}
