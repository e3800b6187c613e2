package ma.balagh.dispatch.unit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where units are meant to go next. Implemented by the feature that plans. */
public interface UnitPlans {

    /** The incident for which each unit is planned, as far as whoever asks may see it; absent where none is. */
    Map<UUID, UUID> nextIncidents(Collection<UUID> unitIds);
}
