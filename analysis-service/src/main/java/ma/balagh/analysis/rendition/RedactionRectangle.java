package ma.balagh.analysis.rendition;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A part of the picture that somebody wants hidden; sides are shares of the picture, 0 to 1.
 *
 * @param from seconds at which it begins; null for the medium's beginning
 * @param to seconds at which it ends; null for the medium's end
 * @param follow whether what lies there at {@code from} is followed, in both directions to the nearest cuts
 */
record RedactionRectangle(
        @DecimalMin("0") @Nullable Double from,
        @DecimalMin("0") @Nullable Double to,
        @NotNull @DecimalMin("0") @DecimalMax("1") @Nullable Double left,
        @NotNull @DecimalMin("0") @DecimalMax("1") @Nullable Double top,
        @NotNull @DecimalMin("0") @DecimalMax("1") @Nullable Double right,
        @NotNull @DecimalMin("0") @DecimalMax("1") @Nullable Double bottom,
        @Nullable Boolean follow) {

    boolean isFollowed() {
        return Boolean.TRUE.equals(follow);
    }

    double start() {
        return from == null ? 0 : from;
    }

    /** Infinity for the medium's end. */
    double end() {
        return to == null ? Double.POSITIVE_INFINITY : to;
    }
}
