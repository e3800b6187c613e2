package ma.balagh.dispatch.campaign;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.campaign.CampaignRepository.PublishedMonth;

/** Makes the public's figures of counts that have their noise, and of nothing else. */
final class FigureCalculator {

    private final TerritoryNameReader territories;

    FigureCalculator(TerritoryNameReader territories) {
        this.territories = territories;
    }

    PublicStatisticsView calculate(List<PublishedMonth> months, List<NoisyCount> counts, List<CoarsePace> paces) {
        var countsOf = counts.stream().collect(groupingBy(NoisyCount::area));
        var pacesOf = paces.stream().collect(groupingBy(CoarsePace::area));
        Set<String> codes = new TreeSet<>(countsOf.keySet());
        codes.remove(MonthRedactor.COUNTRY);
        var areas = codes.stream()
                .map(code -> area(
                        code, months, countsOf.getOrDefault(code, List.of()), pacesOf.getOrDefault(code, List.of())))
                .filter(AreaFiguresView::hasAny)
                .toList();
        var country = area(
                MonthRedactor.COUNTRY,
                months,
                countsOf.getOrDefault(MonthRedactor.COUNTRY, List.of()),
                pacesOf.getOrDefault(MonthRedactor.COUNTRY, List.of()));
        boolean isEmpty = months.isEmpty();
        return new PublicStatisticsView(
                isEmpty ? null : months.getFirst().month().toString(),
                isEmpty ? null : months.getLast().month().toString(),
                isEmpty ? null : months.getLast().publishedAt(),
                country,
                areas,
                MethodTexts.OF_FIGURES);
    }

    private AreaFiguresView area(
            String code, List<PublishedMonth> months, List<NoisyCount> counts, List<CoarsePace> paces) {
        var byMonth = counts.stream().collect(groupingBy(NoisyCount::month));
        var shown = months.stream()
                .map(month -> month(month, byMonth.getOrDefault(month.month(), List.of()), paces))
                .filter(month -> code.equals(MonthRedactor.COUNTRY) || month.hasAny())
                .toList();
        return new AreaFiguresView(code, territories.names(code), PublicFigures.of(sums(counts)), shown);
    }

    private static MonthFiguresView month(PublishedMonth published, List<NoisyCount> counts, List<CoarsePace> paces) {
        var sums = sums(counts);
        return new MonthFiguresView(
                published.month().toString(),
                published.publishedAt(),
                PublicFigures.of(sums),
                WaitingFigures.of(sums),
                paces(published.month(), paces));
    }

    private static List<PublicPaceView> paces(YearMonth month, List<CoarsePace> paces) {
        return paces.stream()
                .filter(pace -> pace.month().equals(month))
                .sorted(Comparator.comparing(CoarsePace::stage))
                .map(pace -> new PublicPaceView(pace.stage(), pace.p50(), pace.p95()))
                .toList();
    }

    private static Map<CampaignMeasure, Long> sums(List<NoisyCount> counts) {
        return counts.stream().collect(groupingBy(NoisyCount::measure, summingLong(NoisyCount::noisy)));
    }
}
