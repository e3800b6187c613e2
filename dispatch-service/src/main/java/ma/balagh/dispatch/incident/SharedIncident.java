package ma.balagh.dispatch.incident;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * What of an incident leaves the agency: nobody's name and no words of anybody, no unit, and the place only roughly.
 *
 * @param latitude in degrees, rounded to hundredths, about a kilometre; absent where the place is not known
 * @param longitude likewise
 */
@RegisterForReflection // Written by no endpoint alone.
public record SharedIncident(
        UUID id,
        UUID dossierId,
        String jurisdiction,
        String state,
        IncidentType type,
        int severity,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        @Nullable SharedOutcome outcome) {

    private static final int DECIMALS = 2;

    /** How it ended. */
    @RegisterForReflection
    public record SharedOutcome(OutcomeKind kind, Instant at) {}

    static SharedIncident of(Incident incident) {
        return new SharedIncident(
                incident.id(),
                incident.dossierId(),
                incident.jurisdiction(),
                incident.state().name().name(),
                incident.type(),
                incident.offence().severity(),
                roughly(incident.offence().latitude()),
                roughly(incident.offence().longitude()),
                incident.offence().occurredAt(),
                incident.openedAt(),
                incident.outcome()
                        .map(outcome -> new SharedOutcome(outcome.kind(), outcome.at()))
                        .orElse(null));
    }

    private static @Nullable BigDecimal roughly(@Nullable Double degrees) {
        return degrees == null ? null : BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
