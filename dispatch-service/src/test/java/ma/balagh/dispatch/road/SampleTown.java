package ma.balagh.dispatch.road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A made-up town: streets in a grid, which bend between the junctions, of four speeds and partly one-way. It is written
 * as an extract, and knows by itself how long a car needs.
 */
public final class SampleTown {

    private static final GeoPoint CORNER = new GeoPoint(33.55, -7.65);
    private static final double SPACING = 0.0015;
    private static final double BEND = 0.0003;
    private static final double EARTH_RADIUS = 6_371_000;

    /** The speeds in km/h that GraphHopper gives to cars on these streets. */
    private static final List<Map.Entry<String, Integer>> CLASSES = List.of(
            Map.entry("residential", 30),
            Map.entry("tertiary", 50),
            Map.entry("secondary", 60),
            Map.entry("unclassified", 30));

    private final int size;
    private final GeoPoint[][] junctions;
    private final List<Block> blocks = new ArrayList<>();

    /** A street from one junction to the next, and whether one may drive it backward. */
    public record Block(int from, int to, List<GeoPoint> points, String highway, int speed, boolean oneWay) {

        public GeoPoint middle() {
            return points.get(1);
        }
    }

    /** A place on a block: so far along one of its straight pieces. */
    public record Spot(Block block, int piece, double share) {

        public GeoPoint place() {
            var from = block.points.get(piece);
            var to = block.points.get(piece + 1);
            return new GeoPoint(
                    from.latitude() + share * (to.latitude() - from.latitude()),
                    from.longitude() + share * (to.longitude() - from.longitude()));
        }

        private double metres() {
            double before = share * length(block.points.subList(piece, piece + 2));
            return before + length(block.points.subList(0, piece + 1));
        }
    }

    private record Arc(int to, double metres, double seconds) {}

    private record Label(int node, double seconds, double metres) {}

    public SampleTown(long seed, int size) {
        var random = new Random(seed);
        this.size = size;
        this.junctions = new GeoPoint[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                junctions[row][column] = shifted(random, row * SPACING, column * SPACING);
            }
        }
        for (int street = 0; street < size; street++) {
            build(random, street, true);
            build(random, street, false);
        }
    }

    private static GeoPoint shifted(Random random, double north, double east) {
        return new GeoPoint(
                CORNER.latitude() + north + BEND * random.nextDouble(),
                CORNER.longitude() + east + BEND * random.nextDouble());
    }

    /** Streets along the edge of the town are two-way, so that everything can be reached from everywhere. */
    private void build(Random random, int street, boolean eastward) {
        var type = CLASSES.get(random.nextInt(CLASSES.size()));
        boolean inside = street > 0 && street < size - 1;
        boolean oneWay = inside && random.nextBoolean();
        boolean backward = random.nextBoolean();
        for (int i = 0; i < size - 1; i++) {
            int from = eastward ? street * size + i : i * size + street;
            int to = eastward ? from + 1 : from + size;
            int first = backward ? to : from;
            int last = backward ? from : to;
            var bend = between(random, junction(first), junction(last));
            var points = List.of(junction(first), bend, junction(last));
            blocks.add(new Block(first, last, points, type.getKey(), type.getValue(), oneWay));
        }
    }

    private static GeoPoint between(Random random, GeoPoint one, GeoPoint other) {
        return new GeoPoint(
                (one.latitude() + other.latitude()) / 2 + BEND * (random.nextDouble() - 0.5),
                (one.longitude() + other.longitude()) / 2 + BEND * (random.nextDouble() - 0.5));
    }

    public GeoPoint junction(int number) {
        return junctions[number / size][number % size];
    }

    public List<Block> blocks() {
        return blocks;
    }

    public Spot spot(Random random) {
        return new Spot(blocks.get(random.nextInt(blocks.size())), random.nextInt(2), 0.1 + 0.8 * random.nextDouble());
    }

    public void write(Path extract) throws IOException {
        var writer = new OsmExtractWriter();
        var ids = new long[size * size];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = writer.node(junction(i));
        }
        for (var block : blocks) {
            long bend = writer.node(block.middle());
            var tags = new HashMap<>(Map.of("highway", block.highway));
            if (block.oneWay) {
                tags.put("oneway", "yes");
            }
            writer.way(List.of(ids[block.from], bend, ids[block.to]), tags);
        }
        writer.write(extract);
    }

    /** The quickest way by car, by a plain Dijkstra; infinite seconds where there is none. */
    public TravelTime quickest(Spot from, Spot to, Set<Block> closed) {
        Map<Integer, List<Arc>> arcs = new HashMap<>();
        for (var block : blocks) {
            if (!closed.contains(block)) {
                connect(arcs, block, block.from, 0, block.to, length(block.points));
            }
        }
        int start = -1;
        int end = -2;
        connect(arcs, from.block, start, from.metres(), from.block.to, length(from.block.points));
        connect(arcs, from.block, from.block.from, 0, start, from.metres());
        connect(arcs, to.block, to.block.from, 0, end, to.metres());
        connect(arcs, to.block, end, to.metres(), to.block.to, length(to.block.points));
        if (from.block.equals(to.block)) {
            boolean ahead = from.metres() < to.metres();
            connect(
                    arcs,
                    from.block,
                    ahead ? start : end,
                    Math.min(from.metres(), to.metres()),
                    ahead ? end : start,
                    Math.max(from.metres(), to.metres()));
        }
        return search(arcs, start, end);
    }

    private static void connect(
            Map<Integer, List<Arc>> arcs, Block block, int from, double metresFrom, int to, double metresTo) {
        double metres = metresTo - metresFrom;
        double seconds = metres / (block.speed / 3.6);
        arcs.computeIfAbsent(from, node -> new ArrayList<>()).add(new Arc(to, metres, seconds));
        if (!block.oneWay) {
            arcs.computeIfAbsent(to, node -> new ArrayList<>()).add(new Arc(from, metres, seconds));
        }
    }

    private static TravelTime search(Map<Integer, List<Arc>> arcs, int start, int end) {
        var queue = new PriorityQueue<Label>((one, other) -> Double.compare(one.seconds, other.seconds));
        var settled = new HashMap<Integer, Label>();
        queue.add(new Label(start, 0, 0));
        while (!queue.isEmpty()) {
            var label = queue.poll();
            if (settled.putIfAbsent(label.node, label) != null) {
                continue;
            }
            for (var arc : arcs.getOrDefault(label.node, List.of())) {
                queue.add(new Label(arc.to, label.seconds + arc.seconds, label.metres + arc.metres));
            }
        }
        var found = settled.getOrDefault(end, new Label(end, Double.POSITIVE_INFINITY, 0));
        return new TravelTime(found.seconds, found.metres, TravelBasis.ROAD);
    }

    private static double length(List<GeoPoint> points) {
        double metres = 0;
        for (int i = 1; i < points.size(); i++) {
            metres += metres(points.get(i - 1), points.get(i));
        }
        return metres;
    }

    /** By the law of cosines for half angles, on a sphere of GraphHopper's radius. */
    private static double metres(GeoPoint one, GeoPoint other) {
        double north = Math.sin(Math.toRadians(other.latitude() - one.latitude()) / 2);
        double east = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double cosines = Math.cos(Math.toRadians(one.latitude())) * Math.cos(Math.toRadians(other.latitude()));
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(north * north + cosines * east * east));
    }
}
