package ma.balagh.intake.claimtime;

import java.time.Instant;
import java.util.List;

/**
 * When something is said to have happened.
 *
 * @param words as written
 * @param position where they begin in the text, in UTF-16 units
 * @param from the earliest that they may mean
 * @param to the latest, exclusively; never after publication
 * @param reasons what it was read from
 */
public record ClaimedTime(String words, int position, Instant from, Instant to, List<TimeReason> reasons) {

    public ClaimedTime {
        reasons = List.copyOf(reasons);
    }
}
