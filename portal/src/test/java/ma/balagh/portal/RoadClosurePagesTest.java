package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class RoadClosurePagesTest {

    private static final String PAGE = "/road-closures";
    private static final String CLOSED = "{\"id\":\"01985a00-0000-7000-8000-00000000f0c1\",\"jurisdiction\":\"MA-CAS\","
            + "\"reason\":\"x\",\"geometry\":{},\"closedBy\":\"karim\",\"closedAt\":\"2026-11-25T08:00:00.000Z\"}";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "en, travel times do not know of closures, until lifted",
                "fr, les durées ne tiennent pas compte des fermetures, jusqu’à la levée",
                "ar, لا تراعي المدد المقدَّرة الإغلاقات, إلى أن يُرفع الإغلاق"
            })
    void listsWhatIsClosedAndSaysThatTimesDoNotKnow(String language, String warning, String untilLifted) {
        assertThat(Browser.of("karim", "dispatcher").page(PAGE + "?lang=" + language))
                .contains("مسيرة &lt;b&gt;", "MA-CAS-ANFA", "<bdi>karim</bdi>", untilLifted, warning)
                .contains("/road-closures?cursor=");
    }

    @Test
    void warnsOfNothingWhereTimesKnow() {
        // Given
        services.answer(
                "GET /road-closures",
                200,
                FakeServices.resource("road-closures.json")
                        .replace("\"changesTimes\": false", "\"changesTimes\": true"));

        // Then
        assertThat(Browser.of("hind", "commander").page(PAGE + "?lang=en"))
                .contains("Inondation")
                .doesNotContain("do not know of closures");
    }

    @Test
    void isForDispatchersAndCommanders() {
        assertThat(Browser.of("amina", "analyst").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(Browser.of("amina", "analyst").page("/dossiers")).doesNotContain(PAGE);
    }

    @Test
    void closesARoadAcrossTypedPlaces() throws Exception {
        // When
        var response = send("reason", " a march ", "coordinates", "33.59, -7.61\n\n33.6 -7.6\n", "jurisdiction", "");

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=ROAD_CLOSED");
        assertThat(sent().path("reason").asText()).isEqualTo("a march");
        assertThat(sent().has("jurisdiction")).isFalse();
        assertThat(sent().path("geometry"))
                .hasToString("{\"type\":\"LineString\",\"coordinates\":[[-7.61,33.59],[-7.6,33.6]]}");
    }

    @Test
    void closesAnAreaAroundTypedPlaces() throws Exception {
        // When
        send("reason", "flood", "coordinates", "33.59, -7.61\n33.59, -7.60\n33.60, -7.60", "area", "true");

        // Then
        assertThat(sent().path("geometry"))
                .hasToString("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[-7.61,33.59],[-7.6,33.59],[-7.6,33.6],[-7.61,33.59]]]}");
    }

    @Test
    void passesPastedGeoJsonOn() throws Exception {
        // Given
        var pasted = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null}]}";

        // When
        send("reason", "flood", "coordinates", pasted, "until", "2030-01-01T10:00");

        // Then
        assertThat(sent().path("geometry")).hasToString(pasted);
        assertThat(sent().path("until").asText()).startsWith("2030-01-01T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "33.59", "33.59, -7.61, 5", "33.59, west", "{\"type\": "})
    void saysBesideTheFieldWhatItCannotRead(String coordinates) {
        // When
        var response = send("reason", "flood", "coordinates", coordinates);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("is-refused", "flood");
        assertThat(services.calls()).noneMatch(call -> call.startsWith("POST"));
    }

    @Test
    void saysBesideTheFieldWhatTheServiceRefuses() {
        // Given
        services.answer("POST /road-closures", 400, """
                {"type": "/problems/invalid", "status": 400, "violations": [
                  {"field": "geometry.coordinates", "code": "CROSSES_ITSELF", "message": "must not cross itself"}]}""");

        // When
        var response = Browser.of("karim", "dispatcher")
                .submit(
                        PAGE + "/new",
                        PAGE + "?lang=en",
                        Map.of("key", "key-1", "reason", "flood", "coordinates", "33.59, -7.61\n33.6, -7.6"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("crosses itself", "33.59, -7.61");
    }

    @Test
    void opensARoadAgain() {
        // Given
        var closure = "/road-closures/01985a00-0000-7000-8000-00000000f0c1";
        services.answer("DELETE " + closure, 204, "");

        // When
        var response = Browser.of("hind", "commander").submit(PAGE, closure + "/lifting", Map.of());

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=ROAD_OPENED");
        assertThat(services.last("DELETE " + closure)).isNotNull();
    }

    private Response send(String... fields) {
        services.answer("POST /road-closures", 201, CLOSED);
        var form = new HashMap<>(Map.of("key", "key-1"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return Browser.of("karim", "dispatcher").submit(PAGE + "/new", PAGE, form);
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(services.last("POST /road-closures").body());
    }
}
