package ma.balagh.dispatch.blackspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import ma.balagh.dispatch.blackspot.WindowCalculator.NamedCell;
import ma.balagh.dispatch.blackspot.statistics.ClosePairFinder;
import ma.balagh.dispatch.blackspot.statistics.ClusterFinder;
import ma.balagh.dispatch.blackspot.statistics.DensityCalculator;
import ma.balagh.dispatch.blackspot.statistics.KnoxCalculator;
import ma.balagh.dispatch.blackspot.statistics.KnoxResult;
import ma.balagh.dispatch.blackspot.statistics.RateInterval;
import ma.balagh.dispatch.blackspot.statistics.SpacePoint;
import ma.balagh.dispatch.blackspot.statistics.SpotTrend;
import ma.balagh.dispatch.blackspot.statistics.StudyArea;
import org.jspecify.annotations.Nullable;

/**
 * Makes the map of a territory from its verified incidents and a moment, and from nothing else: the same incidents give the
 * same map to the last bit. What each map holds, and why, is in ADR 065.
 */
final class BlackSpotCalculator {

    /** Near pairs up to which repeats and clusters are looked for. */
    static final int MOST_PAIRS = 2_000_000;

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LATELY = Duration.ofDays(90);
    private static final int REPEAT_PERMUTATIONS = 999;
    private static final int CLUSTER_NEIGHBOURS = 4;
    private static final int MOST_EVIDENCE = 500;
    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    private final CellIndex index;
    private final BlackSpotConfig config;

    BlackSpotCalculator(CellIndex index, BlackSpotConfig config) {
        this.index = index;
        this.config = config;
    }

    /** @param known in any order; what happens later than {@code asOf} is passed over */
    ComputedMap compute(List<VerifiedIncident> known, Instant asOf) {
        var from = asOf.atZone(config.timeZone()).minus(config.horizon()).toInstant();
        var incidents = known.stream()
                .filter(incident ->
                        incident.at().isBefore(asOf) && !incident.at().isBefore(from))
                .sorted(Comparator.comparing(VerifiedIncident::at).thenComparing(VerifiedIncident::id))
                .toList();
        var territory = new Territory(incidents, asOf);
        var windows = WeekWindow.all().stream().map(territory::outcome).toList();
        return new ComputedMap(
                incidents.size(), territory.lastYear.size(), territory.area.size(), territory.nearRepeat(), windows);
    }

    /** What all windows of one map share. */
    private final class Territory {

        private final List<VerifiedIncident> incidents;
        private final Instant asOf;
        private final StudyArea area;
        private final ToIntFunction<VerifiedIncident> cellOf;
        private final List<VerifiedIncident> lastYear;
        private final List<SpacePoint> points;
        private final boolean hasTooManyPairs;
        private final Map<UUID, Integer> clusters;

        /** How long incidents are known, of the last year: a suite that began in spring knows of no winter. */
        private final Duration known;

        Territory(List<VerifiedIncident> incidents, Instant asOf) {
            this.incidents = incidents;
            this.asOf = asOf;
            Map<UUID, Long> cells = incidents.stream()
                    .collect(Collectors.toMap(
                            VerifiedIncident::id,
                            incident -> index.cell(incident.latitude(), incident.longitude(), config.resolution())));
            this.area = index.around(cells.values());
            var positions = area.positions();
            Map<UUID, Integer> cellPositions = new HashMap<>();
            cells.forEach((id, cell) -> cellPositions.put(id, positions.applyAsInt(cell)));
            this.cellOf = incident -> Objects.requireNonNull(cellPositions.get(incident.id()));
            this.lastYear = since(incidents, asOf.minus(YEAR));
            this.points = lastYear.stream().map(BlackSpotCalculator::point).toList();
            this.known = lastYear.isEmpty() || lastYear.size() < incidents.size()
                    ? YEAR
                    : Duration.between(lastYear.getFirst().at(), asOf);
            this.hasTooManyPairs = ClosePairFinder.exceeds(points, config.reach(), MOST_PAIRS);
            this.clusters = hasTooManyPairs ? Map.of() : clusters();
        }

        private Map<UUID, Integer> clusters() {
            var found = ClusterFinder.find(points, config.reach(), CLUSTER_NEIGHBOURS);
            Map<UUID, Integer> numbers = new HashMap<>();
            for (int number = 0; number < found.size(); number++) {
                for (int position : found.get(number)) {
                    numbers.put(lastYear.get(position).id(), number + 1);
                }
            }
            return numbers;
        }

