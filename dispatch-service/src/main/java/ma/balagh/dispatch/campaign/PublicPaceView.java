package ma.balagh.dispatch.campaign;

import ma.balagh.dispatch.clock.Stage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long a stage took. */
@Schema(name = "PublicPace")
record PublicPaceView(
        Stage stage,

        @Schema(description = "Half took at most so many seconds, in coarse steps")
        long p50,

        @Schema(description = "95 % took at most so many seconds, in coarse steps; absent where too few were measured")
        @Nullable
        Long p95) {}
