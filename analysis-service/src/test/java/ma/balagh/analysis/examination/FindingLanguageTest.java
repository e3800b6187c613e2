package ma.balagh.analysis.examination;

import static io.restassured.RestAssured.given;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.UUID;
import ma.balagh.analysis.media.Media;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** In which words findings are told, and to whom these are the same. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class FindingLanguageTest extends LaboratoryVisit {

    private static final String COMPARISON = "findings.find { it.method == 'footage.comparison' }";

    @Test
    void tellsFindingsInTheLanguageThatTheReaderWants() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("d.mp4"), "testsrc2=s=320x240", 1);
        String examination = "/api/v1/examinations/"
                + arrivals.awaitExamined(arrivals.secured(clip)).examinationId();

        // When
        var english = analyst().get(examination).then().statusCode(200);
        var french = analyst()
                .header("Accept-Language", "fr-MA, en;q=0.5")
                .get(examination)
                .then()
                .statusCode(200);
        var arabic = analyst().header("Accept-Language", "ar").get(examination).then();

        // Then
        english.header("Content-Language", "en")
                .header("Vary", "Accept-Language")
                .body(COMPARISON + ".name", equalTo("Comparison with footage"));
        french.header("Content-Language", "fr")
                .body(COMPARISON + ".name", equalTo("Comparaison aux images connues"))
                .body(COMPARISON + ".code", equalTo("footage.comparison.compared"))
                .body(COMPARISON + ".facts.frames", matchesPattern("\\d+"))
                .body(
                        COMPARISON + ".weakness",
                        equalTo("Des murs nus, l’obscurité ou moins de la moitié d’une image peuvent lui"
                                + " échapper\u00a0; deux prises d’un même lieu par une caméra fixe se ressemblent."));
        arabic.body(COMPARISON + ".meaning", containsString("التسجيل القديم"));
        String tag = french.extract().header("ETag");
        assertThat(tag).isNotEqualTo(english.extract().header("ETag"));
        analyst()
                .header("Accept-Language", "fr")
                .header("If-None-Match", tag)
                .get(examination)
                .then()
                .statusCode(304)
                .header("Vary", "Accept-Language");
        analyst().header("If-None-Match", tag).get(examination).then().statusCode(200);
    }

    @Test
    void judgesWhatWasReadInWhicheverLanguage() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("f.mp4"), Media.cells(31), 1);
        UUID evidenceId = arrivals.secured(clip);
        arrivals.awaitExamined(evidenceId);
        UUID dossier = dossierOf(evidenceId);
        String tag = ANALYST.request()
                .header("Accept-Language", "ar")
                .get("/api/v1/dossiers/" + dossier)
                .then()
                .statusCode(200)
                .header("Content-Language", "ar")
                .header("Vary", "Accept-Language")
                .extract()
                .header("ETag");
        String proposal = "{\"verdict\":\"FALSE_REPORT\",\"reasons\":\"It is old footage from elsewhere.\"}";

        // Then
        ANALYST.request()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(proposal)
                .post("/api/v1/dossiers/" + dossier + "/verdict-proposals")
                .then()
                .statusCode(412);
        ANALYST.request()
                .header("If-Match", tag)
                .header("Accept-Language", "fr")
                .contentType("application/json")
                .body(proposal)
                .post("/api/v1/dossiers/" + dossier + "/verdict-proposals")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(TestTokens.of("analyst", Roles.ANALYST).sign());
    }
}
