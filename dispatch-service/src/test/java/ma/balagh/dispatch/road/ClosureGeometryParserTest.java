package ma.balagh.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosureGeometryParserTest {

    private static final String LINE = """
            {"type": "LineString", "coordinates": [[-7.61, 33.59], [-7.6, 33.6]]}""";

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'LineString', 'coordinates': [[-7.61, 33.59], [-7.6, 33.6, 12.5]]}",
                "{'type': 'Polygon', 'coordinates': [[[0, 0], [0.1, 0], [0.1, 0.1], [0, 0]]], 'bbox': [0, 0, 1, 1]}",
                "{'type': 'Polygon', 'coordinates': [[[0, 0], [0.1, 0], [0.1, 0.1], [0, 0]],"
                        + " [[0.05, 0.02], [0.06, 0.02], [0.06, 0.03], [0.05, 0.02]]]}",
                "{'type': 'Feature', 'geometry': {'type': 'LineString', 'coordinates': [[0, 0], [0, 0.1]]}}",
                "{'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'geometry':"
                        + " {'type': 'LineString', 'coordinates': [[0, 0], [0, 0.1]]}}]}"
            })
    void readsLinesAndPolygons(String geometry) throws Exception {
        // Given
        var node = json.readTree(geometry.replace('\'', '"'));

        // When
        var normalized = ClosureGeometryParser.normalized(node);

        // Then
        assertThat(ClosureGeometryParser.parse(node)).isEqualTo(ClosureGeometryParser.parse(normalized));
        assertThat(normalized.fieldNames()).toIterable().containsExactly("type", "coordinates");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            null                                                                                          | geometry             | REQUIRED
            {"type": "Feature", "geometry": null}                                                         | geometry             | REQUIRED
            []                                                                                            | geometry.type        | NOT_ONE_OF
            "LineString"                                                                                  | geometry.type        | NOT_ONE_OF
            {"type": "Point", "coordinates": [0, 0]}                                                      | geometry.type        | NOT_ONE_OF
            {"type": "Feature"}                                                                           | geometry.type        | NOT_ONE_OF
            {"type": "FeatureCollection", "features": []}                                                 | geometry             | MALFORMED
            {"type": "LineString"}                                                                        | geometry.coordinates | MALFORMED
            {"type": "LineString", "coordinates": []}                                                     | geometry.coordinates | REQUIRED
            {"type": "LineString", "coordinates": [[0, 0]]}                                               | geometry.coordinates | MALFORMED
            {"type": "LineString", "coordinates": [[0, 0], [0, 0]]}                                       | geometry.coordinates | MALFORMED
            {"type": "LineString", "coordinates": [[0, 0], [0]]}                                          | geometry.coordinates | MALFORMED
            {"type": "LineString", "coordinates": [[0, 0], ["0", "1"]]}                                   | geometry.coordinates | MALFORMED
            {"type": "LineString", "coordinates": [[0, 0], [181, 0]]}                                     | geometry.coordinates | OUT_OF_RANGE
            {"type": "LineString", "coordinates": [[0, 0], [0, -91]]}                                     | geometry.coordinates | OUT_OF_RANGE
            {"type": "LineString", "coordinates": [[0, 0], [0, 1e999]]}                                   | geometry.coordinates | OUT_OF_RANGE
            {"type": "LineString", "coordinates": [[0, 0], [0, 1]]}                                       | geometry.coordinates | TOO_LARGE
            {"type": "LineString", "coordinates": [[0, 0], [0.1, 0.1], [0.1, 0], [0, 0.1]]}               | geometry.coordinates | CROSSES_ITSELF
            {"type": "Polygon", "coordinates": []}                                                        | geometry.coordinates | REQUIRED
            {"type": "Polygon", "coordinates": [[]]}                                                      | geometry.coordinates | REQUIRED
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1]]]}                | geometry.coordinates | MALFORMED
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0], [0, 0]]]}                              | geometry.coordinates | MALFORMED
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0], [0.2, 0], [0, 0]]]}                    | geometry.coordinates | WITHOUT_AREA
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0.1], [0.1, 0], [0, 0.2], [0, 0]]]}        | geometry.coordinates | CROSSES_ITSELF
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0], [0.1, 0.1], [0, 0]], [[0.2, 0.2], [0.3, 0.2], [0.3, 0.3], [0.2, 0.2]]]} | geometry.coordinates | MALFORMED
            {"type": "Polygon", "coordinates": [[[-7.6, 33.5], [-7.5, 33.6], [-7.5, 33.5], [-7.6, 33.6], [-7.6, 33.5]]]}| geometry.coordinates | CROSSES_ITSELF
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0], [0.1, 0.1], [0.1, 0], [0, 0]]]}        | geometry.coordinates | WITHOUT_AREA
            {"type": "Polygon", "coordinates": [[[0, 0], [0, 0], [0, 0], [0, 0]]]}                        | geometry.coordinates | WITHOUT_AREA
            {"type": "Polygon", "coordinates": [[[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1], [0, 0]], [[0.2, 0], [0.3, 0], [0.3, 0.1], [0.2, 0.1], [0.2, 0]]]}| geometry.coordinates | MALFORMED
            """)
    void saysWhatIsWrong(String geometry, String field, String code) throws Exception {
        assertRefused(geometry, field, code);
    }

    @Test
    void refusesMorePositionsThanAClosureNeeds() throws Exception {
        // Given
        var many = IntStream.rangeClosed(0, ClosureGeometryParser.MOST_POSITIONS)
                .mapToObj(i -> "[%s, 0]".formatted(i * 1e-6))
                .collect(Collectors.joining(", "));

        // Then
        assertRefused(
                "{\"type\": \"LineString\", \"coordinates\": [%s]}".formatted(many),
                "geometry.coordinates",
                "TOO_MANY");
        assertThat(ClosureGeometryParser.parse(json.readTree(LINE)).getNumPoints())
                .isEqualTo(2);
    }

    private void assertRefused(String geometry, String field, String code) throws Exception {
        // When
        var node = json.readTree(geometry);
        var refused = catchThrowableOfType(ProblemException.class, () -> ClosureGeometryParser.parse(node));

        // Then
        assertThat(refused.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.code()).hasToString(code);
        });
    }
}
