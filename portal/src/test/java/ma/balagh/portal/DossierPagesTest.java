package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class DossierPagesTest {

    private static final String PAGE = "/dossiers/" + Ids.DOSSIER;
    private static final String DECISION = PAGE + "/verdict-proposals/" + Ids.PROPOSAL + "/decision";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsDossiersInTheViewersLanguageAndEscapesWhatOthersWrote() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String page = analyst.page("/dossiers?lang=fr");

        // Then
        assertThat(page)
                .contains("lang=\"fr\" dir=\"ltr\"", "À confirmer", "Affaire déjà traitée", "11 signalements")
                .contains("كريساج في درب السلطان")
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    @Test
    void asksInTheCallersNameForWhatTheFilterSays() {
        // When
        Browser.of("amina", "analyst").page("/dossiers?state=PROPOSED&q=درب السلطان");

        // Then
        FakeServices.Call call = services.last("GET /dossiers");
        assertThat(call.header("Authorization")).startsWith("Bearer ey");
        assertThat(call.query()).contains("state=PROPOSED").contains("q=درب");
    }

    @Test
    void showsEverythingThatIsKnownAboutADossier() {
        // When
        String page = Browser.of("samir", "judicial-officer").page(PAGE + "?lang=en");

        // Then
        assertThat(page)
                .contains("كريساج في درب السلطان", "Presumed offence", "serious")
                .contains("Date de captation dans les métadonnées", "Why it matters", "Part of it is known footage")
                .contains("mirrored", "0:02.0 – 0:08.5", "0:12.0 – 0:18.5", "65%")
                .contains("Shared seconds only", "trimmed", "faster", "31%")
                .contains("Known footage", "Fiction", "Film &lt;b&gt;Zero", "Scène d’un téléfilm", "in a part of the")
                .contains("Proposed by \u2068amina\u2069", "Evidence secured");
    }

    @Test
    void tellsFindingsInTheLaboratorysWordsOfTheViewersLanguage() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=fr");

        // Then
        assertThat(services.last("GET " + PAGE).header("Accept-Language")).isEqualTo("fr");
        assertThat(page)
                .contains("<p class=\"examination-summary\">C’est une vidéo d’une durée de 7,5 secondes.</p>")
                .contains(
                        "<strong>Conteneur et codecs</strong> <span>Le fichier est d’un genre qui peut être examiné.</span>")
                .contains("<p class=\"finding-detail\">Conteneur : mov,mp4,m4a ; image : h264 1280×720</p>")
                .contains(
                        "Captation selon le fichier : 24/11/2026 18:30:00 UTC ; appareil : &lt;b&gt;Galaxy&lt;/b&gt;",
                        "Une date antérieure parle")
                .contains("<dd>N’importe qui peut écrire ces métadonnées.</dd>");
    }

    @Test
    void asksTheLaboratoryInTheLanguageOfThePage() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=ar");

        // Then
        assertThat(services.last("GET " + PAGE).header("Accept-Language")).isEqualTo("ar");
        assertThat(page)
                .contains("<span>Part of it is known footage.</span>")
                .contains("<p class=\"finding-detail\">40 frames</p>")
                .contains("<dd>Crops are missed.</dd>");
    }

    @Test
    void showsWhatTheCourtDecidedBesideTheVerdict() {
        // Given
        services.answer(
                "GET " + PAGE, 200, FakeServices.resource("dossier.json").replace("\"matches\": [],", """
                "matches": [], "verdict": {"verdict": "PRESUMED_OFFENCE", "reasons": "seen", "proposedBy": "amina",
                "confirmedBy": "samir", "confirmedAt": "2026-11-24T22:00:00Z"},
                "incident": {"id": "%s", "state": "REFERRED", "court": "TPI Casablanca", "courtReference": "2026/41"},
                """.formatted(
                                Ids.INCIDENT)));

        // When
        String page = Browser.of("samir", "judicial-officer").page(PAGE + "?lang=fr");

        // Then
        assertThat(page.substring(page.indexOf("id=\"verdict\""), page.indexOf("id=\"incident\"")))
                .contains("TPI Casablanca", "2026/77", "two years");

        // When
        services.answer("GET /incidents/" + Ids.INCIDENT + "/court-decisions", 503, "{}");

        // Then
        assertThat(Browser.of("samir", "judicial-officer").page(PAGE))
                .contains("href=\"/court-decisions/" + Ids.INCIDENT)
                .doesNotContain("two years");
    }

    @Test
    void keepsTheReasonsOfASealedVerdictInSight() {
        // Given
        String concluded = FakeServices.resource("dossier.json")
                .replace("\"state\": \"PROPOSED\"", "\"state\": \"CONCLUDED\"")
                .replace("\"matches\": [],", """
                        "matches": [], "verdict": {"verdict": "PRESUMED_OFFENCE", "reasons": "Le coup se voit à 0:04",
                        "severity": 3, "place": "درب السلطان", "occurredAt": "2026-11-24T18:30:00Z",
                        "proposedBy": "amina", "confirmedBy": "samir", "confirmedAt": "2026-11-24T22:00:00Z",
                        "decisionReason": "Conforme <b>aux images", "evidenceOpened": %s},""");
        services.answer("GET " + PAGE, 200, concluded.formatted(false));
        Browser analyst = Browser.of("amina", "analyst");

        // Then
        assertThat(analyst.page(PAGE + "?lang=en"))
                .contains(
                        "Le coup se voit à 0:04", "serious", "Conforme &lt;b&gt;aux images", "24 November 2026, 23:00")
                .contains("Decided without having opened the evidence", "Urgency")
                .doesNotContain("To be looked at by");
        assertThat(analyst.page(PAGE + "?lang=fr")).contains("A décidé sans avoir ouvert les pièces");
        assertThat(analyst.page(PAGE + "?lang=ar")).contains("قرّر دون أن يفتح الأدلة");
        services.answer("GET " + PAGE, 200, concluded.formatted(true));
        assertThat(analyst.page(PAGE + "?lang=en")).contains("Opened the evidence before deciding");
    }

    @Test
    void showsWhatAnalysisKnowsAndThePortalDoesNotYet() {
        // Given
        String dossier = FakeServices.resource("dossier.json").replace("\"matches\": [],", """
                "matches": [], "verdict": {"verdict": "KNOWN_CASE", "reasons": "seen", "placeCertainty": "PROBABLE",
                "proposedBy": "amina", "confirmedBy": "samir", "confirmedAt": "2026-11-24T22:00:00Z"},
                "incident": {"id": "%s", "state": "REFERRED", "outcome": "ARRESTED"},""".formatted(Ids.INCIDENT));
        String refused = FakeServices.resource("dossier.json").replace("\"fromClaim\": [],", """
                "decision": {"choice": "REFUSE", "reason": "no", "decidedBy": "samir",
                "decidedAt": "2026-11-24T22:00:00Z"},""");
        Browser analyst = Browser.of("amina", "analyst");

        // Then
        for (String page : List.of(dossier, refused)) {
            for (String value : valuesOf(page)) {
                services.answer("GET " + PAGE, 200, page.replace(value, ": \"OF_TOMORROW\""));
                assertThat(analyst.get(PAGE).statusCode()).as(value).isEqualTo(200);
            }
        }
        String all = FakeServices.resource("dossiers.json");
        for (String value : valuesOf(all)) {
            services.answer("GET /dossiers", 200, all.replace(value, ": \"OF_TOMORROW\""));
            assertThat(analyst.get("/dossiers").statusCode()).as(value).isEqualTo(200);
        }
    }

    /** Those of enums, as they stand in the text. */
    private static Set<String> valuesOf(String json) {
        return Pattern.compile(": \"[A-Z][A-Z_]+\"")
                .matcher(json)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void tellsAnalysisThatEvidenceIsOpenedAndWhy() {
        // When
        Browser.of("samir", "judicial-officer")
                .submit(PAGE, PAGE + "/viewing", Map.of("purpose", "Examen avant décision"));

        // Then
        assertThat(services.last("GET " + PAGE).header("X-Purpose")).isEqualTo("UTF-8''Examen%20avant%20d%C3%A9cision");
    }

    @Test
    void leadsToCustodyWithoutOpeningTheEvidence() {
        String custody = "href=\"/evidence/" + Ids.EVIDENCE + "/custody\"";
        Browser analyst = Browser.of("amina", "analyst");
        assertThat(analyst.page(PAGE)).contains(custody);
        assertThat(analyst.page("/reports/" + Ids.REPORT)).contains(custody);
        assertThat(analyst.page("/examinations/" + Ids.EXAMINATION)).contains(custody);
    }

    @Test
    void findsTheDossierOfAReceipt() {
        // When
        Browser.of("amina", "analyst").page("/dossiers?q=blg-7KQ2-9MFX");

        // Then
        assertThat(services.last("GET /reports").query()).contains("q=blg-7KQ2-9MFX");
        assertThat(services.last("GET /dossiers").query())
                .contains("reportId=" + Ids.REPORT)
                .doesNotContain("q=");
    }

    @Test
    void asksAgainOnlyWhileTheLaboratoryWorks() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String examined = analyst.page(PAGE);
        services.answer(
                "GET " + PAGE,
                200,
                FakeServices.resource("dossier.json").replace("\"ready\": true", "\"ready\": false"));

        // When
        String underWay = analyst.page(PAGE);

        // Then
        assertThat(underWay).contains("<div id=\"live\" data-live hx-get=\"" + PAGE + "\" hx-trigger=\"every 3s\"");
        assertThat(examined).contains("<div id=\"live\">").doesNotContain("hx-trigger");
    }

    @Test
    void showsNoPictureBeforeItKnowsWhy() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE);

        // Then
        assertThat(page)
                .contains("name=\"purpose\"", "hx-post=\"" + PAGE + "/viewing\"")
                .doesNotContain("<video", "/content?pass=", "/frames/");
    }

    @Test
    void letsTheSecondPersonDecideButNotTheProposer() {
        // When
        String proposers = Browser.of("amina", "judicial-officer").page(PAGE + "?lang=en");
        String officers = Browser.of("samir", "judicial-officer").page(PAGE + "?lang=en");
        String analysts = Browser.of("lina", "analyst").page(PAGE + "?lang=en");

        // Then
        assertThat(proposers).contains("your own proposal").doesNotContain("value=\"CONFIRM\"");
        assertThat(officers).contains("value=\"CONFIRM\"", "value=\"REFUSE\"");
        assertThat(analysts).contains("Waits for a judicial police officer").doesNotContain("value=\"CONFIRM\"");
    }

    @Test
    void sendsTheDecisionWithTheFormsKeyAndLeadsOn() {
        // Given
        services.answer("POST " + DECISION, 200, "{}");

        // When
        var response = Browser.of("samir", "judicial-officer")
                .submit(PAGE, DECISION, Map.of("key", "key-1", "decision", "CONFIRM", "reason", "مطابق لما رأيت"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("HX-Redirect")).isEqualTo(PAGE + "?done=VERDICT_CONFIRMED");
        FakeServices.Call call = services.last("POST " + DECISION);
        assertThat(call.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(call.body()).isEqualTo("{\"decision\":\"CONFIRM\",\"reason\":\"مطابق لما رأيت\"}");
    }

    @Test
    void judgesNothingButWhatWasRead() {
        // Given
        services.answer(
                "GET " + PAGE,
                200,
                "application/json",
                FakeServices.resource("dossier.json").getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", "\"7\""));
        services.answer("POST " + DECISION, 412, "{\"type\":\"/problems/precondition-failed\",\"status\":412}");
        Browser officer = Browser.of("samir", "judicial-officer");

        // When
        String page = officer.page(PAGE);
        var response = officer.submit(
                PAGE,
                DECISION + "?lang=en",
                Map.of("tag", "\"7\"", "decision", "CONFIRM", "reason", "as I saw it myself"));

        // Then
        assertThat(page).contains("name=\"tag\" value=\"&quot;7&quot;\"");
        assertThat(services.last("POST " + DECISION).header("If-Match")).isEqualTo("\"7\"");
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.asString()).contains("Somebody changed it before you");
    }

    @Test
    void leadsToTheListWhenTheDossierIsGoneAfterTheDecision() {
        // Given
        services.answer("POST " + DECISION, 200, "{}");
        Browser officer = Browser.of("samir", "judicial-officer");
        var ready = officer.ready(PAGE);
        services.answer("GET " + PAGE, 404, "{\"type\":\"/problems/not-found\"}");

        // When
        var response = ready.formParams(Map.of("decision", "CONFIRM", "reason", "misconduct"))
                .post(DECISION);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/dossiers?done=VERDICT_CONFIRMED");
    }

    @Test
    void explainsTheFourEyesRuleInTheViewersLanguage() {
        // Given
        services.answer("POST " + DECISION, 403, """
                {"type": "/problems/four-eyes", "title": "A verdict needs two different people", "status": 403}
                """);

        // When
        var response = Browser.of("samir", "judicial-officer")
                .submit(PAGE, DECISION + "?lang=fr", Map.of("decision", "CONFIRM", "reason", "ma propre proposition"));

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).contains("quatre yeux").doesNotContain("<html");
    }

    @Test
    void showsWhichFieldWasRefusedAndWhy() {
        // Given
        services.answer("POST " + PAGE + "/verdict-proposals", 400, """
                {"type": "/problems/bad-request", "status": 400, "detail": "see the violations",
                 "violations": [{"field": "reasons", "code": "TOO_SHORT", "params": {"min": 10},
                                 "message": "must have at least 10 characters"}]}
                """);

        // When
        var response = Browser.of("amina", "analyst")
                .submit(PAGE, PAGE + "/verdict-proposals", Map.of("verdict", "FALSE_REPORT", "reasons", "short"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("بعض الحقول غير صحيحة", "<strong>التعليل", "أقل عدد من الأحرف", "10")
                .doesNotContain("reasons", "at least");
    }

    @Test
    void readsTimesAsMoroccanAndLeavesEmptyFieldsOut() {
        // Given
        services.answer("POST " + PAGE + "/verdict-proposals", 201, "{}");

        // When
        Browser.of("amina", "analyst")
                .submit(
                        PAGE,
                        PAGE + "/verdict-proposals",
                        Map.of(
                                "verdict", "PRESUMED_OFFENCE",
                                "reasons", "what was seen",
                                "severity", "3",
                                "occurredAt", "2026-11-24T19:30",
                                "latitude", "33,5731",
                                "place", " "));

        // Then
        assertThat(services.last("POST " + PAGE + "/verdict-proposals").body())
                .contains("\"occurredAt\":\"2026-11-24T18:30:00", "\"latitude\":33.5731", "\"severity\":3")
                .doesNotContain("place", "longitude");
    }

    @Test
    void passesOnAsMuchTextAsTheFieldTakes() {
        // Given: letters that take two bytes each
        services.answer("POST " + PAGE + "/verdict-proposals", 201, "{}");
        String reasons = "سرقة ".repeat(800);

        // When
        Browser.of("amina", "analyst")
                .submit(PAGE, PAGE + "/verdict-proposals", Map.of("verdict", "FALSE_REPORT", "reasons", reasons));

        // Then
        assertThat(services.last("POST " + PAGE + "/verdict-proposals").body()).contains(reasons.strip());
    }

    @Test
    void namesAFieldThatCannotBeRead() {
        // When
        var response = Browser.of("amina", "analyst")
                .submit(PAGE, PAGE + "/verdict-proposals", Map.of("verdict", "FALSE_REPORT", "latitude", "north"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("خط العرض", "لا يمكن قراءته");
    }
}
