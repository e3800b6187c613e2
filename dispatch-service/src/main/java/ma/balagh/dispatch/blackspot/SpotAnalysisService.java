package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import ma.balagh.dispatch.blackspot.SpotAnalysisRequest.PointInTime;
import ma.balagh.dispatch.blackspot.SpotAnalysisView.AnalysedCellView;
import ma.balagh.dispatch.blackspot.statistics.ClosePairFinder;
import ma.balagh.dispatch.blackspot.statistics.ClusterFinder;
import ma.balagh.dispatch.blackspot.statistics.DensityCalculator;
import ma.balagh.dispatch.blackspot.statistics.DiscoveryRateCalculator;
import ma.balagh.dispatch.blackspot.statistics.GetisOrdCalculator;
import ma.balagh.dispatch.blackspot.statistics.KnoxCalculator;
import ma.balagh.dispatch.blackspot.statistics.LocalStatistic;
import ma.balagh.dispatch.blackspot.statistics.SpacePoint;
import ma.balagh.dispatch.blackspot.statistics.StudyArea;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;

/** Computes what black spots are made of for points of others. Reads and writes nothing, and is bounded in what it takes. */
@ApplicationScoped
class SpotAnalysisService {

    /** Seconds of a processor: each permutation deals out the times of all points and looks at all pairs that are near. */
    private static final long MOST_STEPS = 700_000_000L;

    private static final int MOST_CELLS = 50_000;
    private static final int CLUSTER_NEIGHBOURS = 4;
    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();
    private static final Duration LATER = Duration.ofSeconds(10);

    private final CellIndex index;
    private final BlackSpotConfig config;

    /** One at a time: dispatch has more urgent work for its processors. */
    private final Semaphore place = new Semaphore(1);

    SpotAnalysisService(CellIndex index, BlackSpotConfig config) {
        this.index = index;
        this.config = config;
    }

    SpotAnalysisView analyse(SpotAnalysisRequest request) {
        int resolution = resolution(request);
        if (!place.tryAcquire()) {
            throw CommonProblem.UNAVAILABLE
                    .because("another analysis is being computed")
                    .retryAfter(LATER);
        }
        try {
            return analyse(request, resolution);
        } finally {
            place.release();
        }
    }

    private int resolution(SpotAnalysisRequest request) {
        var given = request.cells();
        if (given == null) {
            return config.resolution();
        }
        var resolutions = new TreeSet<Integer>();
        for (int k = 0; k < given.size(); k++) {
            long cell = index.named(given.get(k));
            if (cell < 0) {
                throw CommonProblem.invalid(Violation.malformed("cells[%d]".formatted(k), "must be a cell of H3"));
            }
            resolutions.add(index.resolution(cell));
        }
        if (resolutions.size() > 1) {
            throw CommonProblem.invalid(Violation.unfitting("cells", "must all have one resolution"));
        }
        return resolutions.getFirst();
    }

    private SpotAnalysisView analyse(SpotAnalysisRequest request, int resolution) {
        double metres = request.metres() == null ? config.reach() : request.metres();
        double days = request.days() == null ? config.repeatDays() : request.days();
        var cells = request.points().stream()
                .map(point -> index.cell(point.latitude(), point.longitude(), resolution))
                .toList();
        var given = request.cells();
        var area = given == null
                ? index.around(cells)
                : index.area(given.stream().map(index::named).toList());
        var points = request.points().stream()
                .map(point -> SpacePoint.onEarth(point.latitude(), point.longitude()))
                .toList();
        requireBounded(area, points, metres, request.permutations());
        var clusters = ClusterFinder.find(points, metres, CLUSTER_NEIGHBOURS);
        var counted = counted(area, cells, clusters);
        return new SpotAnalysisView(
                items(area, counted, points, metres, request),
                NearRepeatFigures.of(
                        KnoxCalculator.calculate(
                                points, times(request.points()), metres, days, request.permutations(), request.seed()),
                        metres,
                        days),
                clusters,
                counted.outside(),
                MethodFigures.of(config, resolution, request.permutations(), request.seed()),
                points.size() < config.smallestYear());
    }

    private static void requireBounded(StudyArea area, List<SpacePoint> points, double metres, int permutations) {
        if (area.size() > MOST_CELLS) {
            throw CommonProblem.invalid(Violation.tooMany("cells", MOST_CELLS));
        }
        long affordable = MOST_STEPS / permutations - points.size();
        if (affordable < 0) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "permutations", "must be at most %d for so many points".formatted(MOST_STEPS / points.size())));
        }
        int mostPairs = (int) Math.min(BlackSpotCalculator.MOST_PAIRS, affordable);
        if (ClosePairFinder.exceeds(points, metres, mostPairs)) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "points",
                    "must not have more than %d pairs that are near, for so many permutations".formatted(mostPairs)));
        }
    }

    /** What each cell holds. */
    private record CountedCells(double[] counts, Map<Integer, Integer> clusters, int outside) {}

    private static CountedCells counted(StudyArea area, List<Long> cells, List<List<Integer>> clusters) {
        var positions = area.positions();
        var counts = new double[area.size()];
        int outside = 0;
        for (long cell : cells) {
            int position = positions.applyAsInt(cell);
            if (position < 0) {
                outside++;
            } else {
                counts[position]++;
            }
        }
        Map<Integer, Integer> ofCells = new HashMap<>();
        for (int number = 0; number < clusters.size(); number++) {
            for (int point : clusters.get(number)) {
                ofCells.putIfAbsent(positions.applyAsInt(cells.get(point)), number);
            }
        }
        return new CountedCells(counts, ofCells, outside);
    }

    private List<AnalysedCellView> items(
            StudyArea area, CountedCells counted, List<SpacePoint> points, double metres, SpotAnalysisRequest request) {
        var statistics = GetisOrdCalculator.calculate(area, counted.counts(), request.permutations(), request.seed());
        double[] qValues = DiscoveryRateCalculator.adjust(
                statistics.stream().mapToDouble(LocalStatistic::pValue).toArray());
        var centres = area.cells().stream().map(index::centre).toList();
        double[] densities = DensityCalculator.calculate(
                centres.stream()
                        .map(centre -> SpacePoint.onEarth(centre.latitude(), centre.longitude()))
                        .toList(),
                points,
                metres);
        var items = new ArrayList<AnalysedCellView>(area.size());
        for (int k = 0; k < area.size(); k++) {
            var statistic = statistics.get(k);
            items.add(new AnalysedCellView(
                    index.name(area.cells().get(k)),
                    centres.get(k).latitude(),
                    centres.get(k).longitude(),
                    (int) counted.counts()[k],
                    statistic.giStar(),
                    statistic.pGreater(),
                    statistic.pLesser(),
                    statistic.pValue(),
                    qValues[k],
                    densities[k],
                    counted.clusters().get(k)));
        }
        return items;
    }

    private static double[] times(List<PointInTime> points) {
        return points.stream()
                .mapToDouble(point -> point.at().toEpochMilli() / MILLIS_OF_DAY)
                .toArray();
    }
}
