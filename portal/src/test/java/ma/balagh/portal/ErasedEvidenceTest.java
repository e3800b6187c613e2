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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages show of evidence whose bytes are kept no more. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class ErasedEvidenceTest {

    private static final String ERASED = "\"erasedAt\": \"2036-12-01T03:30:00.412Z\"";

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void erasedEvidence() {
        services.reset();
        erased("/dossiers/" + Ids.DOSSIER, "dossier.json", "\"securedAt\": \"2026-11-24T20:10:01.000Z\", \"joinedAt\"");
        erased("/examinations/" + Ids.EXAMINATION, "examination.json", "\"state\"");
        erased("/reports/" + Ids.REPORT, "report.json", "\"fileName\"");
    }

    @ParameterizedTest
    @CsvSource({"ar, مُحي هذا التسجيل", "fr, L’enregistrement a été effacé", "en, The recording was erased on"})
    void saysThatItIsErasedRatherThanShowAPlayerThatFails(String language, String words) {
        // Given
        Browser analyst = Browser.of("amina", "analyst", "intake-officer");
        String dossier = "/dossiers/" + Ids.DOSSIER;
        String report = "/reports/" + Ids.REPORT;
        // Then
        for (String page : new String[] {
            viewed(analyst, dossier, language),
            viewed(analyst, report, language),
            analyst.page("/examinations/" + Ids.EXAMINATION + "?lang=" + language)
        }) {
            assertThat(page).contains(words, "2036").doesNotContain("<video", "data-stepper");
        }
    }

    @Test
    void comparesNothingThatCannotBeShown() {
        // Given
        Browser analyst = Browser.of("amina", "analyst");
        String media = viewed(analyst, "/dossiers/" + Ids.DOSSIER, "en");
        String pass = media.replaceAll("(?s).*comparison\\?other=[^&]*&amp;pass=([\\w-]+).*", "$1");
        // When
        String page = analyst.page("/examinations/" + Ids.EXAMINATION + "/comparison?lang=en&other="
                + Ids.OTHER_EVIDENCE + "&pass=" + pass);
        // Then
        assertThat(page).contains("The recording was erased on").doesNotContain("/still?");
    }

    @Test
    void tellsAProblemOfErasedBytesInTheReadersWords() {
        // Given
        services.answer(
                "GET /evidence/" + Ids.EVIDENCE + "/custody",
                410,
                "{\"type\": \"/problems/evidence-erased\", \"status\": 410}");
        // When
        String page = Browser.of("amina", "analyst")
                .get("/evidence/" + Ids.EVIDENCE + "/custody?lang=fr")
                .asString();
        // Then
        assertThat(page).contains("effacé au terme de sa conservation");
    }

    /** The ordinary answer, with the time of erasing before that. */
    private void erased(String path, String file, String before) {
        String body = FakeServices.resource(file);
        assertThat(body).contains(before);
        services.answer("GET " + path, 200, body.replaceFirst(before, ERASED + ", " + before));
    }

    private static String viewed(Browser person, String page, String language) {
        return person.submit(page, page + "/viewing?lang=" + language, Map.of("purpose", "studying the dossier"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
