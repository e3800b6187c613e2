package ma.balagh.dispatch.road;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import ma.balagh.http.Jurisdictions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Roads that somebody closes.
 *
 * @param jurisdiction whose closure it is; left out, the caller's first
 * @param geometry a GeoJSON LineString, which closes the roads that it crosses, or a Polygon, which closes those that
 *     lead into it
 * @param until when they open again; left out, when somebody lifts the closure
 */
record RoadClosureRequest(
        @Nullable
        @Size(max = Jurisdictions.LONGEST)
        @Pattern(regexp = Jurisdictions.CODE, message = "must be a code such as MA-CAS")
        String jurisdiction,

        @NotBlank @Size(max = 500) String reason,

        @NotNull @Schema(implementation = Object.class, description = "GeoJSON LineString or Polygon (RFC 7946)")
        JsonNode geometry,

        @Nullable Instant until) {}
