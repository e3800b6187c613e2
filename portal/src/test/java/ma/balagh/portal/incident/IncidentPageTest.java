package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of an incident says of times and places, in each language. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class IncidentPageTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | دُوّن في 1 دجنبر 2026، 10:21:40       | 1 دجنبر 2026، 10:20:34
            fr | Consigné le 1er décembre 2026, 10:21:40 | 1er décembre 2026, 10:20:34
            en | Noted on 1 December 2026, 10:21:40      | 1 December 2026, 10:20:34
            """)
    void saysWhenAStepWasNotedLater(String language, String recorded, String happened) {
        // Given
        services.answer(
                "GET " + INCIDENT, 200, FakeServices.resource("incident.json").replaceFirst("\"timeline\": \\[", """
                        "timeline": [
                          {"kind": "ACKNOWLEDGED", "at": "2026-12-01T09:20:34.000Z",
                           "recordedAt": "2026-12-01T09:21:40.000Z", "by": "unit-7"},
                        """));

        // When
        var page = page(language);

        // Then
        assertThat(page).containsSubsequence("id=\"timeline\"", ">" + happened + "<", recorded);
        assertThat(page.split(recorded, -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | المكان نفسه   | الوقت نفسه  | 0,4 كم
            fr | même endroit  | même moment | 0,4 km
            en | same place    | same time   | 0.4 km
            """)
    void saysInWordsThatAnotherIncidentIsAtTheSamePlaceAndTime(
            String language, String place, String time, String distance) {
        // Given
        var incident = FakeServices.resource("incident.json");

        // When
        services.answer("GET " + INCIDENT, 200, incident);
        var near = page(language);
        services.answer(
                "GET " + INCIDENT,
                200,
                incident.replace("\"distanceMeters\": 420", "\"distanceMeters\": 0")
                        .replace("\"secondsApart\": -1500", "\"secondsApart\": 0"));
        var same = page(language);

        // Then
        assertThat(near).contains(distance).doesNotContain(place, time);
        assertThat(same).contains(place + " · " + time).doesNotContain(distance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-01T09:20:34.000Z | ar | >1 دجنبر 2026، 10:20<
            2026-12-01T09:20:34.000Z | fr | >1er décembre 2026, 10:20<
            2026-12-01T09:20:34.000Z | en | >1 December 2026, 10:20<
            2026-12-11T09:20:34.000Z | fr | >11 décembre 2026, 10:20<
            """)
    void writesTheFirstOfAMonthAsEachLanguageDoes(String occurredAt, String language, String date) {
        // When
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident.json").replace("2026-11-24T18:30:00.000Z", occurredAt));

        // Then
        assertThat(page(language)).contains(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | ما زال أشخاص في خطر.                 | كان أشخاص في خطر وقت البلاغ.
            fr | Des personnes sont encore en danger. | Des personnes étaient en danger au moment du signalement.
            en | People are still in danger.          | People were in danger when it was reported.
            """)
    void saysOfTheDangerThatItWasReportedOnceTheIncidentIsOver(String language, String now, String then) {
        // Given
        var incident = FakeServices.resource("incident.json");

        // Then
        services.answer("GET " + INCIDENT, 200, incident);
        assertThat(page(language))
                .containsSubsequence("id=\"facts\"", "note-bad", now)
                .doesNotContain(then);
        services.answer(
                "GET " + INCIDENT, 200, incident.replaceFirst("\"state\": \"OPEN\"", "\"state\": \"REFERRED\""));
        assertThat(page(language))
                .containsSubsequence("id=\"facts\"", "<p class=\"note\">" + then)
                .doesNotContain(now);
    }

    @Test
    void saysOfTheDangerThatItWasReportedOnceAUnitHasBeenThere() {
        // Given
        services.answer(
                "GET " + INCIDENT,
                200,
                FakeServices.resource("incident-assigned.json")
                        .replace(
                                "\"status\": \"ASSIGNED\"",
                                "\"status\": \"ON_SCENE\", \"onSceneAt\": \"2026-11-24T21:40:00.000Z\""));

        // Then
        assertThat(page("en"))
                .contains("People were in danger when it was reported")
                .doesNotContain("People are still in danger.", "Does the danger continue?");
    }

    private static String page(String language) {
        return Browser.of("karim", "dispatcher").page(INCIDENT + "?lang=" + language);
    }
}
