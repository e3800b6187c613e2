package ma.balagh.dispatch.blackspot.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The cells that are compared with each other, each by its position in the list.
 *
 * @param neighbours of each cell those next to it within the area, without itself
 */
public record StudyArea(List<Long> cells, List<List<Integer>> neighbours) {

    public StudyArea {
        cells = List.copyOf(cells);
        neighbours = neighbours.stream().map(List::copyOf).toList();
        if (cells.size() != neighbours.size()) {
            throw new IllegalArgumentException(
                    "neighbours of %d of %d cells".formatted(neighbours.size(), cells.size()));
        }
    }

    public int size() {
        return cells.size();
    }

    /** The position of a cell; −1 for one that lies outside. */
    public ToIntFunction<Long> positions() {
        Map<Long, Integer> positions = HashMap.newHashMap(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            positions.put(cells.get(i), i);
        }
        return cell -> positions.getOrDefault(cell, -1);
    }
}
