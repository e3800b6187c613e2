package ma.balagh.dispatch.road;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A closure in force.
 *
 * @param until when it ends; null until somebody lifts it
 * @param changesTimes whether travel times know of it; not without an extract of the roads
 */
record RoadClosureView(
        UUID id,
        String jurisdiction,
        String reason,

        @Schema(implementation = Object.class, description = "GeoJSON LineString or Polygon (RFC 7946)")
        JsonNode geometry,

        @Nullable Instant until,
        String closedBy,
        Instant closedAt,
        boolean changesTimes) {}
