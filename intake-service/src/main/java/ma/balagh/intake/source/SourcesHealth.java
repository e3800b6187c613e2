package ma.balagh.intake.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the sources are doing, of those that the caller sees.
 *
 * @param failingSince since when the one fails that has failed for longest
 */
record SourcesHealth(
        int untried,
        int working,
        int failing,
        int off,
        @Nullable Instant failingSince) {}
