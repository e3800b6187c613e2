package ma.balagh.dispatch.communique;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import ma.balagh.dispatch.campaign.CampaignConfig;
import ma.balagh.dispatch.campaign.PeriodFigures;
import ma.balagh.dispatch.campaign.PublicStatisticsService;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Reads what communiqués may tell in numbers: what the public statistics have, and nothing else. Of other areas and periods
 * there are no numbers that tell of nobody (ADR 069).
 */
@ApplicationScoped
class PublishedFiguresReader {

    private final PublicStatisticsService statistics;
    private final ZoneId zone;

    PublishedFiguresReader(PublicStatisticsService statistics, CampaignConfig config) {
        this.statistics = statistics;
        this.zone = config.timeZone();
    }

    /**
     * @param from null for the month before {@code to}
     * @param to null for the end of the last month that is published
     * @throws ma.balagh.http.ProblemException 400 for an area, or for months, of which nothing is published
     */
    PeriodFigures read(String area, @Nullable Instant from, @Nullable Instant to) {
        if (!statistics.isArea(area)) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "jurisdiction", "must be the country or a city: of smaller areas no figures are published"));
        }
        var latest = statistics
                .last()
                .orElseThrow(() -> CommonProblem.invalid(Violation.unfitting("to", "no month is published yet")));
        var last = to == null ? latest : beginning(to, "to").minusMonths(1);
        var first = from == null ? last : beginning(from, "from");
        if (first.isAfter(last)) {
            throw CommonProblem.invalid(Violation.unfitting("from", "must lie before to"));
        }
        if (last.isAfter(latest)) {
            throw CommonProblem.invalid(
                    Violation.unfitting("to", "the last month that is published is %s".formatted(latest)));
        }
        return statistics
                .figures(area, first, last)
                .orElseThrow(() -> CommonProblem.invalid(
                        Violation.unfitting("from", "must be at most sixty months, all of which are published")));
    }

    private YearMonth beginning(Instant moment, String field) {
        try {
            var at = moment.atZone(zone);
            var month = YearMonth.from(at);
            if (month.atDay(1).atStartOfDay(zone).isEqual(at)) {
                return month;
            }
        } catch (DateTimeException farAway) {
            // No month that anybody means.
        }
        throw CommonProblem.invalid(Violation.unfitting(
                field, "must be the beginning of a month in %s: figures are of whole months".formatted(zone)));
    }
}
