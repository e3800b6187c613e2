package ma.balagh.dispatch.change;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which transactions a follower has seen: all before {@code end} but those that had not ended by then. A position is a
 * snapshot of PostgreSQL ({@code pg_snapshot}), and the id of an event is the position after it. A serial number would
 * not do: the transaction that took the lower number may commit last, and who has seen the higher one would never ask
 * for it.
 *
 * @param end the first transaction that was not begun yet ({@code xmax})
 * @param pending transactions before {@code end} that were not over, in ascending order
 */
record StreamPosition(long end, List<Long> pending) {

    /** What {@link #toString} writes, {@code xmin:xmax:xip,xip}. */
    static final String SYNTAX = "[0-9]{1,18}:[0-9]{1,18}:([0-9]{1,18}(,[0-9]{1,18})*)?";

    /** In characters. PostgreSQL has a few hundred transactions at once at most. */
    static final int LONGEST = 6000;

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    StreamPosition {
        pending = List.copyOf(pending);
    }

    /** @throws IllegalArgumentException for a text that is no position */
    static StreamPosition parse(String text) {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("not a position of the stream");
        }
        var parts = text.split(":", -1);
        var position = new StreamPosition(
                Long.parseLong(parts[1]),
                parts[2].isEmpty()
                        ? List.of()
                        : Arrays.stream(parts[2].split(",", -1))
                                .map(Long::valueOf)
                                .toList());
        boolean isOrdered = position.pending.stream()
                .distinct()
                .sorted()
                .filter(each -> each > 0 && each < position.end)
                .toList()
                .equals(position.pending);
        if (position.end == 0 || !isOrdered || !position.toString().equals(text)) {
            throw new IllegalArgumentException("not a position of the stream");
        }
        return position;
    }

    boolean includes(long transaction) {
        return transaction < end && !pending.contains(transaction);
    }

    /** The first transaction that is not included. */
    long begin() {
        return pending.isEmpty() ? end : pending.getFirst();
    }

    /**
     * The position of somebody who was here and has been told, in ascending order, what ended since: up to and including
     * that transaction.
     *
     * @param now what had ended when it was read
     */
    StreamPosition advancedTo(long transaction, StreamPosition now) {
        var seen = now.pending.stream().filter(each -> each <= transaction);
        var unseen = pending.stream().filter(each -> each > transaction);
        // What began since this position is not seen beyond the transaction, what had ended by it stays seen.
        return new StreamPosition(
                Math.max(end, transaction + 1),
                Stream.concat(seen, unseen).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .toList());
    }

    /** As PostgreSQL writes it. */
    @Override
    public String toString() {
        return begin() + ":" + end + ":" + pending.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
