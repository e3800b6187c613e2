package ma.balagh.dispatch.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads what somebody closes from GeoJSON (RFC 7946): one LineString or Polygon, also as the only feature of a collection. */
final class ClosureGeometryParser {

    static final int MOST_POSITIONS = 1_000;
    /** A closure is a street, a square or a quarter; a city would be a typing error. */
    static final double LARGEST_KILOMETRES = 50;

    private static final String FIELD = "geometry";
    private static final String COORDINATES = "geometry.coordinates";
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private ClosureGeometryParser() {}

    /** @throws ProblemException 400 that says what is wrong with it */
    static Geometry parse(JsonNode json) {
        var node = unwrapped(json);
        if (node.isNull()) {
            throw refused(Violation.required(FIELD, "must not be null"));
        }
        var coordinates = node.path("coordinates");
        var geometry = switch (node.path("type").asText()) {
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            default ->
                throw refused(new Violation(
                        "geometry.type",
                        ViolationCode.NOT_ONE_OF,
                        Map.of("allowed", "LineString, Polygon"),
                        "must be one of LineString, Polygon"));
        };
        requireSize(geometry);
        return geometry;
    }

    /** The geometry alone, as it is kept. */
    static JsonNode normalized(JsonNode json) {
        var node = unwrapped(json);
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("type", node.path("type"))
                .set("coordinates", node.path("coordinates"));
    }

    private static JsonNode unwrapped(JsonNode json) {
        return switch (json.path("type").asText()) {
            case "FeatureCollection" -> {
                if (json.path("features").size() != 1) {
                    throw refused(Violation.malformed(FIELD, "must be one feature"));
                }
                yield unwrapped(json.path("features").get(0));
            }
            case "Feature" -> json.path("geometry");
            default -> json;
        };
    }

    private static LineString line(JsonNode coordinates) {
        var positions = positions(coordinates);
        if (positions.length < 2) {
            throw refused(Violation.malformed(COORDINATES, "a line has at least two positions"));
        }
        var line = GEOMETRIES.createLineString(positions);
        if (line.getLength() == 0) {
            throw refused(Violation.malformed(COORDINATES, "a line leads somewhere"));
        }
        if (!IsSimpleOp.isSimple(line)) {
            throw crossesItself();
        }
        return line;
    }

    private static Polygon polygon(JsonNode rings) {
        requireList(rings);
        if (rings.size() > MOST_POSITIONS) {
            throw refused(Violation.tooMany(COORDINATES, MOST_POSITIONS));
        }
        var shell = ring(rings.get(0));
        var holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(rings.get(i + 1));
        }
        var polygon = GEOMETRIES.createPolygon(shell, holes);
        var error = new IsValidOp(polygon).getValidationError();
        if (error != null) {
            throw invalid(shell, error);
        }
        return polygon;
    }

    /** Areas that are added up say nothing here: those of the two loops of an eight have opposite signs. */
    private static ProblemException invalid(LinearRing shell, TopologyValidationError error) {
        if (GeometryFixer.fix(GEOMETRIES.createPolygon(shell)).getArea() == 0) {
            return refused(new Violation(COORDINATES, ViolationCode.WITHOUT_AREA, "must enclose something"));
        }
        if (isCrossing(error)) {
            return crossesItself();
        }
        var isHoleOutside = error.getErrorType() == TopologyValidationError.HOLE_OUTSIDE_SHELL;
        return refused(Violation.malformed(
                COORDINATES, isHoleOutside ? "a hole lies inside the outline" : error.getMessage()));
    }

    private static boolean isCrossing(TopologyValidationError error) {
        return error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
    }

    private static LinearRing ring(JsonNode coordinates) {
        var positions = positions(coordinates);
        if (positions.length < 4 || !positions[0].equals2D(positions[positions.length - 1])) {
            throw refused(
                    Violation.malformed(COORDINATES, "a ring has at least four positions, the last as the first"));
        }
        return GEOMETRIES.createLinearRing(positions);
    }

    private static Coordinate[] positions(JsonNode coordinates) {
        requireList(coordinates);
        if (coordinates.size() > MOST_POSITIONS) {
            throw refused(Violation.tooMany(COORDINATES, MOST_POSITIONS));
        }
        var positions = new Coordinate[coordinates.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(coordinates.get(i));
        }
        return positions;
    }

    private static void requireList(JsonNode list) {
        if (!list.isArray()) {
            throw refused(Violation.malformed(COORDINATES, "must be a list of positions"));
        }
        if (list.isEmpty()) {
            throw refused(Violation.required(COORDINATES, "must not be empty"));
        }
    }

    private static Coordinate position(JsonNode position) {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw refused(Violation.malformed(COORDINATES, "a position is a list of longitude and latitude"));
        }
        double longitude = position.get(0).asDouble();
        double latitude = position.get(1).asDouble();
        if (!(Math.abs(longitude) <= 180)) {
            throw refused(Violation.outOfRange(COORDINATES, -180, 180, "a longitude is -180 to 180"));
        }
        if (!(Math.abs(latitude) <= 90)) {
            throw refused(Violation.outOfRange(COORDINATES, -90, 90, "a latitude is -90 to 90, after the longitude"));
        }
        return new Coordinate(longitude, latitude);
    }

    private static void requireSize(Geometry geometry) {
        var box = geometry.getEnvelopeInternal();
        double diagonal =
                new GeoPoint(box.getMinY(), box.getMinX()).distanceTo(new GeoPoint(box.getMaxY(), box.getMaxX()));
        if (diagonal > LARGEST_KILOMETRES * 1000) {
            throw refused(new Violation(
                    COORDINATES,
                    ViolationCode.TOO_LARGE,
                    Map.of("max", LARGEST_KILOMETRES),
                    "must be at most %.0f km across".formatted(LARGEST_KILOMETRES)));
        }
    }

    private static ProblemException crossesItself() {
        return refused(new Violation(COORDINATES, ViolationCode.CROSSES_ITSELF, "must not cross itself"));
    }

    private static ProblemException refused(Violation violation) {
        return CommonProblem.invalid(violation);
    }
}
