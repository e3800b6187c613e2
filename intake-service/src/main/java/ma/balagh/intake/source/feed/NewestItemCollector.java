package ma.balagh.intake.source.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest items. One without a date counts as new, and an earlier one as newer, which is the order of feeds.
 */
final class NewestItemCollector<T> {

    private record Candidate<T>(Instant date, int order, T value) {}

    private static final Comparator<Candidate<?>> OLDEST_FIRST = Comparator.<Candidate<?>, Instant>comparing(
                    Candidate::date)
            .thenComparing(
                    Comparator.<Candidate<?>>comparingInt(Candidate::order).reversed());

    private final PriorityQueue<Candidate<T>> kept = new PriorityQueue<>(OLDEST_FIRST);
    private final int bound;
    private int count;

    NewestItemCollector(int bound) {
        this.bound = bound;
    }

    void add(@Nullable Instant date, T value) {
        var candidate = new Candidate<>(date == null ? Instant.MAX : date, count++, value);
        if (kept.size() < bound) {
            kept.add(candidate);
        } else if (OLDEST_FIRST.compare(candidate, kept.element()) > 0) {
            kept.remove();
            kept.add(candidate);
        }
    }

    /** @return in the order in which they were added */
    List<T> inOrder() {
        return kept.stream()
                .sorted(Comparator.comparingInt(Candidate::order))
                .map(Candidate::value)
                .toList();
    }
}