        @Nullable
        KnoxResult nearRepeat() {
            var timed = lastYear.stream().filter(VerifiedIncident::isTimed).toList();
            if (hasTooManyPairs || timed.size() < config.smallestYear()) {
                return null;
            }
            return KnoxCalculator.calculate(
                    timed.stream().map(BlackSpotCalculator::point).toList(),
                    timed.stream()
                            .mapToDouble(incident -> incident.at().toEpochMilli() / MILLIS_OF_DAY)
                            .toArray(),
                    config.reach(),
                    config.repeatDays(),
                    REPEAT_PERMUTATIONS,
                    config.seed());
        }

        WindowOutcome outcome(WeekWindow window) {
            var within = incidents.stream()
                    .filter(incident -> window.holds(incident, config.timeZone()))
                    .toList();
            var calculator = new WindowCalculator(area, cellOf, within, asOf, config);
            if (calculator.isTooFew()) {
                return WindowOutcome.tooFew(window, calculator.lastYear());
            }
            var named = calculator.named();
            var comparison = calculator.compare();
            var verdict = named.isEmpty()
                    ? ForecastVerdict.NOTHING_SIGNIFICANT
                    : comparison.isBetter() ? ForecastVerdict.SHOWN : ForecastVerdict.NO_BETTER_THAN_COUNTING;
            return new WindowOutcome(
                    window,
                    verdict,
                    calculator.lastYear(),
                    calculator.model(),
                    comparison.ours(),
                    comparison.oneYear(),
                    comparison.all(),
                    verdict == ForecastVerdict.SHOWN
                            ? spots(named, since(within, asOf.minus(YEAR)), comparison)
                            : List.of());
        }

        private List<FoundSpot> spots(
                Map<Integer, NamedCell> named, List<VerifiedIncident> year, WindowCalculator.Comparison comparison) {
            var byCell = year.stream().collect(Collectors.groupingBy(cellOf::applyAsInt));
            var spots = new ArrayList<FoundSpot>();
            named.forEach((cell, found) -> {
                double held = comparison.eventsByCell().getOrDefault(cell, 0.0);
                double pai = held / comparison.ours().events() * area.size();
                spots.add(spot(area.cells().get(cell), found, byCell.getOrDefault(cell, List.of()), pai));
            });
            return spots;
        }

        private FoundSpot spot(long cell, NamedCell found, List<VerifiedIncident> evidence, double pai) {
            var centre = index.centre(cell);
            int lately = since(evidence, asOf.minus(LATELY)).size();
            return new FoundSpot(
                    cell,
                    commonTerritory(evidence),
                    mostFrequent(evidence, VerifiedIncident::place),
                    evidence.size(),
                    found.statistic(),
                    found.qValue(),
                    found.qAlone(),
                    RateInterval.of(evidence.size(), share(known, MONTH)),
                    SpotTrend.of(lately, evidence.size() - lately, Math.min(1, share(LATELY, known))),
                    pai,
                    DensityCalculator.calculate(
                            List.of(SpacePoint.onEarth(centre.latitude(), centre.longitude())), points, config.reach())[
                            0],
                    mostFrequent(evidence, incident -> clusters.get(incident.id())),
                    evidence.reversed().stream()
                            .map(VerifiedIncident::id)
                            .limit(MOST_EVIDENCE)
                            .toList());
        }
    }

    private static double share(Duration part, Duration whole) {
        return (double) part.toMillis() / whole.toMillis();
    }

    private static List<VerifiedIncident> since(List<VerifiedIncident> incidents, Instant from) {
        return incidents.stream()
                .filter(incident -> !incident.at().isBefore(from))
                .toList();
    }

    static SpacePoint point(VerifiedIncident incident) {
        return SpacePoint.onEarth(incident.latitude(), incident.longitude());
    }

    /** What all codes begin with, whole parts of them. */
    static String commonTerritory(List<VerifiedIncident> incidents) {
        String common = incidents.getFirst().jurisdiction();
        for (var incident : incidents) {
            while (!incident.jurisdiction().equals(common)
                    && !incident.jurisdiction().startsWith(common + "-")) {
                common = common.substring(0, common.lastIndexOf('-'));
            }
        }
        return common;
    }

    /** Of equals the least, so that the order of incidents makes no difference. */
    private static <T extends Comparable<T>> @Nullable T mostFrequent(
            List<VerifiedIncident> incidents, Function<VerifiedIncident, @Nullable T> property) {
        Map<T, Integer> counts = new TreeMap<>();
        for (var incident : incidents) {
            T value = property.apply(incident);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        T found = null;
        int most = 0;
        for (var count : counts.entrySet()) {
            if (count.getValue() > most) {
                found = count.getKey();
                most = count.getValue();
            }
        }
        return found;
    }
}
