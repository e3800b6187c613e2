package ma.balagh.dispatch.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitRestriction;

/** What incidents wait for, and for how long. Implemented by the feature that escalates. */
public interface IncidentClocks {

    /** Something happened to the incident: in the transaction of the change, with the incident held and the change flushed. */
    void changed(UUID incidentId);

    /**
     * The clocks that run, by incident, the most urgent first; absent where none does.
     *
     * @param restriction leaves out those of other units
     */
    Map<UUID, List<IncidentClock>> of(Collection<UUID> incidentIds, UnitRestriction restriction);
}
