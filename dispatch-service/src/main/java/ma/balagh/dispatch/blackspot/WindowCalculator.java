package ma.balagh.dispatch.blackspot;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import ma.balagh.dispatch.blackspot.statistics.DiscoveryRateCalculator;
import ma.balagh.dispatch.blackspot.statistics.ForecastAccuracy;
import ma.balagh.dispatch.blackspot.statistics.GetisOrdCalculator;
import ma.balagh.dispatch.blackspot.statistics.LocalStatistic;
import ma.balagh.dispatch.blackspot.statistics.LonelyCountCalculator;
import ma.balagh.dispatch.blackspot.statistics.StudyArea;

/**
 * Names the cells of some hours of the week: those most expected, by weight, among those where the last year's incidents
 * cluster, each counted as one. It also names them for each month that is held back, from what was known before it.
 * The model of each time is the one that did best in the months before that time, so that nothing is judged by what it was
 * chosen for.
 */
final class WindowCalculator {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private final StudyArea area;
    private final ToIntFunction<VerifiedIncident> cellOf;
    private final List<VerifiedIncident> incidents;
    private final Instant asOf;
    private final BlackSpotConfig config;
    private final Map<ModelMonth, Double> hits = new HashMap<>();

    WindowCalculator(
            StudyArea area,
            ToIntFunction<VerifiedIncident> cellOf,
            List<VerifiedIncident> incidents,
            Instant asOf,
            BlackSpotConfig config) {
        this.area = area;
        this.cellOf = cellOf;
        this.incidents = incidents;
        this.asOf = asOf;
        this.config = config;
    }

    private record ModelMonth(ForecastModel model, int month) {}

    /** A cell that is named, with what speaks for it. */
    record NamedCell(LocalStatistic statistic, double qValue, double qAlone) {}

    /** The three ways over all months that are held back, and what ours held in each cell. */
    record Comparison(
            ForecastAccuracy ours, ForecastAccuracy oneYear, ForecastAccuracy all, Map<Integer, Double> eventsByCell) {

        boolean isBetter() {
            return ours.hits() > oneYear.hits() && ours.hits() > all.hits();
        }
    }

    int lastYear() {
        return happened(asOf.minus(YEAR), asOf).length;
    }

    boolean isTooFew() {
        return lastYear() < config.smallestYear()
                || happened(monthsBefore(config.heldBack()), asOf).length < config.smallestHeldBack();
    }

    Map<Integer, NamedCell> named() {
        return named(0);
    }

    ForecastModel model() {
        return model(0);
    }

    Comparison compare() {
        var ours = ForecastAccuracy.NONE;
        var oneYear = ForecastAccuracy.NONE;
        var all = ForecastAccuracy.NONE;
        var events = new LinkedHashMap<Integer, Double>();
        for (int month = config.heldBack(); month > 0; month--) {
            var cutoff = monthsBefore(month);
            double[] happened = counts(cutoff, monthsBefore(month - 1));
            var cells = named(month).keySet();
            var best = RankedCellList.of(happened).accuracy(cells.size(), happened);
            double held = cells.stream().mapToDouble(cell -> happened[cell]).sum();
            ours = ours.plus(new ForecastAccuracy(held, best.most(), best.events(), cells.size(), area.size()));
            oneYear = oneYear.plus(counting(cutoff.minus(YEAR), cutoff, cells.size(), happened));
            all = all.plus(counting(Instant.MIN, cutoff, cells.size(), happened));
            for (int cell = 0; cell < happened.length; cell++) {
                if (happened[cell] > 0) {
                    events.merge(cell, happened[cell], Double::sum);
                }
            }
        }
        return new Comparison(ours, oneYear, all, events);
    }

    private ForecastAccuracy counting(Instant from, Instant cutoff, int named, double[] happened) {
        return RankedCellList.of(counts(from, cutoff)).accuracy(named, happened);
    }

    /** The cells that are or would have been named so many months ago, the first one first. */
    private Map<Integer, NamedCell> named(int monthsAgo) {
        var now = monthsBefore(monthsAgo);
        var model = model(monthsAgo);
        double[] weights = model.weights(before(now), cellOf, area, now);
        double[] lastYear = counts(now.minus(YEAR), now);
        var statistics = GetisOrdCalculator.calculate(area, lastYear, config.permutations(), config.seed());
        double[] qValues = DiscoveryRateCalculator.adjust(
                statistics.stream().mapToDouble(LocalStatistic::pValue).toArray());
        double[] qAlone = DiscoveryRateCalculator.adjust(LonelyCountCalculator.calculate(lastYear));
        double rate = config.discoveryRate() / 2;
        var named = new LinkedHashMap<Integer, NamedCell>();
        for (int cell : RankedCellList.of(model.scores(weights, area)).first(mostNamed())) {
            var statistic = statistics.get(cell);
            if (statistic.giStar() > 0
                    && (qValues[cell] <= rate || qAlone[cell] <= rate)
                    && lastYear[cell] >= config.smallestSpot()) {
                named.put(cell, new NamedCell(statistic, qValues[cell], qAlone[cell]));
            }
        }
        return named;
    }

    private int mostNamed() {
        return (int) Math.clamp(Math.round(config.largestShare() * area.size()), 1, config.mostSpots());
    }

    /** The model that held most in the months before; of equals the first one. */
    private ForecastModel model(int monthsAgo) {
        ForecastModel best = ForecastModel.all().getFirst();
        double most = -1;
        for (var model : ForecastModel.all()) {
            double held = 0;
            for (int month = monthsAgo + 1; month <= monthsAgo + config.heldBack(); month++) {
                held += hits.computeIfAbsent(new ModelMonth(model, month), this::hits);
            }
            if (held > most) {
                most = held;
                best = model;
            }
        }
        return best;
    }

    private double hits(ModelMonth tried) {
        var cutoff = monthsBefore(tried.month());
        double[] weights = tried.model().weights(before(cutoff), cellOf, area, cutoff);
        return RankedCellList.of(tried.model().scores(weights, area))
                .accuracy(mostNamed(), counts(cutoff, monthsBefore(tried.month() - 1)))
                .hits();
    }

    private Instant monthsBefore(int months) {
        return asOf.minus(MONTH.multipliedBy(months));
    }

    private List<VerifiedIncident> before(Instant end) {
        return incidents.stream()
                .filter(incident -> incident.at().isBefore(end))
                .toList();
    }

    private double[] counts(Instant from, Instant to) {
        var counts = new double[area.size()];
        Arrays.stream(happened(from, to)).forEach(incident -> counts[cellOf.applyAsInt(incident)]++);
        return counts;
    }

    private VerifiedIncident[] happened(Instant from, Instant to) {
        return incidents.stream()
                .filter(incident ->
                        !incident.at().isBefore(from) && incident.at().isBefore(to))
                .toArray(VerifiedIncident[]::new);
    }
}
