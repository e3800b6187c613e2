package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened and its still, on the pages of those who propose, send and are sent. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class StillPagesTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String STILL = "/dossiers/" + Ids.DOSSIER + "/still";
    private static final String DOSSIER = "/dossiers/" + Ids.DOSSIER;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0x01};

    private final FakeServices services = FakeSuite.services();
    private final Browser dispatcher = Browser.of("karim", "dispatcher");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void tellsTheDispatcherWhatHappened() {
        // When
        String page = dispatcher.page(INCIDENT + "?lang=en");

        // Then
        assertThat(page)
                .contains("What happened", "Two men on a motorcycle &lt;b&gt;take&lt;/b&gt; a phone")
                .contains("Street robbery", "2 suspects", "1 victim", "Knife or blade", "Motorcycle", "noire")
                .contains("towards the port", "People are still in danger.", "Probable", "Derb Sultan", "3 reports")
                .contains("href=\"" + INCIDENT + "/still\"");
        assertThat(services.calls()).noneMatch(call -> call.contains("/still"));
    }

    @Test
    void tellsTheCrewTheSame() {
        // Given
        String assigned = FakeServices.resource("incident-assigned.json");
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET " + INCIDENT, 200, assigned);

        // When
        String page = Browser.of("unit-1", "field-unit").page("/assignment?lang=en");

        // Then
        assertThat(page).contains("Knife or blade", "href=\"" + INCIDENT + "/still\"");
    }

    @Test
    void showsTheStillCoveredAndWithAnAlternative() {
        // Given
        services.answer("GET " + STILL, 200, still("READY", "\"faces\": 2"));

        // When
        String page = dispatcher.page(INCIDENT + "/still?lang=en");

        // Then
        assertThat(page)
                .contains("src=\"" + INCIDENT + "/still/picture\"", "data-uncover", "2 faces are hidden.")
                .containsPattern("alt=\"Picture of the moment at .0:12\\.5., with faces hidden\"");
    }

    @Test
    void passesThePictureOnWithTheIncidentAsThePurpose() {
        // Given
        services.answer("GET " + STILL + "/content", 200, "image/jpeg", JPEG, Map.of("ETag", "\"abc\""));

        // When
        var answer = dispatcher.get(INCIDENT + "/still/picture");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("image/jpeg");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asByteArray()).isEqualTo(JPEG);
        assertThat(services.last("GET " + STILL + "/content").header("X-Purpose"))
                .isEqualTo("Intervention, incident " + Ids.INCIDENT);
    }

    @Test
    void saysThatAStillIsBeingMadeOrWhyThereIsNone() {
        // Given
        services.answer("GET " + STILL, 202, still("RUNNING", "\"faces\": null"));

        // Then
        assertThat(dispatcher.page(INCIDENT + "/still?lang=en"))
                .contains("The still is being made.", "load delay:2s")
                .doesNotContain("<img");
        services.answer("GET " + STILL, 200, still("FAILED", "\"reason\": \"NOTHING_LEFT\""));
        assertThat(dispatcher.page(INCIDENT + "/still?lang=fr"))
                .contains("n’a pas pu être faite avec les visages masqués")
                .doesNotContain("<img");
        services.answer("GET " + STILL, 404, "{\"type\":\"/problems/not-found\"}");
        assertThat(dispatcher.page(INCIDENT + "/still?lang=ar"))
                .contains("لا صورة يمكن عرضها الآن")
                .doesNotContain("<img");
    }

    @Test
    void asksAnalysisOnlyForAnIncidentThatExistsForTheViewer() {
        // Given
        services.answer("GET " + INCIDENT, 404, "{\"type\":\"/problems/not-found\"}");

        // Then
        assertThat(dispatcher.get(INCIDENT + "/still").statusCode()).isEqualTo(404);
        assertThat(dispatcher.get(INCIDENT + "/still/picture").statusCode()).isEqualTo(404);
        assertThat(services.calls()).noneMatch(call -> call.contains("/still"));
        assertThat(Browser.of("amina", "analyst").get(INCIDENT + "/still").statusCode())
                .isEqualTo(403);
    }

    @Test
    void sendsTheFactsOfAnOffenceAlone() {
        // Given
        services.answer("POST " + DOSSIER + "/verdict-proposals", 201, "{}");
        Browser analyst = Browser.of("amina", "analyst");

        // When
        analyst.submit(DOSSIER, DOSSIER + "/verdict-proposals", filledIn("PRESUMED_OFFENCE"));

        // Then
        assertThat(services.last("POST " + DOSSIER + "/verdict-proposals").body())
                .contains(
                        "\"facts\":{\"summary\":\"Deux hommes\",\"suspects\":2,", "\"vehicle\":{\"colour\":\"noire\"}")
                .contains("\"dangerContinues\":false", "\"placeCertainty\":\"CERTAIN\"")
                .contains("\"still\":{\"evidenceId\":\"" + Ids.EVIDENCE + "\",\"at\":12.5}");
        analyst.submit(DOSSIER, DOSSIER + "/verdict-proposals", filledIn("FALSE_REPORT"));
        assertThat(services.last("POST " + DOSSIER + "/verdict-proposals").body())
                .doesNotContain("facts", "still", "placeCertainty");
    }

    @Test
    void namesTheFieldOfTheStillThatIsRefused() {
        // Given
        services.answer("POST " + DOSSIER + "/verdict-proposals", 400, """
            {"type": "/problems/invalid", "violations": [
              {"field": "still.at", "code": "TOO_LARGE", "params": {"max": 9.6}, "message": "too late"}]}
            """);

        // When
        var refusal = Browser.of("amina", "analyst")
                .submit(DOSSIER, DOSSIER + "/verdict-proposals?lang=en", filledIn("PRESUMED_OFFENCE"));

        // Then
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.asString()).contains("Second").doesNotContain("still.at");
    }

    private static Map<String, String> filledIn(String verdict) {
        return Map.of(
                "verdict", verdict,
                "reasons", "what was seen",
                "summary", "Deux hommes",
                "suspects", "2",
                "vehicleColour", "noire",
                "danger", "false",
                "placeCertainty", "CERTAIN",
                "stillEvidence", Ids.EVIDENCE,
                "stillAt", "12,5");
    }

    private static String still(String state, String rest) {
        return """
            {"dossierId": "%s", "evidenceId": "%s", "at": 12.48, "state": "%s", %s}
            """.formatted(Ids.DOSSIER, Ids.EVIDENCE, state, rest);
    }
}
