package ma.balagh.dispatch.incident;

import java.util.UUID;

/** Something happened to an incident; observed in the same transaction, with the incident held and the change flushed. */
public record IncidentChanged(UUID incidentId, TimelineEntry.Kind kind) {}
