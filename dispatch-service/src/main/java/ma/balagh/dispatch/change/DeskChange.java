package ma.balagh.dispatch.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one transaction changed. It says what to read anew, not how it is now: whoever follows reads it with their own
 * rights.
 *
 * @param position where a follower stands who has been told
 */
@Schema(description = "What changed at once; read it anew to learn how it is now")
record DeskChange(
        @JsonIgnore @Schema(hidden = true) StreamPosition position,
        Instant at,
        List<UUID> incidents,
        List<UUID> assignments,
        List<UUID> units,
        List<UUID> closures) {}
