package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.shell.CityPlane;
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
    private static final CityPlane.Sheet SHEET = new CityPlane.Sheet(WIDTH, HEIGHT, 30, 2000);
    private static final double BAR = 1.0 / 3;
    /** Half of a unit's diamond. */
    private static final double DIAMOND = 8;

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
        CityPlane plane = SHEET.around(Stream.concat(open.stream(), seen.stream())
                .map(at -> new CityPlane.Place(at.latitude, at.longitude))
                .toList());
        double barMetres = plane.barMetres(BAR);
        return new IncidentMap(
                open.stream().map(incident -> mark(incident, plane)).toList(),
                seen.stream()
                        .map(unit -> new UnitMark(unit.thing.status(), plane.x(unit.longitude), plane.y(unit.latitude)))
                        .toList(),
                plane.steps(barMetres),
                barMetres);
    }

    public boolean isEmpty() {
        return incidents.isEmpty() && units.isEmpty();
    }

    public List<UnitPath> unitPaths() {
        var statuses = units.stream().map(UnitMark::status).distinct();
        return statuses.map(status -> new UnitPath(status, path(status))).toList();
    }

    /** From left to right, which compresses to half. */
    private String path(UnitResponse.@Nullable Status status) {
        return units.stream()
                .filter(unit -> unit.status() == status)
                .sorted(Comparator.comparing((UnitMark unit) -> Math.round(unit.x()))
                        .thenComparing(UnitMark::y))
                .map(unit -> "M" + Math.round(unit.x()) + " " + Math.round(unit.y() - DIAMOND) + "l8 8-8 8-8-8z")
                .distinct()
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

    private static IncidentMark mark(Placed<IncidentRow> at, CityPlane plane) {
        return new IncidentMark(
                at.thing.id(),
                at.thing.place(),
                at.thing.severity(),
                at.thing.state(),
                plane.x(at.longitude),
                plane.y(at.latitude));
    }
}
