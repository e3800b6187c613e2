package ma.balagh.portal.blackspot;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.balagh.portal.blackspot.BlackSpotsResponse.BlackSpot;
import ma.balagh.portal.blackspot.BlackSpotsResponse.Corner;

/**
 * Black spots on a plane of 600 by 400, north above: degrees as metres east and north, which is true enough within a city.
 * Dispatch's maps of far cities share the plane as far as they are apart.
 *
 * @param bar how long the scale's bar is on the plane
 * @param barMetres how long it is on the ground
 */
@TemplateData
public record SpotPlan(List<Hexagon> hexagons, double bar, double barMetres) {

    static final double WIDTH = 600;
    static final double HEIGHT = 400;
    private static final double MARGIN = 36;
    private static final double LEAST_METRES = 1500;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int DARKEST = 5;

    /**
     * A cell.
     *
     * @param number in the list
     * @param points as SVG reads them
     * @param shade 1 to 5: how dense incidents are around it, beside the densest
     */
    @TemplateData
    public record Hexagon(int number, BlackSpot spot, String points, double x, double y, int shade) {}

    static SpotPlan of(List<BlackSpot> spots) {
        if (spots.isEmpty()) {
            return new SpotPlan(List.of(), 0, 0);
        }
        var corners = spots.stream().flatMap(spot -> spot.outline().stream()).toList();
        var latitudes = corners.stream().mapToDouble(Corner::latitude).summaryStatistics();
        var longitudes = corners.stream().mapToDouble(Corner::longitude).summaryStatistics();
        double middle = (latitudes.getMin() + latitudes.getMax()) / 2;
        double narrowing = Math.cos(Math.toRadians(middle));
        double high = (latitudes.getMax() - latitudes.getMin()) * METRES_PER_DEGREE;
        double wide = (longitudes.getMax() - longitudes.getMin()) * METRES_PER_DEGREE * narrowing;
        double metresPerStep =
                Math.max(Math.max(wide, LEAST_METRES) / (WIDTH - 2 * MARGIN), high / (HEIGHT - 2 * MARGIN));
        double centre = (longitudes.getMin() + longitudes.getMax()) / 2;
        double densest = spots.stream().mapToDouble(BlackSpot::density).max().orElse(1);
        var plane = new Plane(middle, centre, narrowing, metresPerStep);
        var hexagons = new ArrayList<Hexagon>();
        for (var spot : spots) {
            hexagons.add(new Hexagon(
                    hexagons.size() + 1,
                    spot,
                    spot.outline().stream()
                            .map(corner -> plane.x(corner.longitude()) + "," + plane.y(corner.latitude()))
                            .collect(Collectors.joining(" ")),
                    plane.x(spot.longitude()),
                    plane.y(spot.latitude()),
                    densest == 0 ? 1 : Math.clamp((int) Math.ceil(DARKEST * spot.density() / densest), 1, DARKEST)));
        }
        double barMetres = roundBelow(metresPerStep * WIDTH / 4);
        return new SpotPlan(hexagons, tenths(barMetres / metresPerStep), barMetres);
    }

    public boolean isEmpty() {
        return hexagons.isEmpty();
    }

    private record Plane(double latitude, double longitude, double narrowing, double metresPerStep) {

        double x(double east) {
            return tenths(WIDTH / 2 + (east - longitude) * METRES_PER_DEGREE * narrowing / metresPerStep);
        }

        double y(double north) {
            return tenths(HEIGHT / 2 - (north - latitude) * METRES_PER_DEGREE / metresPerStep);
        }
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
