package ma.balagh.analysis.motion;

import java.util.Arrays;

/** Smooths pictures of a grid, so that it hardly matters how finely each was sampled before. */
final class GridSmoothingFilter {

    private static final int[] WEIGHTS = {1, 2, 1};

    private final int width;
    private final int height;
    private final int[] cells;
    /** Which of the cells stands at each place of the grid; −1 where none does. */
    private final int[] places;

    GridSmoothingFilter(AlignedFilms films) {
        this.width = films.width();
        this.height = films.height();
        this.cells = films.sharedCells();
        this.places = new int[films.cells()];
        Arrays.fill(places, -1);
        for (int k = 0; k < cells.length; k++) {
            places[cells[k]] = k;
        }
    }

    /** The mean of each cell and those beside it, which count half, and a quarter across. */
    float[] of(float[] greys) {
        var smooth = new float[greys.length];
        for (int k = 0; k < cells.length; k++) {
            float sum = 0;
            int weights = 0;
            for (int down = -1; down <= 1; down++) {
                for (int right = -1; right <= 1; right++) {
                    int cell = beside(cells[k], right, down);
                    if (cell >= 0) {
                        int weight = WEIGHTS[down + 1] * WEIGHTS[right + 1];
                        sum += weight * greys[cell];
                        weights += weight;
                    }
                }
            }
            smooth[k] = sum / weights;
        }
        return smooth;
    }

    private int beside(int cell, int right, int down) {
        int column = cell % width + right;
        int row = cell / width + down;
        boolean isInside = column >= 0 && row >= 0 && column < width && row < height;
        return isInside ? places[row * width + column] : -1;
    }
}
