package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk says why: what is missing, who does not answer, and where nobody is sent. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class CommandDeskReasonsTest {

    private static final String DESK = "/command-desk?lang=en";
    /** The unit of the plan. */
    private static final String SENT = """
            {"id": "01985a00-0000-7000-8000-000000000c01", "unitId": "01985a00-0000-7000-8000-000000000501",
             "callSign": "CASA-7", "status": "ASSIGNED"}""";

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Rights at arrest that are missing | Person 1 (minor), still to be done: | Doctor offered | Guardian informed",
                "fr | Droits à l’arrestation qui manquent | Personne 1 (mineur), reste | Médecin proposé | Tuteur avisé",
                "ar | حقوق عند التوقيف لم تُستوفَ | الشخص 1 (قاصر) | عرض الفحص الطبي | إشعار ولي القاصر"
            })
    void namesTheRightsThatAreMissing(String language, String title, String person, String doctor, String guardian) {
        assertThat(commander.page("/command-desk?lang=" + language))
                .containsSubsequence(
                        "id=\"rights-title\"",
                        title,
                        "href=\"/incidents/" + Ids.INCIDENT + "\"",
                        "درب السلطان",
                        person,
                        doctor,
                        guardian);
        assertThat(services.all("GET /incidents"))
                .extracting(FakeServices.Call::query)
                .anySatisfy(query -> assertThat(query).contains("missingRights=true"));
    }

    @Test
    void printsTheRightsThatAreMissing() throws IOException {
        assertThat(commander.page("/command-desk/csv?lang=en"))
                .contains(
                        "\"Rights at arrest that are missing\",\"00F001\",\"Person 1\",\"Not yet: Guardian informed\"");
        assertThat(pdf())
                .containsSubsequence("Rights at arrest that are missing", "still to be done", "Guardian informed");
    }

    @Test
    void saysThatNoRightIsMissing() {
        // Given
        services.answer("GET /incidents", 200, """
            {"items": [], "next": null}
            """);

        // Then
        assertThat(commander.page(DESK)).containsSubsequence("id=\"rights-title\"", "Nothing is missing");
    }

    @Test
    void saysWhenASilentUnitWasHeardOfAndWhichIsNext() {
        // Given
        var seen = Instant.now().minus(Duration.ofMinutes(40));
        services.answer("GET /incidents", 200, silent("\"lastSeenAt\": \"" + seen + "\","));

        // Then
        assertThat(commander.page("/command-desk/calls?lang=en"))
                .containsSubsequence(
                        "Waits for acknowledgement",
                        "CASA-7",
                        "position told 40 min",
                        "Next unit proposed",
                        "21:33",
                        "CASA-9",
                        "Commander called",
                        "21:35");

        // When
        services.answer("GET /incidents", 200, silent(""));

        // Then
        assertThat(commander.page("/command-desk/calls?lang=en"))
                .containsSubsequence("Waits for acknowledgement", "CASA-7", "position never told");
    }

    private static String silent(String seen) {
        return """
            {"items": [{"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "ASSIGNED",
             "place": "Anfa", "openedAt": "2026-11-24T20:30:00.000Z", "clocks": [{"stage": "ASSIGNED_TO_ACKNOWLEDGED",
             "assignmentId": "%s", "callSign": "CASA-7", %s
             "startedAt": "2026-11-24T20:30:00.000Z", "targetAt": "2026-11-24T20:31:00.000Z", "overdue": true,
             "escalated": [
                {"step": "NEXT_UNIT_PROPOSED", "at": "2026-11-24T20:33:00.000Z", "proposedCallSign": "CASA-9"},
                {"step": "COMMANDER", "at": "2026-11-24T20:35:00.000Z"}]}]}], "next": null}
            """.formatted(Ids.INCIDENT, Ids.DOSSIER, Ids.UNIT, seen);
    }

    @Test
    void saysInWhichStageSomethingWaitsTooLongNow() {
        assertThat(commander.page(DESK))
                .containsSubsequence("Waiting now for too long", "id=\"stage-TAKEN_IN_TO_SECURED\"", "—</td>");
    }

    @Test
    void leadsToAllIncidentsThatAUnitMayHaveToArriveAt() {
        assertThat(commander.page(DESK))
                .contains("<tr id=\"waits-ARRIVAL\"><th scope=\"row\"><a href=\"/incidents?state=UNFINISHED\">");
    }

    @Test
    void leadsFromOutcomesThatAreWaitedForToAllIncidentsThatMayWantOne() {
        // Given: one whose unit may have left the scene
        services.answer(
                "GET /statistics/backlog",
                200,
                FakeServices.resource("operational-backlog.json")
                        .replace("EN_ROUTE_TO_ON_SCENE", "ON_SCENE_TO_OUTCOME"));

        // Then
        assertThat(commander.page(DESK))
                .contains("<tr id=\"waits-OUTCOME\"><th scope=\"row\"><a href=\"/incidents?state=UNFINISHED\">");
    }

    @Test
    void saysWhereNobodyIsSent() throws IOException {
        // Given: a plan for one city, and black spots in two
        answerWithPlan("MA-CAS");
        services.answer("GET /black-spots", 200, spotsOf("MA-TNG"));

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "id=\"unplanned-MA-TNG\"",
                        "MA-TNG",
                        "Nobody is sent there: no plan of the next 24 hours was made.",
                        "href=\"/black-spots#spot-2\"",
                        "href=\"/patrol-plans/new?jurisdiction=MA-TNG\"")
                .doesNotContain("id=\"unplanned-MA-CAS");
        assertThat(pdf()).contains("no plan of the next 24 hours was made. Black spots: 1");

        // When
        answerWithPlan("MA");

        // Then
        assertThat(commander.page(DESK)).doesNotContain("unplanned-");
    }

    /** The first of the two is of Casablanca. */
    private static String spotsOf(String second) {
        var spots = FakeServices.resource("black-spots.json");
        var place = "\"jurisdiction\": \"MA-CAS-ANFA\"";
        int last = spots.lastIndexOf(place);
        return spots.substring(0, last) + "\"jurisdiction\": \"" + second + "\""
                + spots.substring(last + place.length());
    }

    @Test
    void saysThatAPlanSendsNobody() {
        // Given
        answerWithPlan("MA-CAS");
        services.answer(
                "GET /patrol-plans/" + Ids.PATROL_PLAN,
                200,
                tonight("patrol-plan.json").replaceAll("\"planned\": \\d+", "\"planned\": 0"));

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "id=\"proposed-" + Ids.PATROL_PLAN,
                        "waits for an approval",
                        "This plan sends nobody anywhere.",
                        "none of its units can be at any of its places: <bdi>ساحة &lt;b&gt;</bdi>",
                        "CASA-7")
                .doesNotContain("Places: 0");
    }

    @Test
    void saysWhichUnitOfAPlanIsOnAnIncident() {
        // Given
        answerWithPlan("MA-CAS");
        services.answer(
                "GET /patrol-plans/" + Ids.PATROL_PLAN,
                200,
                tonight("patrol-plan.json").replaceAll("\"planned\": \\d+", "\"planned\": 0"));
        services.answer(
                "GET /incidents",
                200,
                silent("").replace("\"clocks\":", "\"assignments\": [%s], \"clocks\":".formatted(SENT)));

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence("This plan sends nobody anywhere.", "CASA-7", "on an incident now");
    }

    @Test
    void saysFromWhenOnNobodyIsSent() throws IOException {
        // Given
        answerWithPlan("MA-CAS");

        // Then: what is not approved sends nobody
        String before = plannedUntil(commander.page(DESK));
        assertThat(before).contains("MA-CAS", "on nobody is sent there: no approved plan");

        // When
        services.answer("GET /patrol-plans", 200, tonight("patrol-plans.json").replace("PROPOSED", "APPROVED"));

        // Then
        assertThat(plannedUntil(commander.page(DESK)))
                .contains("MA-CAS", "on nobody is sent there: no approved plan")
                .isNotEqualTo(before);
        assertThat(pdf()).contains("no approved plan covers the rest of the next 24 hours");
    }

    private static String plannedUntil(String page) {
        int begin = page.indexOf("id=\"planned-until-MA-CAS\"");
        return page.substring(begin, page.indexOf("</p>", begin));
    }

    /** One that waits. */
    private void answerWithPlan(String jurisdiction) {
        services.answer(
                "GET /patrol-plans",
                200,
                tonight("patrol-plans.json")
                        .replace("\"jurisdiction\": \"MA-CAS\"", "\"jurisdiction\": \"" + jurisdiction + "\""));
        services.answer("GET /patrol-plans/" + Ids.PATROL_PLAN, 200, tonight("patrol-plan.json"));
    }

    private static String tonight(String resource) {
        var from = Instant.now().plus(Duration.ofHours(2));
        return FakeServices.resource(resource)
                .replaceFirst("2026-11-26T18:00:00.000Z", from.toString())
                .replaceFirst(
                        "2026-11-27T02:00:00.000Z",
                        from.plus(Duration.ofHours(8)).toString());
    }

    @Test
    void numbersBlackSpotsAsTheirMapDoes() {
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "id=\"places-title\"", "href=\"/black-spots#spot-1\"", "href=\"/black-spots#spot-2\"");
    }

    private String pdf() throws IOException {
        try (var document =
                Loader.loadPDF(commander.get("/command-desk/pdf?lang=en").asByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
