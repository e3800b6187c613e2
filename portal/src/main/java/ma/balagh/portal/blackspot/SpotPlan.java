package ma.balagh.portal.blackspot;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.blackspot.BlackSpotsResponse.BlackSpot;
import ma.balagh.portal.shell.CityPlane;
import org.jspecify.annotations.Nullable;

/**
 * Black spots on a plane of 600 by 400, north above, beside those of the period before. Dispatch's maps of far cities share
 * the plane as far as they are apart.
 *
 * @param hexagons of now
 * @param gone of the period before, which are none any more
 * @param stops where approved plans send units in the hours that are looked at
 * @param isCompared whether there was a map of the period before
 * @param bar how long the scale's bar is on the plane
 * @param barMetres how long it is on the ground
 */
@TemplateData
public record SpotPlan(
        List<Hexagon> hexagons,
        List<Hexagon> gone,
        List<Stop> stops,
        boolean isCompared,
        double bar,
        double barMetres) {

    static final double WIDTH = 600;
    static final double HEIGHT = 400;
    private static final CityPlane.Sheet SHEET = new CityPlane.Sheet(WIDTH, HEIGHT, 36, 1500);
    private static final double BAR = 0.25;
    private static final int DARKEST = 5;
    private static final double ABOVE_THE_NUMBER = 16;

    /**
     * A cell.
     *
     * @param number in the list
     * @param points as SVG reads them
     * @param shade 1 to 5: how dense incidents are around it, beside the densest
     * @param change nothing where there is nothing to compare with
     */
    @TemplateData
    public record Hexagon(
            int number,
            BlackSpot spot,
            String points,
            double x,
            double y,
            int shade,
            @Nullable SpotChange change) {

        /** For who cannot tell colours apart. */
        public String mark() {
            String sign = change == SpotChange.CAME ? "+" : change == SpotChange.WENT ? "−" : "";
            return sign + number;
        }

        /** The corners in degrees, for a map. */
        public String outline() {
            return spot.outline().stream()
                    .map(corner -> rounded(corner.latitude()) + "," + rounded(corner.longitude()))
                    .collect(Collectors.joining(" "));
        }

        /** The form that asks for units there, whatever the maps say. */
        public String securing() {
            String name = spot.name();
            return "/patrol-plans/new?latitude=" + rounded(spot.latitude()) + "&longitude=" + rounded(spot.longitude())
                    + "&jurisdiction=" + encoded(spot.jurisdiction()) + (name == null ? "" : "&name=" + encoded(name));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** To a metre. */
        private static double rounded(double degrees) {
            return Math.round(degrees * 1e5) / 1e5;
        }
    }

    /** A place that is visited, beside its cell's number. */
    @TemplateData
    public record Stop(PlannedVisits visits, double x, double y) {

        public int count() {
            return visits.starts().size();
        }
    }

    /**
     * @param before of the period before; nothing where there was no map
     * @param visits of the same hours
     */
    static SpotPlan of(List<BlackSpot> now, @Nullable List<BlackSpot> before, List<PlannedVisits> visits) {
        Set<String> kept = now.stream().map(BlackSpot::cell).collect(Collectors.toSet());
        List<BlackSpot> gone = before == null
                ? List.of()
                : before.stream().filter(spot -> !kept.contains(spot.cell())).toList();
        if (now.isEmpty() && gone.isEmpty() && visits.isEmpty()) {
            return new SpotPlan(List.of(), List.of(), List.of(), before != null, 0, 0);
        }
        var plane = SHEET.around(Stream.concat(
                        Stream.concat(now.stream(), gone.stream())
                                .flatMap(spot -> spot.outline().stream())
                                .map(corner -> new CityPlane.Place(corner.latitude(), corner.longitude())),
                        visits.stream()
                                .map(PlannedVisits::spot)
                                .map(spot -> new CityPlane.Place(spot.latitude(), spot.longitude())))
                .toList());
        var drawn = new Drawing(plane, cells(before), densest(now));
        double barMetres = plane.barMetres(BAR);
        return new SpotPlan(
                drawn.hexagons(now, 0),
                drawn.hexagons(gone, now.size()).stream().map(SpotPlan::gone).toList(),
                visits.stream().map(each -> stop(each, plane)).toList(),
                before != null,
                plane.steps(barMetres),
                barMetres);
    }

    /** Above the middle, where a cell has its number. */
    private static Stop stop(PlannedVisits visits, CityPlane plane) {
        return new Stop(
                visits,
                plane.x(visits.spot().longitude()),
                CityPlane.tenths(plane.y(visits.spot().latitude()) - ABOVE_THE_NUMBER));
    }

    private static @Nullable Set<String> cells(@Nullable List<BlackSpot> spots) {
        return spots == null ? null : spots.stream().map(BlackSpot::cell).collect(Collectors.toSet());
    }

    private static double densest(List<BlackSpot> spots) {
        return spots.stream().mapToDouble(BlackSpot::density).max().orElse(0);
    }

    private static Hexagon gone(Hexagon each) {
        return new Hexagon(each.number, each.spot, each.points, each.x, each.y, 1, SpotChange.WENT);
    }

    public boolean isEmpty() {
        return hexagons.isEmpty() && gone.isEmpty() && stops.isEmpty();
    }

    public List<Hexagon> all() {
        return Stream.concat(hexagons.stream(), gone.stream()).toList();
    }

    public long came() {
        return hexagons.stream().filter(each -> each.change == SpotChange.CAME).count();
    }

    public long stayed() {
        return hexagons.stream()
                .filter(each -> each.change == SpotChange.STAYED)
                .count();
    }

    private record Drawing(CityPlane plane, @Nullable Set<String> before, double densest) {

        List<Hexagon> hexagons(List<BlackSpot> spots, int numbered) {
            var hexagons = new ArrayList<Hexagon>();
            for (var spot : spots) {
                hexagons.add(new Hexagon(
                        numbered + hexagons.size() + 1,
                        spot,
                        spot.outline().stream()
                                .map(corner -> plane.x(corner.longitude()) + "," + plane.y(corner.latitude()))
                                .collect(Collectors.joining(" ")),
                        plane.x(spot.longitude()),
                        plane.y(spot.latitude()),
                        shade(spot),
                        change(spot)));
            }
            return hexagons;
        }

        private int shade(BlackSpot spot) {
            return densest == 0 ? 1 : Math.clamp((int) Math.ceil(DARKEST * spot.density() / densest), 1, DARKEST);
        }

        private @Nullable SpotChange change(BlackSpot spot) {
            if (before == null) {
                return null;
            }
            return before.contains(spot.cell()) ? SpotChange.STAYED : SpotChange.CAME;
        }
    }
}
