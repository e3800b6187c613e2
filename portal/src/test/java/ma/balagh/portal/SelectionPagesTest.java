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
class SelectionPagesTest {

    private static final String SELECTION = "/reports/selection";
    private static final String TICKED = Ids.REPORT + " BLG-7KQ2-9MFX";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void offersToEachWhatTheyMayDo() {
        assertThat(Browser.of("amal", "analyst").page("/reports?lang=en"))
                .contains("Choose the report \u2068BLG-7KQ2-9MFX\u2069", "Attach to the dossier")
                .doesNotContain("Set aside");
        assertThat(Browser.of("omar", "intake-officer").page("/reports?lang=fr"))
                .contains("Choisir le signalement \u2068BLG-7KQ2-9MFX\u2069", "Écarter", "enregistrement introuvable")
                .doesNotContain("Rattacher");
        assertThat(Browser.of("karim", "commander").page("/reports?lang=ar"))
                .contains("BLG-7KQ2-9MFX")
                .doesNotContain("checkbox", SELECTION);
    }

    @Test
    void attachesWhatIsTickedToTheDossierOfAnAddress() {
        // Given
        String analysis = "POST /dossiers/" + Ids.DOSSIER + "/reports";
        services.answer(analysis, 200, "{}");

        // When
        var response = Browser.of("amal", "analyst")
                .submit(
                        "/reports",
                        SELECTION,
                        Map.of(
                                "key", "key-7",
                                "reports", TICKED,
                                "act", "ATTACH",
                                "dossier", "https://balagh.example/dossiers/" + Ids.DOSSIER + "?lang=fr",
                                "reason", "Le même vol, vu d’ailleurs"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo("/dossiers/" + Ids.DOSSIER + "?done=REPORTS_ATTACHED");
        assertThat(services.last(analysis).body())
                .contains("\"reportIds\":[\"" + Ids.REPORT + "\"]", "Le même vol, vu d’ailleurs");
        assertThat(services.last(analysis).header("Idempotency-Key")).isEqualTo("key-7");
    }

    @Test
    void setsAsideWhatIsTicked() {
        // Given
        services.answer("POST /reports/answers", 200, "{\"answered\": 1}");

        // When
        var response = Browser.of("omar", "intake-officer")
                .submit(
                        "/reports",
                        SELECTION,
                        Map.of("reports", TICKED, "act", "SET_ASIDE", "reason", "Une publicité, pas un fait"));

        // Then
        assertThat(response.header("HX-Redirect")).isEqualTo("/reports?done=REPORTS_ANSWERED");
        assertThat(services.last("POST /reports/answers").body())
                .contains("\"answer\":\"SET_ASIDE\"", "\"reportIds\":[\"" + Ids.REPORT + "\"]");
    }

    @Test
    void namesByTheirReceiptsWhatCannotBeTreatedSo() {
        // Given
        services.answer("POST /reports/answers", 409, """
                {"type": "/problems/not-all-reports", "status": 409,
                 "violations": [{"field": "reportIds[0]", "code": "ANSWERED", "message": "is answered already"}]}
                """);

        // When
        var response = Browser.of("omar", "intake-officer")
                .submit(
                        "/reports?lang=en",
                        SELECTION + "?lang=en",
                        Map.of("reports", TICKED, "act", "SET_ASIDE", "reason", "Une publicité, pas un fait"));

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.asString())
                .contains("BLG-7KQ2-9MFX", "is answered already")
                .doesNotContain("reportIds");
    }

    @Test
    void worksWithoutJavaScript() {
        // Given
        services.answer("POST /reports/answers", 200, "{\"answered\": 1}");

        // When
        var response = Browser.of("omar", "intake-officer")
                .ready("/reports")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("reports", TICKED, "act", "NO_RECORDING", "reason", "Introuvable partout"))
                .post(SELECTION);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/reports?done=REPORTS_ANSWERED");
    }

    @Test
    void saysWhichFieldCannotBeMeant() {
        assertThat(Browser.of("amal", "analyst")
                        .submit(
                                "/reports",
                                SELECTION + "?lang=en",
                                Map.of("reports", TICKED, "act", "ATTACH", "dossier", "?", "reason", "Le même vol"))
                        .statusCode())
                .isEqualTo(400);
    }
}
