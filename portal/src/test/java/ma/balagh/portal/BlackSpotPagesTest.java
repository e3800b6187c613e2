package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class BlackSpotPagesTest {

    private static final String PAGE = "/black-spots";
    private static final String PLAN = "/patrol-plans/" + Ids.PATROL_PLAN;

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
                "en | Whole week | 1.9 (1.2 to 2.8) | rising | PAI 34.2, PEI 64%",
                "fr | Toute la semaine | 1,9 (de 1,2 à 2,8) | en hausse | PAI 34,2, PEI 64",
                "ar | الأسبوع كله | (من 1,2 إلى 2,8) | في ارتفاع | PAI 34,2، وPEI 64"
            })
    void showsEachBlackSpotWithItsIntervalTrendAndEvidence(
            String language, String window, String interval, String trend, String index) {
        assertThat(commander.page(PAGE + "?lang=" + language))
                .contains(window, interval, trend, index, "ساحة &lt;b&gt;", "href=\"/incidents/" + Ids.INCIDENT + "\"")
                .contains("href=\"#spot-1\"", "id=\"spot-1\"", "<polygon points=\"");
        assertThat(asked().getFirst().query()).doesNotContain("hour", "at=");
    }

    @Test
    void saysWhichTestACellPassedAndWhatTheMapsWereComputedWith() {
        assertThat(commander.page(PAGE + "?lang=en"))
                .contains("Gi* 5.9, q 0.0126", "n 22, q 0<")
                .contains("permutations: 9,999, from seed 1; false discoveries allowed: 5%", "months held back: 6.");
    }

    @Test
    void asksForTheHoursOfASlider() {
        // When
        String page = commander.page(PAGE + "?days=WEEKEND&hour=23&jurisdiction=MA-CAS&lang=en");

        // Then
        assertThat(page)
                .contains("Saturday and Sunday · 21:00 to 02:00", "value=\"23\"", "<option value=\"WEEKEND\" selected>")
                .contains("Hour of the day <output dir=\"ltr\">23:00</output>");
        assertThat(services.last("GET /black-spots").query()).contains("hour=143", "jurisdiction=MA-CAS");
    }

    @Test
    void asksForTheMapOfADay() {
        // When
        commander.page(PAGE + "?day=2026-11-20");

        // Then
        assertThat(asked())
                .extracting(FakeServices.Call::query)
                .satisfiesExactly(
                        chosen -> assertThat(chosen).contains("at=2026-11-20T"),
                        before -> assertThat(before).contains("at=2026-10-23T"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | four weeks before: 0 new, 2 as before, 0 gone",
                "fr | quatre semaines plus tôt\u00a0: nouveaux 0, inchangés 2, disparus 0",
                "ar | الجديدة 0، والباقية كما كانت 2، والتي زالت 0"
            })
    void comparesWithTheMapOfFourWeeksBefore(String language, String words) {
        assertThat(commander.page(PAGE + "?lang=" + language)).contains(words, "STAYED");
    }

    @Test
    void isThereWithoutAnythingToCompareWith() {
        // Given
        var answer = FakeServices.resource("black-spots.json");
        services.answer("GET /black-spots", 200, answer.substring(0, answer.indexOf("\"maps\"")) + "\"maps\": []}");

        // Then
        assertThat(commander.page(PAGE + "?lang=en")).doesNotContain("STAYED", "four weeks before:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | No black spots have been computed | had been computed for this territory by that day | <bdi>Casablanca</bdi>",
                "fr | Aucun point noir n’a encore été calculé | n’avait encore été calculé | <bdi>Casablanca</bdi>",
                "ar | لم تُحسب بعدُ نقط سوداء | لم تكن قد حُسبت نقط سوداء | <bdi>الدار البيضاء</bdi>"
            })
    void saysThatNothingIsComputedOnlyWhereThatIsSo(String language, String nothing, String nothingThen, String city) {
        // Given
        var answer = FakeServices.resource("black-spots.json");
        assertThat(commander.page(PAGE + "?lang=" + language))
                .doesNotContain(nothing, nothingThen)
                .contains(city + " <span class=\"code\">MA-CAS-ANFA</span>");
        services.answer(
                "GET /black-spots",
                200,
                answer.substring(answer.indexOf("\"method\""), answer.indexOf("\"maps\""))
                        .transform(method -> "{\"items\": [], " + method + "\"maps\": []}"));

        // Then
        assertThat(commander.page(PAGE + "?lang=" + language)).contains(nothing).doesNotContain(nothingThen);
        assertThat(commander.page(PAGE + "/layer?lang=" + language)).contains(nothing);
        assertThat(commander.page(PAGE + "?day=2026-11-20&lang=" + language))
                .contains(nothingThen)
                .doesNotContain(nothing);
    }

    @Test
    void listsForAMapWhatIsSoNow() {
        // When
        String layer = Browser.of("karim", "dispatcher").page(PAGE + "/layer?lang=en");

        // Then
        assertThat(layer)
                .contains("id=\"spot-layer\"", "data-outline=\"33.5967,-7.6187 ", "data-mark=\"1\"", "as before")
                .containsAnyOf("Working days · ", "Saturday and Sunday · ")
                .doesNotContain("<html");
        assertThat(asked().getFirst().query()).contains("hour=");
        assertThat(commander.get(PAGE + "/layer").statusCode()).isEqualTo(200);
        assertThat(Browser.of("amina", "analyst").get(PAGE + "/layer").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Patrols in these hours | secured in advance: \u2068Match &lt;b&gt; Raja – Wydad\u2069 | Secure in advance",
                "fr | Patrouilles à ces heures | sécurisé à l’avance\u00a0: \u2068Match &lt;b&gt; Raja – Wydad\u2069 | Sécuriser à l’avance",
                "ar | الدوريات في هذه الساعات | تأمين وقائي مبرمج: \u2068Match &lt;b&gt; Raja – Wydad\u2069 | تأمين المكان مسبقًا"
            })
    void showsWhereApprovedPlansSendUnitsInTheseHours(String language, String title, String secured, String secure) {
        // When
        String page = commander.page(PAGE + "?days=WORKING_DAY&hour=20&day=2026-11-26&lang=" + language);

        // Then
        assertThat(page)
                .containsSubsequence("<circle cx=\"", title, PLAN + "#place-2", "Souk", secured, "CASA-7")
                .contains("href=\"#visits-1\"", "id=\"visits-1\"", secure)
                .contains(
                        "href=\"/patrol-plans/new?latitude=33.5951&amp;longitude=-7.6187&amp;jurisdiction=MA-CAS-ANFA&amp;name=")
                .doesNotContain(PLAN + "#place-1\"");
        assertThat(services.last("GET /patrol-plans").query()).contains("state=APPROVED", "from=", "to=");
    }

    @Test
    void saysThatNobodyIsSentInOtherHoursAndShowsTheMapWithoutPlans() {
        // Then
        assertThat(commander.page(PAGE + "?days=WORKING_DAY&hour=3&day=2026-11-26&lang=en"))
                .contains("No approved plan has a visit in these hours")
                .doesNotContain("<circle");
        assertThat(commander.page(PAGE + "?days=WORKING_DAY&hour=20&day=2026-11-27&lang=en"))
                .contains("No approved plan has a visit in these hours");

        // When
        services.answer("GET /patrol-plans", 503, "{}");

        // Then
        assertThat(commander.page(PAGE + "?lang=en")).contains("This part is not available", "<polygon");
    }

    @Test
    void findsThePlanOfATerritoryBehindThoseOfOthers() {
        // Given
        var others = Collections.nCopies(6, plan(Ids.DOSSIER, "MA-RAB"));
        services.answer("GET /patrol-plans", 200, plans(others, "further"));
        services.answer(
                "GET /patrol-plans?state=APPROVED&from=2026-11-25T23:00:00Z&to=2026-11-26T23:00:00Z&cursor=further&limit=200",
                200,
                plans(List.of(plan(Ids.PATROL_PLAN, "MA-CAS")), null));
        String page = PAGE + "?days=WORKING_DAY&hour=20&day=2026-11-26&lang=en&jurisdiction=";

        // Then
        assertThat(commander.page(page + "MA-CAS")).contains(PLAN + "#place-2").doesNotContain("Not all plans");
        assertThat(commander.page(page + "MA-CAS-ANFA")).doesNotContain(PLAN + "#place-2", "Not all plans");
        assertThat(services.calls()).contains("GET " + PLAN).doesNotContain("GET /patrol-plans/" + Ids.DOSSIER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | Not all plans of this time", "fr | Tous les plans", "ar | لا تظهر هنا كل خطط هذه الفترة"})
    void saysThatItShowsNotAllPlans(String language, String partial) {
        // Given
        var plan = plan(Ids.PATROL_PLAN, "MA-CAS");
        String page = PAGE + "?days=WORKING_DAY&day=2026-11-26&lang=" + language + "&hour=";

        // Then
        services.answer("GET /patrol-plans", 200, plans(Collections.nCopies(5, plan), null));
        assertThat(commander.page(page + "20")).doesNotContain(partial);
        services.answer("GET /patrol-plans", 200, plans(List.of(plan), "further"));
        assertThat(commander.page(page + "20")).contains(partial);
        services.answer("GET /patrol-plans", 200, plans(Collections.nCopies(6, plan), null));
        assertThat(commander.page(page + "20")).containsSubsequence(partial, PLAN + "#place-2");
        assertThat(commander.page(page + "3")).contains(partial).doesNotContain("<p class=\"empty\">");
    }

    /** From the evening of 26 November on. */
    private static String plan(String id, String jurisdiction) {
        return """
            {"id": "%s", "jurisdiction": "%s", "from": "2026-11-26T18:00:00Z", "to": "2026-11-27T02:00:00Z",
             "state": "APPROVED", "madeAt": "2026-11-26T09:00:00Z", "madeBy": "nadia", "repairs": 0}
            """.formatted(id, jurisdiction);
    }

    private static String plans(List<String> plans, @Nullable String next) {
        return "{\"items\": [%s], \"next\": %s}"
                .formatted(String.join(", ", plans), next == null ? "null" : "\"" + next + "\"");
    }

    @Test
    void namesClustersAfterThePlaceWhereTheyAre() {
        assertThat(commander.page(PAGE + "?lang=fr")).contains("Groupe 1 · <bdi>Anfa &lt;b&gt;</bdi>");
    }

    @Test
    void saysInTheViewersLanguageWhatIsNamedAfterThePlaceThatIsNear() {
        // Given
        String answer = FakeServices.resource("black-spots.json");
        services.answer(
                "GET /black-spots",
                200,
                answer.replace("\"latitude\": 33.5951,", "\"latitude\": 33.573,")
                        .replace("\"longitude\": -7.6187,\n   \"outline\"", "\"longitude\": -7.632,\n   \"outline\"")
                        .replace("ساحة <b>", "المعاريف"));

        // Then
        assertThat(commander.page(PAGE + "?lang=fr")).contains("<bdi>Maârif</bdi>");
        assertThat(commander.page(PAGE + "?lang=ar")).contains("<bdi>المعاريف</bdi>");
    }

    private List<FakeServices.Call> asked() {
        return services.all("GET /black-spots");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?hour=noon", "?hour=99", "?days=NEVER", "?day=yesterday"})
    void takesWhatItCannotReadForNothing(String query) {
        assertThat(commander.get(PAGE + query).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatThereIsTooLittleAndThatCountingIsAsGood() {
        // Given
        var answer = FakeServices.resource("black-spots.json");
        var items = answer.substring(answer.indexOf("\"items\""), answer.indexOf("\"method\""));
        var nothing = answer.replace(items, "\"items\": [], ");

        // When
        services.answer("GET /black-spots", 200, nothing.replace("\"SHOWN\"", "\"NO_BETTER_THAN_COUNTING\""));

        // Then
        assertThat(commander.page(PAGE + "?lang=en"))
                .contains(
                        "No place is a black spot in these hours. The table below says why.", "no better than counting")
                .doesNotContain("<polygon");

        // When
        services.answer(
                "GET /black-spots",
                200,
                nothing.replace("\"SHOWN\"", "\"TOO_FEW\"").replace("\"tooFew\": false", "\"tooFew\": true"));

        // Then
        assertThat(commander.page(PAGE + "?lang=en")).contains("There are too few verified incidents");
    }

    @Test
    void isForCommandersDispatchersAndAnalysts() {
        assertThat(Browser.of("karim", "dispatcher").page("/incidents")).contains("<a href=\"" + PAGE + "\"");
        assertThat(Browser.of("amina", "analyst").page(PAGE + "?lang=en"))
                .contains("Black spots")
                .doesNotContain("href=\"/incidents/" + Ids.INCIDENT, "/patrol-plans");
        assertThat(services.calls()).doesNotContain("GET /patrol-plans");
        assertThat(Browser.of("salma", "auditor").get(PAGE).statusCode()).isEqualTo(403);
    }
}
