package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where incidents and units are to each other, north above, on a plane of {@value #WIDTH} by {@value #HEIGHT}: positions
 * only, since a map of streets would come from somebody else's server.
 *
 * @param bar how long the scale's bar is on the plane
 * @param barMetres how long it is on the ground
 */
@TemplateData
public record IncidentMap(List<IncidentMark> incidents, List<UnitMark> units, double bar, double barMetres) {

    static final double WIDTH = 400;
    static final double HEIGHT = 300;
    private static final double MARGIN = 30;
    /** Half of a unit's diamond. */
    private static final double DIAMOND = 8;

    /** So that one place alone does not fill the plane. */
    private static final double LEAST_METRES = 2000;

    /** Of one degree of latitude on a sphere of the earth's mean radius, 6371 km. */
    private static final double METRES_PER_DEGREE = 111_195;

    /** An incident at its place. */
    @TemplateData
    public record IncidentMark(
            UUID id, @Nullable String place, int severity, IncidentResponse.@Nullable State state, double x, double y) {

        /** Whether a unit is on it. */
        public boolean isAttended() {
            return state != IncidentResponse.State.OPEN;
        }
    }

    /** A unit where it was last seen. */
    @TemplateData
    public record UnitMark(UnitResponse.@Nullable Status status, double x, double y) {}

    /** @param path a diamond around each unit of that status, as path data of SVG; hundreds of elements would weigh too much */
    @TemplateData
    public record UnitPath(UnitResponse.@Nullable Status status, String path) {}

    private record Placed<T>(T thing, double latitude, double longitude) {}

    /** Those whose place is known, but for incidents that are over. */
    static IncidentMap of(List<IncidentRow> rows, List<UnitResponse> patrols) {
        List<Placed<IncidentRow>> open = rows.stream()
                .filter(IncidentRow::isUnfinished)
                .flatMap(IncidentMap::placed)
                .toList();
        List<Placed<UnitResponse>> seen =
                patrols.stream().flatMap(IncidentMap::placed).toList();
        Plane plane = Plane.around(Stream.concat(open.stream(), seen.stream()).toList());
        double barMetres = roundBelow(plane.metresPerStep * WIDTH / 3);
        return new IncidentMap(
                open.stream().map(incident -> mark(incident, plane)).toList(),
                seen.stream()
                        .map(unit -> new UnitMark(unit.thing.status(), plane.x(unit), plane.y(unit)))
                        .toList(),
                tenths(barMetres / plane.metresPerStep),
                barMetres);
    }

    public boolean isEmpty() {
        return incidents.isEmpty() && units.isEmpty();
    }

    public List<UnitPath> unitPaths() {
        var statuses = units.stream().map(UnitMark::status).distinct();
        return statuses.map(status -> new UnitPath(status, path(status))).toList();
    }

    private String path(UnitResponse.@Nullable Status status) {
        return units.stream()
                .filter(unit -> unit.status() == status)
                .map(unit -> "M%s %sl8 8-8 8-8-8z".formatted(unit.x(), tenths(unit.y() - DIAMOND)))
                .collect(Collectors.joining());
    }

    private static Stream<Placed<IncidentRow>> placed(IncidentRow row) {
        Double latitude = row.latitude();
        Double longitude = row.longitude();
        return latitude == null || longitude == null
                ? Stream.empty()
                : Stream.of(new Placed<>(row, latitude, longitude));
    }

    private static Stream<Placed<UnitResponse>> placed(UnitResponse unit) {
        UnitResponse.Position at = unit.position();
        return at == null ? Stream.empty() : Stream.of(new Placed<>(unit, at.latitude(), at.longitude()));
    }

    private static IncidentMark mark(Placed<IncidentRow> at, Plane plane) {
        return new IncidentMark(
                at.thing.id(), at.thing.place(), at.thing.severity(), at.thing.state(), plane.x(at), plane.y(at));
    }

    /** The longest of 1, 2 and 5 times a power of ten that is not longer. */
    private static double roundBelow(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double leading = metres / power;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Degrees as metres east and north of a centre, which is true enough within a city (equirectangular projection). */
    private record Plane(double latitude, double longitude, double metresPerStep) {

        static Plane around(List<? extends Placed<?>> places) {
            var latitudes = span(places, Placed::latitude);
            var longitudes = span(places, Placed::longitude);
            double latitude = middle(latitudes);
            double high = (latitudes.getMax() - latitudes.getMin()) * METRES_PER_DEGREE;
            double wide = (longitudes.getMax() - longitudes.getMin()) * METRES_PER_DEGREE * narrowing(latitude);
            double metresPerStep =
                    Math.max(Math.max(wide, LEAST_METRES) / (WIDTH - 2 * MARGIN), high / (HEIGHT - 2 * MARGIN));
            return new Plane(latitude, middle(longitudes), metresPerStep);
        }

        double x(Placed<?> at) {
            double east = (at.longitude() - longitude) * METRES_PER_DEGREE * narrowing(latitude);
            return tenths(WIDTH / 2 + east / metresPerStep);
        }

        double y(Placed<?> at) {
            return tenths(HEIGHT / 2 - (at.latitude() - latitude) * METRES_PER_DEGREE / metresPerStep);
        }

        /** Meridians come together towards the poles. */
        private static double narrowing(double latitude) {
            return Math.cos(Math.toRadians(latitude));
        }

        private static DoubleSummaryStatistics span(
                List<? extends Placed<?>> places, ToDoubleFunction<Placed<?>> degrees) {
            return places.isEmpty()
                    ? new DoubleSummaryStatistics(1, 0, 0, 0)
                    : places.stream().mapToDouble(degrees).summaryStatistics();
        }

        private static double middle(DoubleSummaryStatistics span) {
            return (span.getMin() + span.getMax()) / 2;
        }
    }
}
