package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phone of a crew shows its visits, and takes what it saw, with a network or without, with scripts or without. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class CrewVisitPagesTest {

    private static final String PHONE = "/assignment";
    private static final String SAID = "01985a00-0000-7000-8000-0000000d0201";
    private static final String UNSAID = "01985a00-0000-7000-8000-0000000d0202";
    private static final String COMING = "01985a00-0000-7000-8000-0000000d0204";
    private static final String OBSERVE = "PUT /patrol-visits/" + UNSAID + "/observation";

    private final FakeServices services = FakeSuite.services();
    private final Browser crew = Browser.of("unit1", "field-unit");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(OBSERVE, 200, """
                {"visitId": "%s", "kind": "CROWD", "at": "2026-11-26T19:50:00.000Z",
                 "recordedAt": "2026-11-26T19:50:00.000Z", "by": "casa-7"}""".formatted(UNSAID));
    }

    @AfterEach
    void grantNothingMore() {
        FakeSuite.login().reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | stay for 12 minutes | incidents expected here in 30 days: 1.9 | last year: 7 | Snatching | Poor lighting",
                "fr | restez 12 minutes | faits attendus ici en 30 jours\u00a0: 1,9 | un an\u00a0: 7 | Vol à l’arraché | Éclairage insuffisant",
                "ar | امكثوا 12 دقيقة | الوقائع المتوقعة هنا في 30 يومًا: 1,9 | السنة الأخيرة: 7 | خطف | إنارة ضعيفة"
            })
    void showsWhereItGoesForHowLongWhyAndWhatHappenedThere(
            String language, String stay, String expected, String happened, String type, String said) {
        assertThat(crew.page(PHONE + "?lang=" + language))
                .containsSubsequence(
                        "ساحة &lt;b&gt;",
                        "datetime=\"2026-11-26T18:07:00Z\"",
                        stay,
                        "geo:33.5951,-7.6187",
                        expected,
                        happened,
                        said,
                        "trois lampes &lt;i&gt;éteintes")
                .contains(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | no reason was given | secured in advance: \u2068Match &lt;b&gt; Raja – Wydad\u2069",
                "fr | sans motif indiqué | sécurisé à l’avance\u00a0: \u2068Match &lt;b&gt; Raja – Wydad\u2069",
                "ar | دون ذكر السبب | مسبقًا: \u2068Match &lt;b&gt; Raja – Wydad\u2069"
            })
    void saysWhyTheCommandAskedForAPlace(String language, String none, String reason) {
        assertThat(crew.page(PHONE + "?lang=" + language)).containsSubsequence(none, reason);
    }

    @ParameterizedTest
    @CsvSource({"1,امكثوا دقيقة واحدة", "2,امكثوا دقيقتين", "7,امكثوا 7 دقائق", "11,امكثوا 11 دقيقة"})
    void countsMinutesAsArabicDoes(String minutes, String stay) {
        // Given
        services.answer(
                "GET /patrol-visits",
                200,
                FakeServices.resource("crew-visits.json").replaceFirst("\"minutes\": 12", "\"minutes\": " + minutes));

        // Then
        assertThat(crew.page(PHONE + "?lang=ar")).contains(stay);
    }

    @Test
    void asksOnlyOfVisitsThatHaveBegunAndOnceAtATap() {
        assertThat(crew.page(PHONE + "?lang=en"))
                .contains("id=\"quiet-" + UNSAID, "id=\"seen-" + UNSAID, "id=\"seen-" + SAID, "Correct what was said")
                .doesNotContain("id=\"quiet-" + SAID, "id=\"quiet-" + COMING, "id=\"seen-" + COMING);
    }

    @Test
    void passesOnWhatTheCrewSaw() {
        // When
        var answer = crew.submit(
                PHONE,
                "/patrol-visits/" + UNSAID + "/observation",
                Map.of("kind", "CROWD", "note", " forty people ", "at", "2026-11-26T19:50:00Z"));

        // Then
        assertThat(answer.header("HX-Redirect")).isEqualTo("/assignment?done=OBSERVATION_NOTED");
        assertThat(services.last(OBSERVE).body())
                .contains("\"kind\":\"CROWD\"", "\"note\":\"forty people\"", "\"at\":\"2026-11-26T19:50:00Z\"");
    }

    @Test
    void isForCrewsAlone() {
        assertThat(Browser.of("karim", "dispatcher")
                        .submit("/incidents", "/patrol-visits/" + UNSAID + "/observation", Map.of("kind", "CROWD"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void leavesOutVisitsThatCannotBeHadAndShowsTheRest() {
        // Given
        services.answer("GET /patrol-visits", 503, "{}");

        // Then
        assertThat(crew.page(PHONE + "?lang=en")).contains("No assignment").doesNotContain("id=\"visits\"");
    }

    @Test
    void keepsWhatWasSeenUntilThereIsANetwork() {
        try (var chromium = Chromium.start()) {
            // Given
            FakeSuite.login().grant("field-unit");
            Page page = chromium.pageOfAmina();
            page.navigate(PHONE + "?lang=en");
            page.evaluate("navigator.serviceWorker.ready");
            page.waitForFunction("navigator.serviceWorker.controller !== null");
            page.reload();
            page.context().setOffline(true);

            // When
            page.click("#seen-question-" + UNSAID + " summary");
            page.selectOption("#seen-" + UNSAID + " select", "CROWD");
            page.fill("#seen-" + UNSAID + " textarea", "forty people");
            page.click("#seen-" + UNSAID + " button");

            // Then
            assertThat(page.locator("[data-waiting] li")).hasCount(1);
            page.context().setOffline(false);
            page.waitForCondition(() -> services.calls().contains(OBSERVE));
            assertThat(services.last(OBSERVE).body()).contains("\"kind\":\"CROWD\"", "\"note\":\"forty people\"");
            assertThat(page.locator(".kept")).isHidden();
        }
    }

    @Test
    void takesWhatWasSeenWithoutScripts() {
        try (var chromium = Chromium.startWithoutScripts()) {
            // Given
            Page page = chromium.pageOf("field-unit");
            page.navigate(PHONE + "?lang=en");

            // When
            page.click("#quiet-" + UNSAID + " button");

            // Then
            assertThat(page.locator(".note-good")).hasText("What you saw is noted.");
            assertThat(services.last(OBSERVE).body()).isEqualTo("{\"kind\":\"NOTHING\"}");
        }
    }

    @Test
    void showsThoseWhoPlanWhatCrewsSaw() {
        assertThat(Browser.of("hind", "commander").page("/patrol-plans/" + Ids.PATROL_PLAN + "?lang=en"))
                .containsSubsequence("What the crew saw", "Poor lighting", "trois lampes &lt;i&gt;éteintes", "casa-7");
    }
}
