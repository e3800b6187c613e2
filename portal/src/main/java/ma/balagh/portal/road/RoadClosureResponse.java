package ma.balagh.portal.road;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A road that is closed.
 *
 * @param geometry as GeoJSON
 * @param until when it opens again; nothing where somebody has to lift the closure
 * @param changesTimes whether travel times know of it
 */
@TemplateData
public record RoadClosureResponse(
        UUID id,
        String jurisdiction,
        String reason,
        JsonNode geometry,
        @Nullable Instant until,
        String closedBy,
        Instant closedAt,
        boolean changesTimes) {

    public boolean isArea() {
        return "Polygon".equals(geometry.path("type").asText());
    }

    /** As whoever typed it could type it again. */
    public String places() {
        return geometry.toString();
    }
}
