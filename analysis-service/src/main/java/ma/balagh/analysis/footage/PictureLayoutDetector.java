package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pictures within a picture: framed by bars or a border, on a blurred copy of itself, or in a corner of something
 * else. An edge belongs to the layout and not to the scene where brightness jumps at the same place in most frames,
 * along a straight line of some length; four of them make a box.
 */
final class PictureLayoutDetector {

    /** Part of a picture, in pixels; right and bottom are outside. */
    record Box(int left, int top, int right, int bottom) {

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        private int area() {
            return width() * height();
        }

        private boolean resembles(Box other) {
            int w = Math.min(right, other.right) - Math.max(left, other.left);
            int h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double common = Math.max(0, w) * (double) Math.max(0, h);
            return common > 0.75 * (area() + other.area() - common);
        }
    }

    /** An edge along a line, between its first and its last pixel; {@code at} is the first pixel behind it. */
    private record Edge(int at, int from, int to, boolean isBorder) {

        int length() {
            return to - from;
        }

        boolean covers(int first, int last) {
            return from <= first + SLACK && to >= last - SLACK;
        }
    }

    private record Rated(Box box, double rating) {}

    /** A jump of brightness, in grey values. */
    private static final int JUMP = 8;
    /** In how many of the frames it has to be. */
    private static final double STEADY = 0.6;
    /** Shortest edge, as a share of the picture's side. */
    private static final double SHORTEST = 0.2;
    /** Holes in an edge, in pixels. */
    private static final int HOLE = 6;
    /** Share of an edge's pixels that have to show it. */
    private static final double DENSE = 0.7;

    private static final int SLACK = 4;
    /** Edges of one direction that are looked at. */
    private static final int EDGES = 12;

    private static final double SMALLEST = 0.06;
    private static final double LARGEST = 0.96;

    private final int width;
    private final int height;
    private final short[] columns;
    private final short[] rows;
    private int frames;

    PictureLayoutDetector(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = new short[width * height];
        this.rows = new short[width * height];
    }

    void see(byte[] luma) {
        frames++;
        for (int y = 1; y < height; y++) {
            int row = y * width;
            for (int x = 1; x < width; x++) {
                int here = luma[row + x] & 0xFF;
                columns[row + x] += jumps(here, luma[row + x - 1] & 0xFF);
                rows[row + x] += jumps(here, luma[row + x - width] & 0xFF);
            }
        }
    }

    /** 1 or 0, from the sign of a difference: which of both it is cannot be foretold, and a wrong guess is dear. */
    private static short jumps(int here, int there) {
        return (short) (JUMP - 1 - Math.abs(here - there) >>> 31);
    }

    /** The boxes that are framed best, at most so many. */
    List<Box> boxes(int limit) {
        List<Edge> vertical = edges(width, height, (at, along) -> columns[along * width + at]);
        List<Edge> horizontal = edges(height, width, (at, along) -> rows[at * width + along]);
        List<Rated> rated = new ArrayList<>();
        for (Edge left : vertical) {
            for (Edge right : vertical) {
                if (right.at() - left.at() >= SHORTEST * width) {
                    between(left, right, horizontal, rated);
                }
            }
        }
        rated.sort(Comparator.comparingDouble(Rated::rating).reversed());
        List<Box> boxes = new ArrayList<>();
        for (Rated candidate : rated) {
            if (boxes.size() < limit && boxes.stream().noneMatch(candidate.box()::resembles)) {
                boxes.add(candidate.box());
            }
        }
        return boxes;
    }

    private void between(Edge left, Edge right, List<Edge> horizontal, List<Rated> rated) {
        for (Edge top : horizontal) {
            for (Edge bottom : horizontal) {
                if (bottom.at() - top.at() >= SHORTEST * height
                        && left.covers(top.at(), bottom.at())
                        && right.covers(top.at(), bottom.at())
                        && top.covers(left.at(), right.at())
                        && bottom.covers(left.at(), right.at())) {
                    var box = new Box(left.at(), top.at(), right.at(), bottom.at());
                    double area = (double) box.area() / (width * height);
                    if (area >= SMALLEST && area <= LARGEST) {
                        rated.add(new Rated(box, rating(List.of(left, right, top, bottom), area)));
                    }
                }
            }
        }
    }

    /** Edges that end where the box ends speak for it, and so does its size. */
    private static double rating(List<Edge> edges, double area) {
        long inner = edges.stream().filter(edge -> !edge.isBorder()).count();
        return inner + area;
    }

    private interface Count {
        int of(int at, int along);
    }

    private List<Edge> edges(int across, int length, Count count) {
        int needed = (int) Math.ceil(STEADY * frames);
        List<Edge> found = new ArrayList<>();
        for (int at = 2; at < across - 1; at++) {
            Edge edge = longest(at, length, needed, count);
            if (edge != null) {
                found.add(edge);
            }
        }
        found.sort(Comparator.comparingInt(Edge::length).reversed());
        List<Edge> kept = new ArrayList<>();
        for (Edge edge : found) {
            boolean isNew = kept.stream().noneMatch(other -> Math.abs(other.at() - edge.at()) <= 2);
            if (isNew && kept.size() < EDGES) {
                kept.add(sharpest(edge, across, count));
            }
        }
        kept.add(new Edge(0, 0, length, true));
        kept.add(new Edge(across, 0, length, true));
        return kept;
    }

    /** A line was taken together with the next one: the edge is where most jumps are. */
    private static Edge sharpest(Edge edge, int across, Count count) {
        int best = edge.at();
        long most = -1;
        for (int at = Math.max(1, edge.at() - 1); at <= Math.min(across - 1, edge.at() + 2); at++) {
            long jumps = 0;
            for (int along = edge.from(); along < edge.to(); along++) {
                jumps += count.of(at, along);
            }
            if (jumps > most) {
                most = jumps;
                best = at;
            }
        }
        return new Edge(best, edge.from(), edge.to(), false);
    }

    /** The longest run of steady jumps along a line or the one next to it; null where it is too short. */
    private static @Nullable Edge longest(int at, int length, int needed, Count count) {
        Edge best = null;
        int from = -1;
        int last = -1;
        int shown = 0;
        for (int along = 0; along <= length; along++) {
            boolean isShown =
                    along < length && (count.of(at, along) >= needed || count.of(at + 1, along) >= needed && at > 0);
            if (isShown) {
                if (from < 0) {
                    from = along;
                    shown = 0;
                }
                shown++;
                last = along;
            }
            boolean ends = from >= 0 && (along == length || along - last > HOLE);
            if (ends) {
                int run = last + 1 - from;
                boolean isLong = run >= SHORTEST * length && shown >= DENSE * run;
                if (isLong && (best == null || run > best.length())) {
                    best = new Edge(at, from, last + 1, false);
                }
                from = -1;
            }
        }
        return best;
    }
}
