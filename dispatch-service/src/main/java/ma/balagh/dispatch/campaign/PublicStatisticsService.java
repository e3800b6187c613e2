package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is published, once: a month that is published does not change. Callers see no row of these tables: what they
 * are shown is made from them here.
 */
@ApplicationScoped
class PublicStatisticsService {

    /** Months that are shown where nothing else is asked for. */
    private static final int USUAL_MONTHS = 12;

    private static final int MOST_MONTHS = 60;

    private static final int MOST_KEPT = 50;

    /** @param last that is published: what was read before it was is read again */
    private record Period(YearMonth from, YearMonth to, YearMonth last) {}

    private final Map<Period, PublicStatisticsView> kept = new ConcurrentHashMap<>();
    private final CampaignRepository repository;
    private final ServiceWorkRunner serviceWork;
    private final FigureCalculator calculator = new FigureCalculator(TerritoryNameReader.load());

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
