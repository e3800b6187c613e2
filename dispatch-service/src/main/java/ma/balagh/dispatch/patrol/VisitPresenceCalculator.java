package ma.balagh.dispatch.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/** How long a unit was in a cell: from each position in it to the next one, wherever that is, and no longer than is known. */
final class VisitPresenceCalculator {

    private final Duration silence;

    /** @param silence without a position for so long, nobody knows where a unit is */
    VisitPresenceCalculator(Duration silence) {
        this.silence = silence;
    }

    /** @param track the oldest first */
    VisitPresence of(List<Position> track, Predicate<Position> isThere) {
        Instant arrived = null;
        Instant left = null;
        long millis = 0;
        for (int point = 0; point < track.size(); point++) {
            var here = track.get(point);
            if (!isThere.test(here)) {
                continue;
            }
            arrived = arrived == null ? here.at() : arrived;
            var next = point + 1 < track.size() ? track.get(point + 1) : null;
            var until = until(here, next);
            millis += Duration.between(here.at(), until).toMillis();
            left = until;
        }
        return new VisitPresence(arrived, left, millis / 1000);
    }

    private Instant until(Position here, @Nullable Position next) {
        if (next == null) {
            return here.at();
        }
        var known = here.at().plus(silence);
        return next.at().isAfter(known) ? here.at() : next.at();
    }
}
