package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import ma.balagh.portal.patrol.PatrolPlanResponse.Spot;

/**
 * The places of a plan on a plane of 600 by 400, north above: degrees as metres east and north, which is true enough within
 * a city.
 *
 * @param bar how long the scale's bar is on the plane
 * @param barMetres how long it is on the ground
 */
@TemplateData
public record PatrolMap(List<Point> points, double bar, double barMetres) {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 400;
    private static final double MARGIN = 30;
    private static final double LEAST_METRES = 1500;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double LEAST_RADIUS = 8;

    /** A place; the more visits it is to have, the larger. */
    @TemplateData
    public record Point(Spot spot, int number, double x, double y, double radius) {}

    static PatrolMap of(List<Spot> spots) {
        if (spots.isEmpty()) {
            return new PatrolMap(List.of(), 0, 0);
        }
        var latitudes = spots.stream().mapToDouble(Spot::latitude).summaryStatistics();
        var longitudes = spots.stream().mapToDouble(Spot::longitude).summaryStatistics();
        double middle = (latitudes.getMin() + latitudes.getMax()) / 2;
        double centre = (longitudes.getMin() + longitudes.getMax()) / 2;
        double east = METRES_PER_DEGREE * Math.cos(Math.toRadians(middle));
        double wide = Math.max(LEAST_METRES, (longitudes.getMax() - longitudes.getMin()) * east);
        double high = (latitudes.getMax() - latitudes.getMin()) * METRES_PER_DEGREE;
        double step = Math.max(wide / (WIDTH - 2 * MARGIN), high / (HEIGHT - 2 * MARGIN));
        double barMetres = roundBelow(step * WIDTH / 4);
        return new PatrolMap(
                spots.stream()
                        .map(spot -> new Point(
                                spot,
                                spot.number() + 1,
                                tenths(WIDTH / 2 + (spot.longitude() - centre) * east / step),
                                tenths(HEIGHT / 2 - (spot.latitude() - middle) * METRES_PER_DEGREE / step),
                                tenths(LEAST_RADIUS + 2 * Math.sqrt(spot.wanted()))))
                        .toList(),
                tenths(barMetres / step),
                barMetres);
    }

    /** The longest of 1, 2 and 5 times a power of ten that is not longer. */
    private static double roundBelow(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double leading = metres / power;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    private static double tenths(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
