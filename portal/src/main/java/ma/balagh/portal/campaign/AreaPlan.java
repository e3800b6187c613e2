package ma.balagh.portal.campaign;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.balagh.portal.campaign.PublicSpotsResponse.Corner;
import ma.balagh.portal.campaign.PublicSpotsResponse.Spot;

/**
 * The large areas of a city on a plane of 400 by 300, north above: degrees as metres east and north, which is true enough
 * within a city.
 */
@TemplateData
public record AreaPlan(List<Hexagon> hexagons) {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 300;
    private static final double MARGIN = 24;

    /**
     * An area.
     *
     * @param number in the list
     * @param points as SVG reads them
     */
    @TemplateData
    public record Hexagon(int number, String points, double x, double y) {}

    static AreaPlan of(List<Spot> spots) {
        var corners = spots.stream().flatMap(spot -> spot.outline().stream()).toList();
        if (corners.isEmpty()) {
            return new AreaPlan(List.of());
        }
        var north = corners.stream().mapToDouble(Corner::latitude).summaryStatistics();
        var east = corners.stream().mapToDouble(Corner::longitude).summaryStatistics();
        double latitude = (north.getMin() + north.getMax()) / 2;
        double longitude = (east.getMin() + east.getMax()) / 2;
        double narrowing = Math.cos(Math.toRadians(latitude));
        double high = (north.getMax() - north.getMin()) / (HEIGHT - 2 * MARGIN);
        double wide = (east.getMax() - east.getMin()) * narrowing / (WIDTH - 2 * MARGIN);
        double degrees = Math.max(Math.max(high, wide), 1e-6);
        var hexagons = new ArrayList<Hexagon>();
        for (Spot spot : spots) {
            var points = spot.outline().stream()
                    .map(corner -> new double[] {
                        WIDTH / 2 + (corner.longitude() - longitude) * narrowing / degrees,
                        HEIGHT / 2 - (corner.latitude() - latitude) / degrees
                    })
                    .toList();
            hexagons.add(new Hexagon(
                    hexagons.size() + 1,
                    points.stream()
                            .map(point -> tenths(point[0]) + "," + tenths(point[1]))
                            .collect(Collectors.joining(" ")),
                    tenths(points.stream()
                            .mapToDouble(point -> point[0])
                            .average()
                            .orElse(0)),
                    tenths(points.stream()
                            .mapToDouble(point -> point[1])
                            .average()
                            .orElse(0))));
        }
        return new AreaPlan(hexagons);
    }

    private static double tenths(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
