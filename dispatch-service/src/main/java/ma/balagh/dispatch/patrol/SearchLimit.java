package ma.balagh.dispatch.patrol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the search for a better plan ends.
 *
 * @param longest after which it ends
 * @param unimproved without anything better; null where that does not end it
 * @param moves tried after which it ends, so that the same problem gives the same plan; null where time alone ends it
 */
record SearchLimit(
        Duration longest,
        @Nullable Duration unimproved,
        @Nullable Long moves) {

    static SearchLimit ofMoves(long moves) {
        return new SearchLimit(Duration.ofMinutes(10), null, moves);
    }
}
