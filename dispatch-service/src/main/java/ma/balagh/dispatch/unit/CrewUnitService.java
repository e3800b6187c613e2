package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.ProblemException;

/** Tells which unit a crew is of; what is the crew's own is compared by that unit's id. */
@ApplicationScoped
public class CrewUnitService {

    private final UnitRepository units;

    CrewUnitService(UnitRepository units) {
        this.units = units;
    }

    /**
     * What the caller is restricted to.
     *
     * @param staff roles that are not restricted
     * @throws ProblemException 403 where the crew may be of several units
     */
    public UnitRestriction restriction(Caller caller, String... staff) {
        return caller.hasAny(staff)
                ? UnitRestriction.NONE
                : find(caller).map(UnitRestriction::new).orElse(UnitRestriction.NO_UNIT);
    }

    /**
     * The unit that the caller is the crew of; empty where none of the account's call sign is enlisted.
     *
     * @throws ProblemException 403 where the crew may be of several units
     */
    public Optional<UUID> find(Caller caller) {
        return caller.unit().flatMap(callSign -> {
            // Selecting also leaves out units that help out, which a commander sees who is a crew, too.
            var namesakes = units.namesakes(callSign);
            var own = CrewUnitSelector.select(namesakes.keySet(), caller.jurisdictions());
            if (own.size() > 1) {
                throw CrewUnitSelector.ambiguous(callSign);
            }
            return own.isEmpty() ? Optional.empty() : Optional.ofNullable(namesakes.get(own.getFirst()));
        });
    }
}
