package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is published, once: a month that is published does not change. Callers see no row of these tables: what they
 * are shown is made from them here.
 */
@ApplicationScoped
public class PublicStatisticsService {

    /** Months that are shown where nothing else is asked for. */
    private static final int USUAL_MONTHS = 12;

    private static final int MOST_MONTHS = 60;

    private static final int MOST_KEPT = 50;

    /** @param last that is published: what was read before it was is read again */
    private record Period(YearMonth from, YearMonth to, YearMonth last) {}

    private final Map<Period, PublicStatisticsView> kept = new ConcurrentHashMap<>();
    private final CampaignRepository repository;
    private final ServiceWorkRunner serviceWork;
    private final TerritoryNameReader territories = TerritoryNameReader.load();
    private final FigureCalculator calculator = new FigureCalculator(territories);

    PublicStatisticsService(CampaignRepository repository, ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.serviceWork = serviceWork;
    }

    /**
     * Five years at most, the last ones.
     *
     * @param from null for a year
     * @param to null for the last month that is published
     */
    PublicStatisticsView figures(@Nullable YearMonth from, @Nullable YearMonth to) {
        return serviceWork.call(() -> {
            var last = repository.last().orElse(YearMonth.of(1970, 1));
            var end = to == null ? last : to;
            var earliest = end.minusMonths(MOST_MONTHS - 1L);
            var wanted = from == null ? end.minusMonths(USUAL_MONTHS - 1L) : from;
            return read(new Period(wanted.isBefore(earliest) ? earliest : wanted, end, last));
        });
    }

    /** Whether it is the country or a city: of nothing smaller is anything published. */
    public boolean isArea(String code) {
        return code.equals(MonthRedactor.COUNTRY) || territories.cities().contains(code);
    }

    /** The last month that is published. */
    public Optional<YearMonth> last() {
        return serviceWork.call(repository::last);
    }

    /** What is shown of an area; nothing where one of the months is not published, or where they are more than sixty. */
    public Optional<PeriodFigures> figures(String area, YearMonth first, YearMonth last) {
        var shown = figures(first, last);
        if (shown.country().months().size() != ChronoUnit.MONTHS.between(first, last) + 1) {
            return Optional.empty();
        }
        var own = Stream.concat(Stream.of(shown.country()), shown.areas().stream())
                .filter(one -> one.area().equals(area))
                .findFirst();
        return Optional.of(new PeriodFigures(
                first,
                last,
                own.map(AreaFiguresView::total).orElseGet(() -> PublicFigures.of(Map.of())),
                own.stream()
                        .flatMap(one -> one.months().stream())
                        .filter(month -> month.month().equals(last.toString()))
                        .findFirst()
                        .map(month -> month.waiting().total())
                        .orElse(null)));
    }

    private PublicStatisticsView read(Period period) {
        var known = kept.get(period);
        if (known != null) {
            return known;
        }
        var read = calculator.calculate(
                repository.months(period.from(), period.to()),
                repository.counts(period.from(), period.to()),
                repository.paces(period.from(), period.to()));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(period, read);
        return read;
    }
}
