package ma.balagh.intake.claimtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Words about a time, and their position in the folded text. */
sealed interface TimeHint {

    int from();

    int to();

    /**
     * One day or several.
     *
     * @param rank a higher one says it more exactly
     * @param part that the same words say
     */
    record Day(
            int from,
            int to,
            LocalDate first,
            LocalDate last,
            int rank,
            TimeReason reason,
            boolean supposed,
            @Nullable PartOfDay part)
            implements TimeHint {}

    /** An interval around a moment before publication. */
    record Ago(int from, int to, Instant earliest, Instant latest) implements TimeHint {}

    record Part(int from, int to, PartOfDay part) implements TimeHint {}

    /**
     * A time of day.
     *
     * @param sinceMidnight up to 24 hours
     * @param open whether before or after noon is still to be said
     */
    record Clock(int from, int to, Duration sinceMidnight, boolean open) implements TimeHint {}
}
