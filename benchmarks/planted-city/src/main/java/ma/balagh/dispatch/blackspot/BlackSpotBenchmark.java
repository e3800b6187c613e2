package ma.balagh.dispatch.blackspot;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.dispatch.blackspot.statistics.ForecastAccuracy;

/**
 * Names the black spots of made-up cities as the service does, and prints how many incidents they held in the months that
 * were held back and in the half year afterwards, beside as many cells by counting. Fails where something is shown that
 * counting beat on the months that were held back.
 */
final class BlackSpotBenchmark {

    private static final Instant AS_OF = Instant.parse("2026-11-29T23:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final PrintStream out;
    private final BlackSpotConfig config = new SmallRyeConfigBuilder()
            .addSystemSources()
            .withMapping(BlackSpotConfig.class)
            .build()
            .getConfigMapping(BlackSpotConfig.class);
    private final CellIndex index = new CellIndex();

    private BlackSpotBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        var seeds = args.length == 0
                ? List.of(1L, 2L, 3L, 4L, 5L)
                : List.of(args).stream().map(Long::valueOf).toList();
        System.exit(new BlackSpotBenchmark(System.out).run(seeds) ? 0 : 1);
    }

    private boolean run(List<Long> seeds) {
        out.println("PAI / PEI of cells that were named beforehand: the whole week, and all windows that are shown.");
        out.println();
        out.println("| city | seed | incidents | verdict | spots | held back: ours | 1 year | 5 years"
                + " | afterwards: ours | 1 year | 5 years | windows shown | Knox p |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        boolean kept = true;
        for (var town : SimulatedTownGenerator.all()) {
            for (long seed : seeds) {
                kept &= print(town, seed);
            }
        }
        out.printf("%nNothing is shown that counting beats: %s.%n", kept ? "kept" : "missed");
        return kept;
    }

    private boolean print(SimulatedTownGenerator town, long seed) {
        var incidents = town.generate(seed, AS_OF);
        var map = new BlackSpotCalculator(index, config).compute(incidents, AS_OF);
        var week = map.windows().getFirst();
        Set<Long> ours = week.spots().stream().map(FoundSpot::cell).collect(Collectors.toSet());
        var repeats = map.nearRepeat();
        out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %s | %s | %s | %s | %s | %s | %d of %d | %s |%n",
                town.name(),
                seed,
                map.incidents(),
                week.verdict(),
                ours.size(),
                figures(week.ours()),
                figures(week.countingOneYear()),
                figures(week.countingAll()),
                figures(afterwards(incidents, ours, map.cells())),
                figures(afterwards(incidents, counted(incidents, YEAR, ours.size()), map.cells())),
                figures(afterwards(incidents, counted(incidents, YEAR.multipliedBy(5), ours.size()), map.cells())),
                map.windows().stream()
                        .filter(window -> window.verdict() == ForecastVerdict.SHOWN)
                        .count(),
                map.windows().stream()
                        .filter(window -> window.verdict() != ForecastVerdict.TOO_FEW)
                        .count(),
                repeats == null ? "-" : String.format(Locale.ROOT, "%.3f", repeats.pGreater()));
        return map.windows().stream()
                .filter(window -> window.verdict() == ForecastVerdict.SHOWN)
                .allMatch(
                        window -> window.ours().pai() > window.countingOneYear().pai()
                                && window.ours().pai() > window.countingAll().pai());
    }

    private static String figures(ForecastAccuracy accuracy) {
        return accuracy.named() == 0 ? "-" : String.format(Locale.ROOT, "%.1f / %.2f", accuracy.pai(), accuracy.pei());
    }

    /** As many cells with most incidents; of equals those with the smaller number. */
    private Set<Long> counted(List<VerifiedIncident> incidents, Duration period, int many) {
        return counts(incidents, AS_OF.minus(period), AS_OF).entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(many)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private ForecastAccuracy afterwards(List<VerifiedIncident> incidents, Set<Long> named, int cells) {
        var happened = counts(incidents, AS_OF, AS_OF.plus(Duration.ofDays(SimulatedTownGenerator.DAYS_AFTER)));
        double hits =
                named.stream().mapToInt(cell -> happened.getOrDefault(cell, 0)).sum();
        double most = happened.values().stream()
                .sorted((one, other) -> other - one)
                .limit(named.size())
                .mapToInt(Integer::intValue)
                .sum();
        double events = happened.values().stream().mapToInt(Integer::intValue).sum();
        return new ForecastAccuracy(hits, most, events, named.size(), cells);
    }

    private Map<Long, Integer> counts(List<VerifiedIncident> incidents, Instant from, Instant to) {
        Map<Long, Integer> counts = new HashMap<>();
        for (var incident : incidents) {
            if (!incident.at().isBefore(from) && incident.at().isBefore(to)) {
                counts.merge(
                        index.cell(incident.latitude(), incident.longitude(), config.resolution()), 1, Integer::sum);
            }
        }
        return counts;
    }
}
