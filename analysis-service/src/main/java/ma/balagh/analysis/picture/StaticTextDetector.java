package ma.balagh.analysis.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where something with the density of letters stands still over seconds while the rest does not: captions, tickers,
 * logos, names of accounts. Nothing is read. Strokes have two sides, so a cell of a text has edges that rise and edges
 * that fall, at the same place in nearly all frames of a window; where most such cells of a picture lie elsewhere, it is
 * the scene that stands still, and nothing is said.
 */
final class StaticTextDetector {

    /** Pixels of a cell's side: about a letter of a caption, at 256 pixels for the longer side. */
    private static final int CELL = 8;

    /** Greys between two pixels beside each other that make an edge. */
    private static final int EDGE = 32;

    /** Frames of a window, four seconds as a rule; and of the shortest one that says anything. */
    private static final int WINDOW = 16;

    private static final int SHORTEST_WINDOW = 8;

    /** Share of the frames in which an edge must be at its place. */
    private static final double STANDS = 0.85;

    /** Edges of either direction in a cell of text. */
    private static final int STROKES = 3;

    /** Cells of the smallest area, and how many of a row and of its rectangle it has at least. */
    private static final int SMALLEST = 6;

    private static final int NARROWEST = 3;
    private static final double FILLED = 0.5;

    /** Areas hold so many times the cells that lie outside of them. */
    private static final double CONCENTRATED = 1.5;

    /** Windows in a row that must show it, where there are as many. */
    private static final int WINDOWS = 2;

    private static final int MOST_KEPT = 20;
    private static final int MOST_TOLD = 6;

    /** An area that stands from one time to another, in cells. */
    private record Standing(CellArea area, double from, double to, int windows) {}

    private final List<Standing> over = new ArrayList<>();
    private List<Standing> going = List.of();
    private byte[] rising = new byte[0];
    private byte[] falling = new byte[0];
    private int width;
    private int height;
    private int frames;
    private int windows;
    private double from;
    private double last;

    void look(byte[] luma, int newWidth, int newHeight, double seconds) {
        if (newWidth != width || newHeight != height) {
            close();
            width = newWidth;
            height = newHeight;
            rising = new byte[width * height];
            falling = new byte[width * height];
        }
        if (frames == 0) {
            from = seconds;
        }
        for (int y = 0; y < height; y++) {
            for (int k = y * width; k < (y + 1) * width - 1; k++) {
                int edge = (luma[k + 1] & 0xFF) - (luma[k] & 0xFF);
                if (edge >= EDGE) {
                    rising[k]++;
                } else if (edge <= -EDGE) {
                    falling[k]++;
                }
            }
        }
        last = seconds;
        frames++;
        if (frames == WINDOW) {
            close();
        }
    }

    private void close() {
        if (frames >= SHORTEST_WINDOW) {
            windows++;
            List<CellArea> areas = concentrated();
            end(going.stream()
                    .filter(standing -> areas.stream().noneMatch(standing.area()::isLike))
                    .toList());
            going = areas.stream().map(this::stillGoing).toList();
        }
        frames = 0;
        Arrays.fill(rising, (byte) 0);
        Arrays.fill(falling, (byte) 0);
    }

    private Standing stillGoing(CellArea area) {
        return going.stream()
                .filter(standing -> standing.area().isLike(area))
                .findFirst()
                .map(standing -> new Standing(area, standing.from(), last, standing.windows() + 1))
                .orElseGet(() -> new Standing(area, from, last, 1));
    }

    private void end(List<Standing> ended) {
        ended.stream()
                .filter(standing -> standing.windows() >= Math.min(WINDOWS, windows) && over.size() < MOST_KEPT)
                .forEach(over::add);
    }

    private List<CellArea> concentrated() {
        boolean[][] cells = cells();
        List<CellArea> areas = CellArea.in(cells);
        int all = areas.stream().mapToInt(CellArea::cells).sum();
        List<CellArea> texts =
                areas.stream().filter(area -> isText(area, cells.length)).toList();
        int inside = texts.stream().mapToInt(CellArea::cells).sum();
        return inside >= CONCENTRATED * (all - inside) ? texts : List.of();
    }

    private static boolean isText(CellArea area, int rows) {
        return area.cells() >= SMALLEST
                && area.width() >= Math.max(NARROWEST, area.height())
                && area.height() <= Math.max(5, rows / 4)
                && area.cells() >= FILLED * area.width() * area.height();
    }

    private boolean[][] cells() {
        boolean[][] cells = new boolean[height / CELL][width / CELL];
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                int corner = row * CELL * width + column * CELL;
                cells[row][column] = standing(rising, corner) >= STROKES && standing(falling, corner) >= STROKES;
            }
        }
        return cells;
    }

    private int standing(byte[] edges, int corner) {
        int count = 0;
        for (int y = 0; y < CELL; y++) {
            for (int k = corner + y * width; k < corner + y * width + CELL; k++) {
                count += edges[k] >= STANDS * frames ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The seconds of each area, and which part of the picture's width and height it takes, such as {@code 0.0–9.8 s: 2–97
     * % × 81–94 %}; empty where nothing was found. To be asked after the last frame.
     */
    String places() {
        close();
        end(going);
        going = List.of();
        return over.stream().limit(MOST_TOLD).map(this::told).collect(Collectors.joining("; "))
                + (over.size() > MOST_TOLD ? "; …" : "");
    }

    private String told(Standing standing) {
        CellArea area = standing.area();
        return String.format(
                Locale.ROOT,
                "%.1f–%.1f s: %d–%d %% × %d–%d %%",
                standing.from(),
                standing.to(),
                percent(area.left(), width),
                percent(area.left() + area.width(), width),
                percent(area.top(), height),
                percent(area.top() + area.height(), height));
    }

    private static int percent(int cells, int side) {
        return Math.min(100, Math.round(100f * cells * CELL / side));
    }
}
