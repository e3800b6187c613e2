package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.balagh.portal.ageing.AnswerFateCode;
import ma.balagh.portal.ageing.WeeklyAnswersResponse;
import ma.balagh.portal.ageing.WeeklyAnswersResponse.Week;

/**
 * Weeks as columns on a plane of 400 by 220, which a phone shows without making its letters small, in the direction in which the page is read.
 *
 * @param columns the earliest week first
 */
@TemplateData
public record AnswerChart(List<WeekColumn> columns) {

    private static final double WIDTH = 400;
    /** Where columns stand. */
    private static final double GROUND = 190;
    /** How high the highest one is. */
    private static final double HIGHEST = 160;
    /** The part of its place that a column fills. */
    private static final double FILLED = 0.62;

    /** How many reports of a week had it so. */
    @TemplateData
    public record FateCount(AnswerFateCode fate, long count) {

        static List<FateCount> of(Week week) {
            return List.of(
                    new FateCount(AnswerFateCode.KEPT, week.withinTarget()),
                    new FateCount(AnswerFateCode.LATE, week.late()),
                    new FateCount(AnswerFateCode.IN_TIME, week.inTime()),
                    new FateCount(AnswerFateCode.OVERDUE, week.overdue()));
        }
    }

    /** A part of a column. */
    @TemplateData
    public record Segment(AnswerFateCode fate, double y, double height) {}

    /**
     * A week.
     *
     * @param middle where its label stands
     * @param top where the number above it stands
     */
    @TemplateData
    public record WeekColumn(Week week, double x, double width, double middle, double top, List<Segment> segments) {}

    static AnswerChart of(WeeklyAnswersResponse answers, boolean rightToLeft) {
        var weeks = answers.weeks();
        long most = weeks.stream().mapToLong(Week::received).max().orElse(0);
        double step = WIDTH / Math.max(1, weeks.size());
        var columns = new ArrayList<WeekColumn>();
        for (int i = 0; i < weeks.size(); i++) {
            int place = rightToLeft ? weeks.size() - 1 - i : i;
            columns.add(column(weeks.get(i), step * (place + 0.5), step * FILLED, most == 0 ? 0 : HIGHEST / most));
        }
        return new AnswerChart(List.copyOf(columns));
    }

    private static WeekColumn column(Week week, double middle, double width, double unit) {
        var segments = new ArrayList<Segment>();
        double y = GROUND;
        for (FateCount part : FateCount.of(week)) {
            double height = part.count() * unit;
            if (height > 0) {
                segments.add(new Segment(part.fate(), tenths(y - height), tenths(height)));
            }
            y -= height;
        }
        return new WeekColumn(week, tenths(middle - width / 2), tenths(width), tenths(middle), tenths(y - 6), segments);
    }

    public List<AnswerFateCode> fates() {
        return List.of(AnswerFateCode.values());
    }

    private static double tenths(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
