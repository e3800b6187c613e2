package ma.balagh.portal.campaign;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import ma.balagh.portal.clock.ClocksResponse;
import org.jspecify.annotations.Nullable;

/** What became of the videos that were published; figures of fewer than ten are null. */
@TemplateData
public record PublicStatisticsResponse(
        @Nullable String from,
        @Nullable String to,
        @Nullable Instant computedAt,
        AreaFigures country,
        List<AreaFigures> areas,
        PublicTextResponse method) {

    /** What happened. */
    @TemplateData
    public record Figures(
            @Nullable Long takenIn,
            @Nullable Long examined,
            @Nullable Long answered,
            @Nullable Long presumedOffences,
            @Nullable Long falseReports,
            @Nullable Long knownCases,
            @Nullable Long otherAnswers) {}

    /** What had no answer at the end of a month. */
    @TemplateData
    public record Waiting(
            @Nullable Long total,
            @Nullable Long underOneMonth,
            @Nullable Long underThreeMonths,
            @Nullable Long underOneYear,
            @Nullable Long longer) {}

    /** How long a stage took, in seconds. */
    @TemplateData
    public record Pace(
            ClocksResponse.@Nullable Stage stage,
            long p50,
            @Nullable Long p95) {

        public double half() {
            return p50;
        }

        public @Nullable Double most() {
            return p95 == null ? null : p95.doubleValue();
        }
    }

    /** A month, such as 2026-10. */
    @TemplateData
    public record MonthFigures(String month, Figures figures, Waiting waiting, List<Pace> paces) {}

    /** An area. */
    @TemplateData
    public record AreaFigures(String area, PublicTextResponse name, Figures total, List<MonthFigures> months) {

        public @Nullable MonthFigures last() {
            return months.isEmpty() ? null : months.getLast();
        }

        /** In that month; null where nothing is shown of it. */
        public @Nullable MonthFigures of(String month) {
            return months.stream()
                    .filter(one -> one.month().equals(month))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The last month before those that are shown. */
    public @Nullable String earlier() {
        return from == null ? null : YearMonth.parse(from).minusMonths(1).toString();
    }
}
