package ma.balagh.analysis.feature;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one picture lies in another: an affine map that takes points of the other picture to this one.
 *
 * @param xx x of this picture by x of the other, and so on
 * @param support features of both that stand at the same place under the map
 * @param share of the features that could do so, on the side that has fewer in the common part of both pictures
 */
public record AffinePlacement(
        double xx, double xy, double x, double yx, double yy, double y, int support, double share) {

    /** Descriptors further apart than this are no pair, whatever else there is. */
    private static final int FARTHEST = 80;
    /** The nearest has to be nearer than the second nearest, by this share. */
    private static final double DISTINCT = 0.88;
    /** What features may be off their place, as a share of the picture's longer side: first, and once refined. */
    private static final double ROUGHLY = 0.06;

    private static final double CLOSELY = 0.025;
    /** By which factor the sizes of two features may disagree with the map. */
    private static final double SIZES = 1.6;

    private static final int LEAST = 4;
    /** More slanted than this is no copy filmed off a screen, but the same things seen from elsewhere. */
    private static final double SLANT = 0.2;

    private record Pair(int mine, int other) {}

    /** The map with the most support, null where no four features agree. */
    public static @Nullable AffinePlacement of(LocalFeatures mine, LocalFeatures other) {
        List<Pair> pairs = pairs(mine, other);
        AffinePlacement best = null;
        for (Pair pair : pairs) {
            double scale = mine.scale()[pair.mine()] / other.scale()[pair.other()];
            var guess = new AffinePlacement(
                    scale,
                    0,
                    mine.x()[pair.mine()] - scale * other.x()[pair.other()],
                    0,
                    scale,
                    mine.y()[pair.mine()] - scale * other.y()[pair.other()],
                    0,
                    0);
            int support = guess.agreeing(pairs, mine, other, ROUGHLY).size();
            if (support >= LEAST && (best == null || support > best.support())) {
                best = guess.with(support);
            }
        }
        return best == null ? null : best.refined(pairs, mine, other);
    }

    /** The map that stretches the one picture over the other. */
    public static AffinePlacement stretched(LocalFeatures mine, LocalFeatures other) {
        double across = (double) mine.width() / other.width();
        double down = (double) mine.height() / other.height();
        return new AffinePlacement(across, 0, 0, 0, down, 0, 0, 0);
    }

    /**
     * The same map between two other pictures, with the support that it has there. Where the place is known, a feature
     * needs not be the most alike of all.
     */
    public AffinePlacement between(LocalFeatures mine, LocalFeatures other) {
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < mine.size(); k++) {
            for (int o = 0; o < other.size(); o++) {
                if (mine.distance(k, other, o) <= FARTHEST) {
                    pairs.add(new Pair(k, o));
                }
            }
        }
        return with(distinct(agreeing(pairs, mine, other, CLOSELY), mine, other), mine, other);
    }

    /** By which factor two maps differ in the size that they give a picture, along the axis where they differ more. */
    public double difference(AffinePlacement that) {
        double across = Math.max(xx / that.xx, that.xx / xx);
        return Math.max(across, Math.max(yy / that.yy, that.yy / yy));
    }

    private static List<Pair> pairs(LocalFeatures mine, LocalFeatures other) {
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < mine.size(); k++) {
            int nearest = -1;
            int first = Integer.MAX_VALUE;
            int second = Integer.MAX_VALUE;
            for (int o = 0; o < other.size(); o++) {
                int distance = mine.distance(k, other, o);
                if (distance < first) {
                    // Features at nearly the same place are no rivals.
                    second = nearest >= 0 && other.isApart(nearest, o) ? first : second;
                    first = distance;
                    nearest = o;
                } else if (distance < second && other.isApart(nearest, o)) {
                    second = distance;
                }
            }
            if (first <= FARTHEST && first < DISTINCT * second) {
                pairs.add(new Pair(k, nearest));
            }
        }
        return pairs;
    }

    private List<Pair> agreeing(List<Pair> pairs, LocalFeatures mine, LocalFeatures other, double tolerance) {
        double within = tolerance * Math.max(mine.width(), mine.height());
        double scale = scale();
        List<Pair> agreeing = new ArrayList<>();
        for (Pair pair : pairs) {
            double ox = other.x()[pair.other()];
            double oy = other.y()[pair.other()];
            double dx = xx * ox + xy * oy + x - mine.x()[pair.mine()];
            double dy = yx * ox + yy * oy + y - mine.y()[pair.mine()];
            double size = mine.scale()[pair.mine()] / other.scale()[pair.other()] / scale;
            if (dx * dx + dy * dy <= within * within && size < SIZES && size > 1 / SIZES) {
                agreeing.add(pair);
            }
        }
        return agreeing;
    }

    double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }

    private AffinePlacement with(int support) {
        return new AffinePlacement(xx, xy, x, yx, yy, y, support, share);
    }

    private @Nullable AffinePlacement refined(List<Pair> pairs, LocalFeatures mine, LocalFeatures other) {
        AffinePlacement map = this;
        for (int round = 0; round < 3; round++) {
            List<Pair> agreeing = map.agreeing(pairs, mine, other, round == 0 ? ROUGHLY : CLOSELY);
            AffinePlacement fitted = fitted(agreeing, mine, other, round > 0);
            if (fitted == null) {
                return null;
            }
            map = fitted;
        }
        int support = distinct(map.agreeing(pairs, mine, other, CLOSELY), mine, other);
        return support < LEAST ? null : map.with(support, mine, other);
    }

    private AffinePlacement with(int support, LocalFeatures mine, LocalFeatures other) {
        int common = 0;
        for (int o = 0; o < other.size(); o++) {
            double mx = xx * other.x()[o] + xy * other.y()[o] + x;
            double my = yx * other.x()[o] + yy * other.y()[o] + y;
            common += mx >= 0 && my >= 0 && mx < mine.width() && my < mine.height() ? 1 : 0;
        }
        int mineCommon = 0;
        double determinant = xx * yy - xy * yx;
        for (int k = 0; k < mine.size(); k++) {
            double dx = mine.x()[k] - x;
            double dy = mine.y()[k] - y;
            double ox = (yy * dx - xy * dy) / determinant;
            double oy = (xx * dy - yx * dx) / determinant;
            mineCommon += ox >= 0 && oy >= 0 && ox < other.width() && oy < other.height() ? 1 : 0;
        }
        double share = Math.min(1, (double) support / Math.max(LEAST, Math.min(common, mineCommon)));
        return new AffinePlacement(xx, xy, x, yx, yy, y, support, share);
    }

    /** Features of one place count once. */
    private static int distinct(List<Pair> pairs, LocalFeatures mine, LocalFeatures other) {
        List<Pair> kept = new ArrayList<>();
        for (Pair pair : pairs) {
            if (kept.stream()
                    .allMatch(k -> mine.isApart(k.mine(), pair.mine()) && other.isApart(k.other(), pair.other()))) {
                kept.add(pair);
            }
        }
        return kept.size();
    }

    /** Least squares: scale and shift for each axis, or a whole affine map where six pairs or more carry it. */
    private static @Nullable AffinePlacement fitted(
            List<Pair> pairs, LocalFeatures mine, LocalFeatures other, boolean affine) {
        int n = pairs.size();
        if (n < LEAST) {
            return null;
        }
        double mx = 0;
        double my = 0;
        double ox = 0;
        double oy = 0;
        for (Pair pair : pairs) {
            mx += mine.x()[pair.mine()] / n;
            my += mine.y()[pair.mine()] / n;
            ox += other.x()[pair.other()] / n;
            oy += other.y()[pair.other()] / n;
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        double ax = 0;
        double ay = 0;
        double bx = 0;
        double by = 0;
        for (Pair pair : pairs) {
            double dx = other.x()[pair.other()] - ox;
            double dy = other.y()[pair.other()] - oy;
            double ex = mine.x()[pair.mine()] - mx;
            double ey = mine.y()[pair.mine()] - my;
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
            ax += ex * dx;
            ay += ex * dy;
            bx += ey * dx;
            by += ey * dy;
        }
        double determinant = sxx * syy - sxy * sxy;
        double spread = Math.min(sxx, syy);
        if (affine && n >= 6 && determinant > 0.05 * sxx * syy && spread > n) {
            double xx = (ax * syy - ay * sxy) / determinant;
            double xy = (ay * sxx - ax * sxy) / determinant;
            double yx = (bx * syy - by * sxy) / determinant;
            double yy = (by * sxx - bx * sxy) / determinant;
            return sound(new AffinePlacement(xx, xy, mx - xx * ox - xy * oy, yx, yy, my - yx * ox - yy * oy, n, 0));
        }
        double scale = (ax + by) / (sxx + syy);
        return sound(new AffinePlacement(scale, 0, mx - scale * ox, 0, scale, my - scale * oy, n, 0));
    }

    /** Neither mirrored nor squeezed: those are other transformations. */
    private static @Nullable AffinePlacement sound(AffinePlacement map) {
        boolean upright = map.xx > 0.08 && map.yy > 0.08 && map.xx < 12 && map.yy < 12;
        boolean square = map.xx / map.yy < 2.2 && map.yy / map.xx < 2.2;
        boolean straight = Math.abs(map.xy) < SLANT * map.xx && Math.abs(map.yx) < SLANT * map.yy;
        return upright && square && straight ? map : null;
    }
}
