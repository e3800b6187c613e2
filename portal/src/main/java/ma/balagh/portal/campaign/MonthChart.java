package ma.balagh.portal.campaign;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.balagh.portal.campaign.PublicStatisticsResponse.MonthFigures;
import org.jspecify.annotations.Nullable;

/**
 * Reports that were taken in and answered, two bars for each month, on a plane of 600 by 240. The first month stands where
 * lines of the language begin.
 *
 * @param top what the upper line means
 */
@TemplateData
public record MonthChart(List<Column> columns, long top) {

    private static final double WIDTH = 600;
    private static final double BOTTOM = 210;
    private static final double HEIGHT = 190;
    private static final double SHARE = 0.36;

    /**
     * A month.
     *
     * @param middle of its place
     * @param width of a bar
     */
    @TemplateData
    public record Column(String month, double middle, double width, Bar takenIn, Bar answered) {

        /** The month's number: there is little room. */
        public String number() {
            return month.substring(month.indexOf('-') + 1);
        }
    }

    /** A bar; of no height where the figure is not shown. */
    @TemplateData
    public record Bar(double x, double y, double height) {}

    static MonthChart of(List<MonthFigures> months, boolean isRightToLeft) {
        long most = 10;
        for (MonthFigures month : months) {
            most = Math.max(
                    most,
                    Math.max(
                            value(month.figures().takenIn()),
                            value(month.figures().answered())));
        }
        double place = WIDTH / Math.max(1, months.size());
        double width = tenths(place * SHARE);
        var columns = new ArrayList<Column>();
        for (int number = 0; number < months.size(); number++) {
            var month = months.get(number);
            double middle = place * ((isRightToLeft ? months.size() - 1 - number : number) + 0.5);
            double first = isRightToLeft ? middle : middle - width;
            double second = isRightToLeft ? middle - width : middle;
            columns.add(new Column(
                    month.month(),
                    tenths(middle),
                    width,
                    bar(first, value(month.figures().takenIn()), most),
                    bar(second, value(month.figures().answered()), most)));
        }
        return new MonthChart(columns, most);
    }

    private static Bar bar(double x, long value, long most) {
        double height = HEIGHT * value / most;
        return new Bar(tenths(x), tenths(BOTTOM - height), tenths(height));
    }

    private static long value(@Nullable Long figure) {
        return figure == null ? 0 : figure;
    }

    private static double tenths(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
