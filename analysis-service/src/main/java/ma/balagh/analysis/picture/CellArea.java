package ma.balagh.analysis.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cells of a grid that hang together, by sides or corners, with the rectangle around them. */
record CellArea(int left, int top, int width, int height, int cells) {

    static List<CellArea> in(boolean[][] grid) {
        List<CellArea> areas = new ArrayList<>();
        boolean[][] seen = new boolean[grid.length][];
        for (int row = 0; row < grid.length; row++) {
            seen[row] = new boolean[grid[row].length];
        }
        for (int row = 0; row < grid.length; row++) {
            for (int column = 0; column < grid[row].length; column++) {
                if (grid[row][column] && !seen[row][column]) {
                    areas.add(around(grid, seen, row, column));
                }
            }
        }
        return areas;
    }

    private static CellArea around(boolean[][] grid, boolean[][] seen, int row, int column) {
        int top = row;
        int bottom = row;
        int left = column;
        int right = column;
        int cells = 0;
        Deque<int[]> open = new ArrayDeque<>();
        seen[row][column] = true;
        open.push(new int[] {row, column});
        while (!open.isEmpty()) {
            int[] cell = open.pop();
            cells++;
            top = Math.min(top, cell[0]);
            bottom = Math.max(bottom, cell[0]);
            left = Math.min(left, cell[1]);
            right = Math.max(right, cell[1]);
            for (int y = Math.max(0, cell[0] - 1); y <= Math.min(grid.length - 1, cell[0] + 1); y++) {
                for (int x = Math.max(0, cell[1] - 1); x <= Math.min(grid[y].length - 1, cell[1] + 1); x++) {
                    if (grid[y][x] && !seen[y][x]) {
                        seen[y][x] = true;
                        open.push(new int[] {y, x});
                    }
                }
            }
        }
        return new CellArea(left, top, right - left + 1, bottom - top + 1, cells);
    }

    /** Whether it shares at least half of the smaller one's rectangle. */
    boolean isLike(CellArea other) {
        int wide = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        int high = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        int smaller = Math.min(width * height, other.width * other.height);
        return wide > 0 && high > 0 && 2 * wide * high >= smaller;
    }
}
