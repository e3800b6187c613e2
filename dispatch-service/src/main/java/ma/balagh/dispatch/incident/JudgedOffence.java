package ma.balagh.dispatch.incident;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.road.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What two people presume to have happened, as far as those who are sent need it.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param place in words; null when nobody told it
 * @param latitude in degrees north, as WGS 84; null with {@code longitude} when it is not known where it was
 * @param longitude in degrees east
 * @param occurredAt null when nobody knows when it was
 * @param verdictConfirmedAt when the second person confirmed the verdict
 * @param firstVerdictConfirmedAt when the verdict was confirmed that was the first one, for the clocks; null where this is it
 * @param dangerContinues whether people were still in danger then
 */
@Embeddable
public record JudgedOffence(
        UUID verdictId,
        int severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant verdictConfirmedAt,
        @Nullable Instant firstVerdictConfirmedAt,
        boolean dangerContinues) {

    /** What an offence is taken for when nobody judged its severity: neither minor nor grave. */
    static final int DEFAULT_SEVERITY = 2;

    /** Life is in danger. */
    private static final int GRAVEST = 4;

    static JudgedOffence of(VerdictReached verdict) {
        return of(verdict, null);
    }

    /** As another verdict says, after this one was withdrawn. */
    JudgedOffence judgedAgain(VerdictReached verdict) {
        return of(verdict, firstVerdictConfirmedAt == null ? verdictConfirmedAt : firstVerdictConfirmedAt);
    }

    private static JudgedOffence of(VerdictReached verdict, @Nullable Instant firstVerdictConfirmedAt) {
        var facts = verdict.facts();
        return new JudgedOffence(
                verdict.verdictId(),
                verdict.severity() == null ? DEFAULT_SEVERITY : verdict.severity(),
                verdict.place(),
                verdict.latitude(),
                verdict.longitude(),
                verdict.occurredAt(),
                verdict.confirmedAt(),
                firstVerdictConfirmedAt,
                facts != null && Boolean.TRUE.equals(facts.dangerContinues()));
    }

    /** Where it was, if that is known. */
    public Optional<GeoPoint> point() {
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new GeoPoint(latitude, longitude));
    }

    /** Where life is in danger, more than one crew is wanted. */
    int alarmLevel() {
        return severity == GRAVEST ? 2 : 1;
    }
}
