package ma.balagh.dispatch.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an incident; observed in the same transaction, with the incident held and the change flushed.
 *
 * @param unitId the unit of the assignment that it is about; null where it is about none
 */
public record IncidentChanged(
        UUID incidentId, TimelineEntry.Kind kind, @Nullable UUID unitId) {}
