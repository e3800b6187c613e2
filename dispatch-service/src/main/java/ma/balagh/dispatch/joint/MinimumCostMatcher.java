package ma.balagh.dispatch.joint;

import java.util.Arrays;

/**
 * Gives each row a column of its own so that the sum of the costs is least: successive shortest augmenting paths with
 * potentials, for tables with fewer rows than columns (R. Jonker, A. Volgenant, A shortest augmenting path algorithm for
 * dense and sparse linear assignment problems, Computing 38, 1987). Exact; rows² × columns steps at most. Among equal
 * costs the column that comes first wins, so the same table always gets the same answer.
 */
final class MinimumCostMatcher {

    private static final int NONE = -1;

    private final double[][] costs;
    private final int columns;
    private final double[] rowPotentials;
    private final double[] columnPotentials;
    private final int[] rowOf;

    private MinimumCostMatcher(double[][] costs) {
        this.costs = costs;
        columns = costs.length == 0 ? 0 : costs[0].length;
        rowPotentials = new double[costs.length];
        columnPotentials = new double[columns];
        rowOf = new int[columns];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * @param costs a rectangle of finite numbers, at least as wide as high
     * @return the column of each row
     */
    static int[] match(double[][] costs) {
        var matcher = new MinimumCostMatcher(costs);
        if (costs.length > matcher.columns) {
            throw new IllegalArgumentException(costs.length + " rows, but " + matcher.columns + " columns");
        }
        for (int row = 0; row < costs.length; row++) {
            matcher.add(row);
        }
        return matcher.columnOfEachRow();
    }

    private int[] columnOfEachRow() {
        var columnOf = new int[costs.length];
        for (int column = 0; column < columns; column++) {
            if (rowOf[column] != NONE) {
                columnOf[rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    /** Matches one more row: along the cheapest path of columns that give up theirs, to one that is free. */
    private void add(int newRow) {
        var distances = new double[columns];
        var before = new int[columns];
        var done = new boolean[columns];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        int column = NONE;
        int row = newRow;
        double reached = 0;
        while (row != NONE) {
            relax(row, column, reached, distances, before, done);
            column = nearest(distances, done);
            done[column] = true;
            reached = distances[column];
            row = rowOf[column];
        }
        raisePotentials(newRow, distances, done, reached);
        augment(newRow, column, before);
    }

    private void relax(int row, int from, double reached, double[] distances, int[] before, boolean[] done) {
        for (int column = 0; column < columns; column++) {
            double distance = reached + costs[row][column] - rowPotentials[row] - columnPotentials[column];
            if (!done[column] && distance < distances[column]) {
                distances[column] = distance;
                before[column] = from;
            }
        }
    }

    private static int nearest(double[] distances, boolean[] done) {
        int nearest = NONE;
        for (int column = 0; column < distances.length; column++) {
            if (!done[column] && (nearest == NONE || distances[column] < distances[nearest])) {
                nearest = column;
            }
        }
        return nearest;
    }

    private void raisePotentials(int newRow, double[] distances, boolean[] done, double reached) {
        rowPotentials[newRow] += reached;
        for (int column = 0; column < columns; column++) {
            if (done[column]) {
                double rise = reached - distances[column];
                columnPotentials[column] -= rise;
                if (rowOf[column] != NONE) {
                    rowPotentials[rowOf[column]] += rise;
                }
            }
        }
    }

    private void augment(int newRow, int free, int[] before) {
        int column = free;
        while (before[column] != NONE) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
        rowOf[column] = newRow;
    }
}
