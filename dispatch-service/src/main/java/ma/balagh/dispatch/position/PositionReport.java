package ma.balagh.dispatch.position;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit is.
 *
 * @param at when; the present moment if left out
 * @param heading where it goes, in degrees clockwise from north
 * @param speed in metres per second
 * @param accuracy in metres, at a confidence of 95 %
 */
record PositionReport(
        @NotNull @Min(-90) @Max(90) Double latitude,
        @NotNull @Min(-180) @Max(180) Double longitude,
        @Nullable Instant at,

        @Nullable @Min(0) @DecimalMax(value = "360", inclusive = false)
        Double heading,

        @Nullable @Min(0) @Max(500) Double speed,
        @Nullable @Min(0) @Max(1_000_000) Double accuracy) {

    /** @param moment when, in the past */
    Position position(Instant moment) {
        return new Position(latitude, longitude, moment, heading, speed, accuracy);
    }
}
