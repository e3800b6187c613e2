package ma.balagh.dispatch.statistics;

import java.time.Duration;
import java.time.Instant;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * What is counted: what ended in that period.
 *
 * @param from from when on, inclusive
 * @param to until when, exclusive
 * @param jurisdiction that territory and what lies in it; null for all that is visible
 * @param incidentType null for all
 */
public record StatisticsPeriod(
        Instant from,
        Instant to,
        @Nullable String jurisdiction,
        @Nullable IncidentType incidentType) {

    /** The period of the same length before it. */
    public StatisticsPeriod before() {
        return new StatisticsPeriod(from.minus(Duration.between(from, to)), from, jurisdiction, incidentType);
    }

    public @Nullable String typeName() {
        return incidentType == null ? null : incidentType.name();
    }
}
