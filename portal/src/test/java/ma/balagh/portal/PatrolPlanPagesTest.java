package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class PatrolPlanPagesTest {

    private static final String ALL = "/patrol-plans";
    private static final String PLAN = ALL + "/" + Ids.PATROL_PLAN;

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void listsPlansForCommandersAndDispatchers() {
        assertThat(commander.page(ALL + "?lang=en")).contains("href=\"" + PLAN + "\"", "proposed", "New patrol plan");
        assertThat(Browser.of("karim", "dispatcher").page(ALL + "?lang=en"))
                .contains("href=\"" + PLAN + "\"", "href=\"" + ALL + "/new\"");
        assertThat(Browser.of("amina", "analyst").get(ALL).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 of 1 | 5 of 12 minutes | called away | Seconds on the way: −240 | Even load of the units: −15 | too few",
                "fr | 1 sur 1 | 5 minutes sur 12 | appelée ailleurs | Secondes de trajet\u00a0: −240 | Charge égale des unités\u00a0: −15"
                        + " | trop peu",
                "ar | 1 من 1 | 5 من 12 دقيقة | استُدعيت إلى مكان آخر | ثواني الطريق: −240 | تساوي عبء الوحدات: −15 | غير كافية"
            })
    void showsWhoGoesWhereWhyAndWhatWasDelivered(
            String language,
            String kept,
            String presence,
            String interrupted,
            String way,
            String load,
            String lacking) {
        assertThat(commander.page(PLAN + "?lang=" + language))
                .contains("ساحة &lt;b&gt;", "CASA-7", kept, presence, interrupted, way, load, lacking)
                .contains("href=\"#place-1\"", "id=\"place-1\"", "<circle cx=\"", "4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | +1000 points | 1 visit changed | 3 visits changed | How this plan was computed | drawn by lot",
                "fr | +1000 points | 1 visite changée | 3 visites changées | Comment ce plan a été calculé | tirées au sort",
                "ar | +1000 نقطة | تغيّرت زيارة واحدة | تغيّرت 3 زيارات | كيف حُسبت هذه الخطة | اختيرت الأوقات بالقرعة"
            })
    void saysWhatItsNumbersCount(
            String language, String points, String one, String several, String computed, String seed) {
        // Given
        services.answer(
                "GET " + PLAN,
                200,
                FakeServices.resource("patrol-plan.json")
                        .replaceFirst("\"changed\": 0", "\"changed\": 1")
                        .replaceFirst("\"changed\": 2", "\"changed\": 3"));

        // Then
        assertThat(commander.page(PLAN + "?lang=" + language))
                .containsSubsequence(
                        points,
                        one,
                        several,
                        "<details><summary>" + computed + "</summary>",
                        seed,
                        "4711",
                        "</details>");
    }

    @Test
    void saysFromWhichDayToWhichAUnitWorks() {
        // Given
        services.answer(
                "GET " + PLAN,
                200,
                FakeServices.resource("patrol-plan.json")
                        .replace("2026-11-26T18", "2026-12-01T18")
                        .replace("2026-11-27T02", "2026-12-02T02"));

        // Then
        assertThat(commander.page(PLAN + "?lang=fr"))
                .contains("En service du 1er décembre 2026, 19:00 au 2 décembre 2026, 03:00.");
    }

    @Test
    void saysWhyEachPlaceIsVisitedBeforeHowThePlanWasWeighed() {
        // Given
        services.answer(
                "GET /black-spots",
                200,
                FakeServices.resource("black-spots.json").replaceFirst("89396b2c913ffff", "893936a8b27ffff"));

        // Then
        assertThat(commander.page(PLAN + "?lang=en"))
                .containsSubsequence(
                        "id=\"place-1\"",
                        "Black spot, verified incidents in a year: 22 (rising). Expected in 30 days at the plan’s hours: 1.9",
                        "id=\"place-2\"",
                        "Secured in advance, as \u2068nadia\u2069 asked: \u2068Match &lt;b&gt; Raja – Wydad\u2069",
                        "Black spot<details><summary>Why this unit at this time</summary>",
                        "−240");
        assertThat(services.last("GET /black-spots").query()).isEqualTo("jurisdiction=MA-CAS");
        services.answer("GET /black-spots", 503, "{}");
        assertThat(commander.page(PLAN + "?lang=en"))
                .containsSubsequence("id=\"place-1\"", "Black spot. Expected in 30 days at the plan’s hours: 1.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | No unit has time from 19:00 to 19:30: | No unit has time from 23:11 to 03:00:",
                "fr | Aucune unité n’est libre de 19:00 à 19:30 | Aucune unité n’est libre de 23:11 à 03:00",
                "ar | لا وحدة متاحة من 19:00 إلى 19:30: | لا وحدة متاحة من 23:11 إلى 03:00:"
            })
    void saysWhichHoursNoUnitCovers(String language, String first, String last) {
        // Given
        String plan = FakeServices.resource("patrol-plan.json");
        int units = plan.indexOf("\"units\"");
        services.answer(
                "GET " + PLAN,
                200,
                plan.substring(0, units)
                        + plan.substring(units)
                                .replaceFirst("T18:00:00", "T18:30:00")
                                .replaceFirst("27T02:00:00", "26T22:11:00"));

        // Then
        assertThat(commander.page(PLAN + "?lang=" + language)).containsSubsequence(first, last);
        services.reset();
        assertThat(commander.page(PLAN + "?lang=en"))
                .contains("In every hour of the plan at least one of its units is on duty.")
                .doesNotContain("No unit has time");
    }

    @Test
    void saysOfNoUnitThatItHasNoVisitsWhileTheyAreBeingComputed() {
        // Given
        String plan = FakeServices.resource("patrol-plan.json").replace("\"unitId\"", "\"none\"");
        services.answer("GET " + PLAN, 200, plan.replace("\"state\": \"PROPOSED\"", "\"state\": \"SOLVING\""));

        // Then
        assertThat(commander.page(PLAN + "?lang=en"))
                .contains("<p class=\"empty\">The visits are being computed.")
                .doesNotContain("no visits");
        services.answer("GET " + PLAN, 200, plan);
        assertThat(commander.page(PLAN + "?lang=en")).contains("<p class=\"empty\">This unit has no visits.");
    }

    @ParameterizedTest
    @CsvSource({"en, no black spot is known", "fr, aucun point noir n’est connu", "ar, لا نقطة سوداء معروفة"})
    void refusesNoFieldForABlackSpotThatNobodyKnows(String language, String message) {
        // Given
        services.answer("POST " + ALL, 400, """
                {"type": "/problems/invalid-request", "title": "invalid", "status": 400, "violations": [
                  {"field": "places", "code": "NO_BLACK_SPOT", "message": "no black spot is known there"}]}
                """);

        // Then
        assertThat(sent("?lang=" + language, List.of("", "", "", "", "", "", ""))
                        .asString())
                .containsOnlyOnce(message)
                .doesNotContain("is-refused", "aria-invalid");
    }

    @Test
    void namesWhoMadeAPlanAndWhoApprovedIt() {
        assertThat(commander.page(PLAN + "?lang=en"))
                .contains("Made by \u2068nadia\u2069")
                .doesNotContain("Approved by");
        services.answer(
                "GET " + PLAN, 200, FakeServices.resource("patrol-plan.json").replace("\"PROPOSED\",\n", """
                "APPROVED", "approvedAt": "2026-11-26T10:00:00.000Z", "approvedBy": "badr",
                """));
        assertThat(commander.page(PLAN + "?lang=en"))
                .contains("Made by \u2068nadia\u2069 · Approved by \u2068badr\u2069");
    }

    @Test
    void sendsTheVersionThatWasReadWithAnApproval() {
        // Given
        services.answer("POST " + PLAN + "/approval", 200, FakeServices.resource("patrol-plan.json"));

        // When
        var answer = commander.submit(PLAN, PLAN + "/approval", Map.of("tag", "\"2\""));

        // Then
        assertThat(answer.header("HX-Redirect")).contains("done=PATROL_PLAN_APPROVED");
        assertThat(services.last("POST " + PLAN + "/approval").header("If-Match"))
                .isEqualTo("\"2\"");
        assertThat(Browser.of("karim", "dispatcher").page(PLAN)).doesNotContain("/approval\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Approve | will see their visits | Approve the plan",
                "fr | Approuver | verront leurs visites | Approuver le plan",
                "ar | اعتماد | سترى الأطقم زياراتها | اعتماد الخطة"
            })
    void asksBeforeAPlanIsApproved(String language, String approve, String question, String yes) {
        assertThat(commander.page(PLAN + "?lang=" + language))
                .containsSubsequence(
                        "action=\"" + PLAN + "/approval\"",
                        "<details class=\"confirm\"><summary>" + approve + "</summary>",
                        question,
                        "<button class=\"button\">" + yes + "</button></details>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Another approved patrol plan has units | Unit | is in another approved plan:",
                "fr | Un autre plan de patrouille approuvé | Unité | est déjà dans un autre plan approuvé\u00a0:",
                "ar | تشغل خطة دوريات معتمدة أخرى | الوحدة | في خطة معتمدة أخرى:"
            })
    void saysWhichUnitAnotherPlanHasAndWhen(String language, String problem, String unit, String fault) {
        // Given
        services.answer("POST " + PLAN + "/approval", 409, """
                {"type": "/problems/patrol-unit-taken", "title": "taken", "status": 409, "violations": [
                  {"field": "units[2]", "code": "UNIT_IN_OTHER_PLAN", "message": "taken", "params": {"unit": "CASA-<7>",
                   "plan": "01985a00-0000-7000-8000-0000000d0199", "from": "2026-11-26T18:00:00Z",
                   "to": "2026-11-26T21:30:00Z"}}]}
                """);

        // When
        var answer = commander.submit(PLAN, PLAN + "/approval?lang=" + language, Map.of("tag", "\"2\""));

        // Then
        assertThat(answer.asString())
                .containsSubsequence(problem, unit, fault, "CASA-&lt;7&gt;", "datetime=\"2026-11-26T18:00:00Z\"")
                .contains(
                        "datetime=\"2026-11-26T21:30:00Z\"",
                        "href=\"/patrol-plans/01985a00-0000-7000-8000-0000000d0199\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | as \u2068nadia\u2069 asked: no reason was given | secured in advance: no reason was given",
                "fr | à la demande de \u2068nadia\u2069\u00a0: sans motif indiqué | sécurisé à l’avance\u00a0: sans motif indiqué",
                "ar | بطلب من \u2068nadia\u2069: دون ذكر السبب | تأمين وقائي مبرمج: دون ذكر السبب"
            })
    void saysThatNobodyToldWhyAPlaceIsSecured(String language, String place, String visit) {
        // Given
        services.answer(
                "GET " + PLAN, 200, FakeServices.resource("patrol-plan.json").replaceFirst("\"reason\".*", ""));

        // Then
        assertThat(commander.page(PLAN + "?lang=" + language)).containsSubsequence(place, visit);
    }

    @Test
    void asksForAPlanWithThePlacesThatAreSecured() {
        // Given
        services.answer("POST " + ALL, 201, FakeServices.resource("patrol-plan.json"));

        // When
        var answer = sent(
                "",
                List.of("Souk, porte nord", "33.5951", "-7.6187", "4", "", "", " Match Raja – Wydad "),
                List.of("", "", "", "", "", "", ""),
                List.of("السوق", "33,58", "-7,61", "2", "", "", ""),
                List.of("Maarif", "", "", "3", "01:00", "02:30", "سوق"));

        // Then
        assertThat(answer.header("HX-Redirect")).contains(PLAN, "done=PATROL_PLAN_MADE");
        var sent = services.last("POST " + ALL);
        assertThat(sent.header("Idempotency-Key")).isNotBlank();
        assertThat(sent.body())
                .contains("\"jurisdiction\":\"MA-CAS\"", "\"latitude\":33.5951", "\"visits\":4", "\"latitude\":33.58,")
                .contains("\"name\":\"Souk, porte nord\"", "\"name\":\"السوق\"")
                .contains("\"reason\":\"Match Raja – Wydad\"", "\"reason\":\"سوق\"")
                .contains(
                        "\"name\":\"Maarif\"", "\"from\":\"2026-11-27T00:00:00Z\"", "\"to\":\"2026-11-27T01:30:00Z\"");
    }

    /** @param places name, latitude, longitude, visits, from, to, reason of each */
    @SafeVarargs
    private Response sent(String query, List<String>... places) {
        var request = commander
                .ready(ALL + "/new")
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("jurisdiction", "MA-CAS", "from", "2026-11-26T19:00", "to", "2026-11-27T03:00"));
        var names = List.of("name", "latitude", "longitude", "visits", "begins", "ends", "reason");
        for (int field = 0; field < names.size(); field++) {
            int number = field;
            request.formParam(
                    names.get(field),
                    Stream.of(places).map(place -> place.get(number)).toList());
        }
        return request.post(ALL + query);
    }

    @Test
    void fillsInAPlaceThatWasChosenOnTheMap() {
        assertThat(commander.page(ALL + "/new?latitude=33.5951&longitude=-7.6187&jurisdiction=MA-CAS&name=Souk <b>"))
                .containsSubsequence(
                        "value=\"MA-CAS\"",
                        "name=\"name\" value=\"Souk &lt;b&gt;\"",
                        "value=\"33.59510\"",
                        "value=\"-7.61870\"",
                        "name=\"visits\" value=\"4\"",
                        "name=\"visits\" value=\"\"");
        assertThat(commander.page(ALL + "/new?latitude=33.58831&longitude=-7.61138&lang=fr"))
                .contains("value=\"33.58831\"");
        assertThat(commander.page(ALL + "/new?latitude=north"))
                .contains("name=\"latitude\" value=\"\"")
                .doesNotContain("value=\"north\"");
    }

    @ParameterizedTest
    @CsvSource({"en, Why?", "fr, Pourquoi\u00a0?", "ar, لماذا؟"})
    void asksForEachPlaceInFieldsOfItsOwnAndWhyItIsSecured(String language, String why) {
        assertThat(commander.page(ALL + "/new?lang=" + language))
                .containsSubsequence(
                        "name=\"jurisdiction\" value=\"MA\"",
                        "T04:00\"",
                        "name=\"name\"",
                        "name=\"visits\"",
                        "name=\"begins\"",
                        why,
                        "name=\"reason\"",
                        "<details><summary>",
                        "name=\"name\"");
    }

    @ParameterizedTest
    @CsvSource({"1, north", "2, west", "3, many", "4, 26:00", "5, late"})
    void saysWhichFieldItCannotRead(int field, String typed) {
        // Given
        var place = new ArrayList<>(List.of("Souk", "33.5951", "-7.6187", "4", "20:00", "21:00", "marché <b>"));
        place.set(field, typed);

        // When
        var answer = sent("", List.of("", "", "", "", "", "", ""), place);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .contains("value=\"Souk\"", "value=\"marché &lt;b&gt;\"")
                .containsPattern("is-refused(?:(?!</label>).)*value=\"" + typed + "\"")
                .doesNotContainPattern("is-refused(?:(?!</label>).)*value=\"\"");
        assertThat(services.calls()).doesNotContain("POST " + ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | is not filled in | is too long | none is on duty in these hours",
                "fr | n’est pas rempli | est trop long | aucune n’est en service à ces heures",
                "ar | لم يُملأ | طويل جداً | لا وحدة في الخدمة في هذه الساعات"
            })
    void saysAtEachFieldWhatTheServiceRefuses(String language, String missing, String tooLong, String nobody) {
        // Given
        services.answer("POST " + ALL, 400, """
                {"type": "/problems/invalid-request", "title": "invalid", "status": 400, "violations": [
                  {"field": "units", "code": "NO_UNIT_ON_DUTY", "message": "none"},
                  {"field": "places[1].latitude", "code": "REQUIRED", "message": "must be there"},
                  {"field": "places[1].reason", "code": "TOO_LONG", "message": "long", "params": {"max": "200"}}]}
                """);

        // When: the places of the request are the first and the third of the form
        var answer = sent(
                "?lang=" + language,
                List.of("Souk", "33.5951", "-7.6187", "4", "", "", ""),
                List.of("", "", "", "", "", "", ""),
                List.of("Nulle part", "", "", "2", "", "", "w".repeat(201)));

        // Then
        assertThat(answer.asString())
                .containsSubsequence(
                        nobody,
                        "value=\"Souk\"",
                        "value=\"Nulle part\"",
                        "is-refused",
                        "name=\"latitude\" value=\"\"",
                        missing,
                        "is-refused",
                        "w".repeat(201),
                        tooLong);
        assertThat(services.last("POST " + ALL).body()).contains("\"name\":\"Nulle part\"");
    }

    @Test
    void saysThatNothingHappenedAtAPlaceSinceItsFirstVisit() {
        // Given
        services.answer(
                "GET " + ALL + "/effect",
                200,
                FakeServices.resource("patrol-effect.json")
                        .replace("\"ratio\": 0.34, \"from\": 0.16", "\"ratio\": 0.0, \"from\": 0.0"));

        // Then
        assertThat(commander.page(ALL + "/effect?lang=en"))
                .contains("0 times as many a week (between 0 and 0.66)")
                .doesNotContain("at least 0 times");
    }

    @Test
    void saysThatUnitsWereThereExactlyAsLongAsPlanned() {
        // Given
        services.answer(
                "GET " + PLAN + "/dosage",
                200,
                FakeServices.resource("patrol-dosage.json").replace("\"error\": 0.583", "\"error\": 0.0"));

        // Then
        assertThat(commander.page(PLAN + "?lang=en")).contains("too little or too much by 0% of the planned time");
    }

    @ParameterizedTest
    @CsvSource({
        "1, : نقطة واحدة (مكسب), : نقطة واحدة (كلفة)",
        "2, : نقطتان (مكسب), : نقطتان (كلفة)",
        "3, : +3 نقاط (مكسب), : −3 نقاط (كلفة)",
        "11, : +11 نقطة (مكسب), : −11 نقطة (كلفة)",
        "104, : +104 نقاط (مكسب), : −104 نقاط (كلفة)"
    })
    void countsPointsInArabic(int points, String gains, String costs) {
        // Given
        services.answer(
                "GET " + PLAN,
                200,
                FakeServices.resource("patrol-plan.json")
                        .replace("\"amount\": 1000", "\"amount\": " + points)
                        .replace("\"amount\": -240", "\"amount\": -" + points));

        // Then
        assertThat(commander.page(PLAN + "?lang=ar")).contains(gains, costs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | no promise | Fewer than before | 0.34 times as many a week (between 0.16 and 0.66) | No difference beyond chance | Too few to say | at least 18.9",
                "fr | ni une promesse | Moins qu’avant | 0,34 fois autant par semaine (entre 0,16 et 0,66) | Aucune différence au-delà du hasard | Trop peu pour conclure | au moins 18,9",
                "ar | ولا وعدًا | أقل من قبل | 0,34 مرة قدر ما كان في الأسبوع (بين 0,16 و0,66) | لا فرق يتجاوز الصدفة | أقل من أن يُستنتج | 18,9 مرة على الأقل"
            })
    void saysWhatVisitsMayHaveChangedAtEachPlaceAndAroundItAndPromisesNothing(
            String language, String caution, String fewer, String ratio, String unclear, String tooFew, String most) {
        assertThat(Browser.of("karim", "dispatcher").page(ALL + "/effect?lang=" + language))
                .containsSubsequence(caution, "ساحة &lt;b&gt;", fewer, ratio, unclear, "Souk", tooFew, most);
        assertThat(commander.page(ALL)).contains("href=\"" + ALL + "/effect\"");
        assertThat(Browser.of("amina", "analyst").get(ALL + "/effect").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Withdraw the plan | no unit goes by it any more | withdrawn",
                "fr | Retirer le plan | aucune unité ne le suit plus | retiré",
                "ar | سحب الخطة | لم تعد أي وحدة تعمل بها | مسحوبة"
            })
    void withdrawsAPlanWithAReason(String language, String button, String note, String state) {
        // Given
        services.answer("GET " + PLAN, 200, ahead());
        services.answer("POST " + PLAN + "/withdrawal", 200, FakeServices.resource("patrol-plan.json"));
        assertThat(commander.page(PLAN + "?lang=" + language)).contains(button);

        // When
        var answer = commander.submit(PLAN, PLAN + "/withdrawal", Map.of("reason", " A march needs the units. "));

        // Then
        assertThat(answer.header("HX-Redirect")).contains(PLAN, "done=PATROL_PLAN_WITHDRAWN");
        assertThat(services.last("POST " + PLAN + "/withdrawal").body())
                .contains("\"reason\":\"A march needs the units.\"");
        services.answer("GET " + PLAN, 200, ahead().replace("\"state\": \"PROPOSED\"", """
                "state": "WITHDRAWN", "withdrawnAt": "2026-11-26T10:00:00.000Z", "withdrawnBy": "hind",
                "withdrawalReason": "A march <b> needs the units."
                """));
        assertThat(commander.page(PLAN + "?lang=" + language))
                .contains(note, "hind", "A march &lt;b&gt; needs the units.", state)
                .doesNotContain("/withdrawal\"", "/approval\"");
    }

    private static String ahead() {
        return FakeServices.resource("patrol-plan.json").replace("2026-11-27T02:00", "2999-11-27T02:00");
    }

    @Test
    void offersNoWithdrawalOfWhatIsOverOrToDispatchers() {
        assertThat(commander.page(PLAN)).doesNotContain("/withdrawal\"");
        services.answer("GET " + PLAN, 200, ahead());
        assertThat(Browser.of("karim", "dispatcher").page(PLAN)).doesNotContain("/withdrawal\"");
    }

    @Test
    void looksAgainWhileAPlanIsComputed() {
        // Given
        services.answer(
                "GET " + PLAN,
                200,
                FakeServices.resource("patrol-plan.json").replace("\"state\": \"PROPOSED\"", "\"state\": \"SOLVING\""));

        // Then
        assertThat(commander.page(PLAN + "?lang=en"))
                .contains("The visits are being computed", "hx-trigger=\"every 3s\"")
                .doesNotContain("/approval\"");
    }
}
