package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.patrol.PatrolPlanResponse.Spot;
import ma.balagh.portal.shell.CityPlane;

/**
 * The places of a plan on a plane of 600 by 400, north above.
 *
 * @param bar how long the scale's bar is on the plane
 * @param barMetres how long it is on the ground
 */
@TemplateData
public record PatrolMap(List<Point> points, double bar, double barMetres) {

    private static final CityPlane.Sheet SHEET = new CityPlane.Sheet(600, 400, 30, 1500);
    private static final double BAR = 0.25;
    private static final double LEAST_RADIUS = 8;

    /** A place; the more visits it is to have, the larger. */
    @TemplateData
    public record Point(Spot spot, int number, double x, double y, double radius) {}

    static PatrolMap of(List<Spot> spots) {
        if (spots.isEmpty()) {
            return new PatrolMap(List.of(), 0, 0);
        }
        var plane = SHEET.around(spots.stream()
                .map(spot -> new CityPlane.Place(spot.latitude(), spot.longitude()))
                .toList());
        double barMetres = plane.barMetres(BAR);
        return new PatrolMap(
                spots.stream()
                        .map(spot -> new Point(
                                spot,
                                spot.number() + 1,
                                plane.x(spot.longitude()),
                                plane.y(spot.latitude()),
                                CityPlane.tenths(LEAST_RADIUS + 2 * Math.sqrt(spot.wanted()))))
                        .toList(),
                plane.steps(barMetres),
                barMetres);
    }
}
