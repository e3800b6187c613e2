package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that black spots learn of an incident.
 *
 * @param at when it happened; when its verdict was confirmed, where that is not known
 * @param isTimed whether {@code at} is when it happened
 * @param place in words, as it was judged
 */
record VerifiedIncident(
        UUID id,
        String jurisdiction,
        double latitude,
        double longitude,
        Instant at,
        boolean isTimed,
        @Nullable String place) {}
