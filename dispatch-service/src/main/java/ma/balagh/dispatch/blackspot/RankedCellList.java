package ma.balagh.dispatch.blackspot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import ma.balagh.dispatch.blackspot.statistics.ForecastAccuracy;

/** Cells by their score, the highest first. */
final class RankedCellList {

    private final int[] cells;
    private final double[] scores;

    private RankedCellList(int[] cells, double[] scores) {
        this.cells = cells;
        this.scores = scores;
    }

    static RankedCellList of(double[] scores) {
        int[] cells = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(cell -> scores[cell])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        return new RankedCellList(
                cells, Arrays.stream(cells).mapToDouble(cell -> scores[cell]).toArray());
    }

    /** The first cells; those of the same score in the order of their numbers. */
    int[] first(int count) {
        return Arrays.copyOf(cells, Math.min(count, cells.length));
    }

    /**
     * How well so many of the first cells held what happened. Cells of one score that are not all among them draw lots:
     * their mean counts.
     */
    ForecastAccuracy accuracy(int named, double[] happened) {
        double hits = 0;
        int at = 0;
        while (at < named) {
            int end = at;
            double together = 0;
            while (end < cells.length && scores[end] == scores[at]) {
                together += happened[cells[end++]];
            }
            hits += together * Math.min(end - at, named - at) / (end - at);
            at = end;
        }
        double[] sorted = happened.clone();
        Arrays.sort(sorted);
        double most =
                Arrays.stream(sorted, sorted.length - named, sorted.length).sum();
        return new ForecastAccuracy(hits, most, Arrays.stream(happened).sum(), named, cells.length);
    }
}
