package ma.balagh.intake.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The conditions of a statement, with what they bind. Only what is asked for stands in it: of
 * {@code :x is null or column = :x} no index can serve the second half.
 */
final class QueryConditionBuilder {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition) {
        conditions.add("(" + condition + ")");
    }

    void add(String condition, String name, Object value) {
        add(condition);
        values.put(name, value);
    }

    /**
     * That a report belongs to one of some jurisdictions.
     *
     * @param name what the values' names begin with
     */
    void addWithin(List<String> patterns, String name) {
        add(within(patterns, name));
    }

    /** A {@code like} for each pattern: {@code like any} of an array is served by no index. */
    String within(List<String> patterns, String name) {
        return IntStream.range(0, patterns.size())
                .mapToObj(i -> "report.jurisdiction like " + bind(name + i, patterns.get(i)))
                .collect(Collectors.joining(" or "));
    }

    /** Names a value, for a condition that has several. */
    String bind(String name, Object value) {
        values.put(name, value);
        return ":" + name;
    }

    /** All of them, for a {@code where}; what they say of columns they say of {@code report}. */
    String sql() {
        return conditions.isEmpty() ? "true" : String.join("\nand ", conditions);
    }

    /** What they name. */
    Map<String, Object> values() {
        return values;
    }
}
