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

@QuarkusTest
@WithTestResource(FakeSuite.class)
class UrgencyPagesTest {

    private static final String PAGE = "/dossiers/" + Ids.DOSSIER;

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void showsHowUrgentADossierIsAndWhoSaidSo() {
        // When
        String page = Browser.of("amina", "analyst").page(PAGE + "?lang=fr");

        // Then
        assertThat(page)
                .contains("<span class=\"chip urgency-LOW\">Basse</span>")
                .contains("&lt;b&gt;سكين&lt;/b&gt;", "les faits : 24/11/2026 18:30:00 UTC.")
                .contains("Scène d’un film &lt;i&gt;connu&lt;/i&gt;", "Fixée par \u2068samir\u2069")
                .contains(
                        "D’après ces seules raisons\u00a0: \u2068Immédiate\u2069",
                        "Revenir à ce que disent les raisons");
        assertThat(Browser.of("salma", "commander").page(PAGE)).doesNotContain("name=\"level\"");
    }

    @Test
    void listsWhatIsMostUrgentFirstWhenAsked() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");

        // When
        String page = analyst.page("/dossiers?sort=urgency&lang=fr");

        // Then
        assertThat(services.last("GET /dossiers").query()).contains("sort=urgency");
        assertThat(page)
                .contains(">Immédiate</span>", "Les plus récents d’abord", "sort=urgency&amp;cursor=")
                // Nobody waits for what is concluded.
                .doesNotContain(">Haute</span>");
        analyst.page("/dossiers?sort=age");
        assertThat(services.last("GET /dossiers").query()).doesNotContain("sort");
    }

    @Test
    void changesTheUrgencyThatWasReadAndGoesBack() {
        // Given
        services.answer("PUT " + PAGE + "/urgency", 200, "{}");
        services.answer("DELETE " + PAGE + "/urgency", 200, "{}");
        Browser analyst = Browser.of("amina", "analyst");

        // When
        var changed = analyst.submit(
                PAGE, PAGE + "/urgency", Map.of("level", "HIGH", "reason", "Vu les images", "tag", "\"abc\""));
        var back = analyst.submit(PAGE, PAGE + "/urgency", Map.of("tag", "\"def\""));

        // Then
        assertThat(changed.header("HX-Redirect")).isEqualTo(PAGE + "?done=URGENCY_CHANGED");
        assertThat(services.last("PUT " + PAGE + "/urgency").header("If-Match")).isEqualTo("\"abc\"");
        assertThat(services.last("PUT " + PAGE + "/urgency").body())
                .isEqualTo("{\"level\":\"HIGH\",\"reason\":\"Vu les images\"}");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(services.last("DELETE " + PAGE + "/urgency").header("If-Match"))
                .isEqualTo("\"def\"");
    }
}
