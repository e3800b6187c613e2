package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import ma.balagh.dispatch.runcard.IncidentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A verified incident, told so that it identifies neither a person nor a house.
 *
 * @param at when it happened; when its verdict was confirmed, where that is not known
 * @param timed whether {@code at} is when it happened
 */
@Schema(name = "SpotIncident")
public record SpotIncident(IncidentType type, Instant at, boolean timed) {}
