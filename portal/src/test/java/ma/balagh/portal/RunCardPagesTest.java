package ma.balagh.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
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

@QuarkusTest
@WithTestResource(FakeSuite.class)
class RunCardPagesTest {

    private static final String PAGE = "/run-cards";
    private static final String CARD = "/run-cards/01985a00-0000-7000-8000-00000000ca4d";
    private static final String DESCRIBED = """
            {"id": "01985a00-0000-7000-8000-00000000ca4d", "jurisdiction": "MA-CAS", "type": "SNATCHING", "alarmLevel": 2,
             "requirements": [{"role": "LEAD", "kinds": ["CAR", "VAN"], "skills": [], "count": 1},
                              {"role": "SEARCH", "kinds": [], "skills": ["PURSUIT"], "count": 2}],
             "changedBy": "hind", "changedAt": "2026-11-25T08:00:00.000Z"}
            """;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer("GET /run-cards", 200, "{\"items\": [" + DESCRIBED + "], \"next\": null}");
        services.answer("GET " + CARD, 200, "application/json", DESCRIBED.getBytes(UTF_8), Map.of("ETag", "\"7\""));
    }

    @Test
    void listsWhatIncidentsNeed() {
        assertThat(Browser.of("hind", "commander").page(PAGE + "?lang=en"))
                .contains("href=\"" + CARD + "\"", "MA-CAS", "<bdi>hind</bdi>");
    }

    @Test
    void writesACardOfSeveralLines() throws Exception {
        // Given
        services.answer("POST /run-cards", 201, DESCRIBED);

        // When
        var response = Browser.of("hind", "commander")
                .ready(PAGE + "/new")
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("key", "key-1", "jurisdiction", "MA-CAS", "type", "SNATCHING", "alarmLevel", "2"))
                .formParam("role", "LEAD", "SEARCH", "LEAD")
                .formParam("count", "1", "2", "")
                .formParam("kind", "car, van", "", "")
                .formParam("skill", "", "pursuit", "")
                .post(PAGE);

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=RUN_CARD_WRITTEN");
        var sent = sent("POST /run-cards");
        assertThat(sent.path("type").asText()).isEqualTo("SNATCHING");
        assertThat(sent.path("alarmLevel").asInt()).isEqualTo(2);
        assertThat(sent.path("requirements")).hasSize(2);
        assertThat(sent.path("requirements").path(0).path("kinds")).hasToString("[\"CAR\",\"VAN\"]");
        assertThat(sent.path("requirements").path(1).path("skills")).hasToString("[\"PURSUIT\"]");
        assertThat(services.last("POST /run-cards").header("Idempotency-Key")).isNotBlank();
    }

    @Test
    void changesTheCardThatWasRead() throws Exception {
        // Given
        services.answer("PUT " + CARD, 200, DESCRIBED);

        // When
        var response = submit(Map.of("tag", "\"7\"", "role", "LEAD", "count", "3"));

        // Then
        assertThat(Browser.of("hind", "commander").page(CARD)).contains("value=\"&quot;7&quot;\"", "CAR VAN");
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=RUN_CARD_WRITTEN");
        assertThat(services.last("PUT " + CARD).header("If-Match")).isEqualTo("\"7\"");
        assertThat(sent("PUT " + CARD)
                        .path("requirements")
                        .path(0)
                        .path("count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void showsWhoWasTooLateWhatTheCardSaysNow() {
        // Given
        services.answer("PUT " + CARD, 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");

        // When
        var response = submit(Map.of("tag", "\"6\"", "role", "LEAD", "count", "4"));

        // Then
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString()).contains("value=\"&quot;7&quot;\"", "value=\"4\"", "What stands there now");
    }

    @Test
    void saysWhatTheServiceRefusesAndKeepsWhatWasTyped() {
        // Given
        services.answer("PUT " + CARD, 400, """
                {"type": "/problems/invalid", "status": 400, "violations": [
                  {"field": "requirements[0].count", "code": "TOO_SMALL", "params": {"min": 1}, "message": "at least 1"}]}""");

        // When
        var response = submit(Map.of("tag", "\"7\"", "role", "LEAD", "count", "-1"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("is too small", "value=\"-1\"");
    }

    @Test
    void asksNothingOfTheServiceForACountThatIsNone() {
        // When
        var response = submit(Map.of("tag", "\"7\"", "role", "LEAD", "count", "two"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(services.calls()).noneMatch(call -> call.startsWith("PUT"));
    }

    private static Response submit(Map<String, String> fields) {
        var form = new HashMap<>(Map.of("jurisdiction", "MA-CAS", "type", "SNATCHING", "alarmLevel", "2"));
        form.putAll(fields);
        return Browser.of("hind", "commander").submit(CARD, CARD + "?lang=en", form);
    }

    private JsonNode sent(String call) throws Exception {
        return new ObjectMapper().readTree(services.last(call).body());
    }
}
