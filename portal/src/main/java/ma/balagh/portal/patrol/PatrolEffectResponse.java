package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents before and after units began to visit places, at each and around it, as dispatch answers it. */
@TemplateData
public record PatrolEffectResponse(Instant until, int leastIncidents, int leastWeeks, List<SpotEffect> items) {

    /** Of one place. */
    @TemplateData
    public record SpotEffect(
            String cell,
            @Nullable String name,
            String jurisdiction,
            double latitude,
            double longitude,
            int visits,
            Instant firstVisitAt,
            AreaEffect spot,
            AreaEffect ring) {}

    /**
     * Of a place, or of what lies around it.
     *
     * @param ratio incidents in a week after it, divided by those before
     * @param from the lower end of its interval
     * @param to the upper end; nothing where there is none
     */
    @TemplateData
    public record AreaEffect(
            @Nullable EffectVerdictCode verdict,
            int before,
            double weeksBefore,
            int after,
            double weeksAfter,
            @Nullable Double ratio,
            @Nullable Double from,
            @Nullable Double to) {

        /** Whether it was compared at all. */
        public boolean isCompared() {
            return from != null;
        }
    }
}
