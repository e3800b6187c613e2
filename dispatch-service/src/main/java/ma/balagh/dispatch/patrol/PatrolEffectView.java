package ma.balagh.dispatch.patrol;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Verified incidents before and after units began to visit places: at each place and around it, and for no district. It is no
 * promise. A place is visited because much happened there, so that less may happen afterwards by itself.
 *
 * @param until incidents that happened later are not counted yet: verdicts take time
 * @param leastIncidents with fewer in both times together nothing is said
 * @param leastWeeks with a shorter time before or after nothing is said
 */
@Schema(name = "PatrolEffect")
record PatrolEffectView(Instant until, int leastIncidents, int leastWeeks, List<SpotEffectView> items) {

    /**
     * Of one place.
     *
     * @param visits that were made until now
     * @param ring the cells around it, up to two away, that are no such place themselves
     */
    @Schema(name = "SpotEffect")
    record SpotEffectView(
            String cell,
            @Nullable String name,
            String jurisdiction,
            double latitude,
            double longitude,
            int visits,
            Instant firstVisitAt,
            AreaEffectView spot,
            AreaEffectView ring) {}

    /**
     * Of a place, or of what lies around it.
     *
     * @param ratio incidents in a week after it, divided by those before; absent where nothing is said, or nothing happened
     *     before
     * @param from the lower end of the 95 % interval of the ratio
     * @param to its upper end; absent where there is none
     */
    @Schema(name = "AreaEffect")
    record AreaEffectView(
            EffectVerdict verdict,
            int before,
            double weeksBefore,
            int after,
            double weeksAfter,
            @Nullable Double ratio,
            @Nullable Double from,
            @Nullable Double to) {}
}
