package ma.balagh.dispatch.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which busy units are meant to go to incidents next. Implemented by the feature that plans. */
public interface IncidentPlans {

    /** With when each would be there, in the order in which they were planned. */
    List<PlannedUnitView> of(Incident incident);

    /** Of all those incidents, without an estimate; absent where none is planned. */
    Map<UUID, List<PlannedUnitView>> of(Collection<UUID> incidentIds);
}
