package ma.balagh.dispatch.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The method that was not chosen: counts of 1 to 4 are left out, all other counts and all sums are published as they are.
 * It also computes what a reader finds out by subtracting.
 */
final class SuppressedTable {

    private static final long SMALLEST = 5;

    private final List<String> rows;
    private final List<String> columns;
    private final Map<String, Long> published = new HashMap<>();

    /** @param count true counts by row and column */
    SuppressedTable(List<String> rows, List<String> columns, Function<String, Long> count) {
        this.rows = rows;
        this.columns = columns;
        for (String row : rows) {
            for (String column : columns) {
                publish(cell(row, column), count.apply(cell(row, column)));
            }
        }
        rows.forEach(row -> publish(
                cell(row, "*"),
                columns.stream()
                        .mapToLong(column -> count.apply(cell(row, column)))
                        .sum()));
        columns.forEach(column -> publish(
                cell("*", column),
                rows.stream().mapToLong(row -> count.apply(cell(row, column))).sum()));
    }

    static String cell(String row, String column) {
        return row + "|" + column;
    }

    private void publish(String cell, long count) {
        if (count == 0 || count >= SMALLEST) {
            published.put(cell, count);
        }
    }

    /** All cells that were left out and follow from sums: where one is missing in a line, it is the rest. */
    Map<String, Long> recover() {
        Map<String, Long> known = new HashMap<>(published);
        boolean found = true;
        while (found) {
            found = rows.stream()
                    .map(row -> complete(
                            known,
                            columns.stream().map(column -> cell(row, column)).toList(),
                            cell(row, "*")))
                    .reduce(false, Boolean::logicalOr);
            found |= columns.stream()
                    .map(column -> complete(
                            known, rows.stream().map(row -> cell(row, column)).toList(), cell("*", column)))
                    .reduce(false, Boolean::logicalOr);
        }
        known.keySet().removeAll(published.keySet());
        return known;
    }

    /** What was added to cities since another version. */
    Map<String, Long> differences(SuppressedTable earlier) {
        Map<String, Long> added = new HashMap<>();
        published.forEach((cell, count) -> {
            long before = earlier.published.getOrDefault(cell, 0L);
            if (count != before && !cell.contains("*")) {
                added.put(cell, count - before);
            }
        });
        return added;
    }

    private static boolean complete(Map<String, Long> known, List<String> line, String sum) {
        var missing = line.stream().filter(cell -> !known.containsKey(cell)).toList();
        if (missing.size() != 1 || !known.containsKey(sum)) {
            return false;
        }
        long others =
                line.stream().mapToLong(cell -> known.getOrDefault(cell, 0L)).sum();
        known.put(missing.getFirst(), known.getOrDefault(sum, 0L) - others);
        return true;
    }
}
