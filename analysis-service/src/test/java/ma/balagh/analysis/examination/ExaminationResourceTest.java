package ma.balagh.analysis.examination;

import static io.restassured.RestAssured.given;
import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.INSPECTING_ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class ExaminationResourceTest extends LaboratoryVisit {

    private static final String PURPOSE = "Checking the stills";

    @Test
    void givesAStillToWhoeverSaysWhyAndRemembersIt() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 1);
        UUID examinationId = arrivals.awaitExamined(arrivals.secured(clip)).examinationId();
        String frame = "/api/v1/examinations/" + examinationId + "/frames/0";

        // Then
        analyst().get(frame).then().statusCode(428);
        byte[] jpeg = analyst()
                .header("X-Purpose", PURPOSE)
                .get(frame)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(jpeg).startsWith((byte) 0xFF, (byte) 0xD8);
        assertThat(looks(examinationId)).containsExactly("analyst: " + PURPOSE);
        analyst()
                .header("X-Purpose", PURPOSE)
                .get("/api/v1/examinations/" + examinationId + "/frames/99")
                .then()
                .statusCode(404);
    }

    @Test
    void sendsAnExaminationAgainOnlyWhenItChanged() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("b.mp4"), Media.cells(11), 2);
        String examination = "/api/v1/examinations/"
                + arrivals.awaitExamined(arrivals.secured(clip)).examinationId();
        String tag = analyst().get(examination).then().statusCode(200).extract().header("ETag");

        // Then
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        analyst()
                .header("If-None-Match", tag)
                .get(examination)
                .then()
                .statusCode(304)
                .header("ETag", tag);

        // When: a copy is found later
        Path copy = Media.copy(directory.resolve("c.mp4"), clip, "-crf", "33");
        arrivals.awaitExamined(arrivals.secured(copy));

        // Then
        analyst()
                .header("If-None-Match", tag)
                .get(examination)
                .then()
                .statusCode(200)
                .body("matches", hasSize(1));
    }

    @Test
    void keepsLooksFromBeingChanged() {
        // When
        var change =
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.execute("delete from still_look"));

        // Then
        change.hasMessageContaining("append-only");
    }

    @Test
    void hidesExaminationsOfOtherJurisdictionsAlsoAsCounterparts() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("far.mp4"), Media.cells(12), 3);
        UUID here = arrivals.secured(clip);
        UUID examination = arrivals.awaitExamined(here).examinationId();
        byte[] copy = Files.readAllBytes(Media.copy(directory.resolve("copy.mp4"), clip, "-crf", "33"));
        UUID elsewhere = arrivals.secured(copy, "MA-RBA");
        arrivals.awaitExamined(elsewhere);

        // Then
        list(here).body("items[0].matches", hasSize(1));
        RequestSpecification local =
                bearer(TestTokens.of("casa-analyst", Roles.ANALYST).withJurisdictions("MA-CAS"));
        local.queryParam("evidenceId", here)
                .get("/api/v1/examinations")
                .then()
                .statusCode(200)
                .body("items[0].matches", empty());
        bearer(TestTokens.of("rabat-analyst", Roles.ANALYST).withJurisdictions("MA-RBA"))
                .get("/api/v1/examinations/" + examination)
                .then()
                .statusCode(404);
        bearer(TestTokens.of("affairs", Roles.INTERNAL_AFFAIRS))
                .get("/api/v1/examinations/" + examination)
                .then()
                .statusCode(404);
    }

    @Test
    void tellsInternalAffairsAloneWhatMatchesMisconduct() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("bribe.mp4"), Media.cells(13), 3);
        UUID misconduct = arrivals.secured(clip);
        arrivals.awaitExamined(misconduct);
        UUID dossier = dossierOf(misconduct);
        OFFICER.decides(dossier, ANALYST.proposes(dossier, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // When
        byte[] bytes = Files.readAllBytes(Media.copy(directory.resolve("again.mp4"), clip, "-crf", "33"));
        UUID copy = arrivals.secured(bytes, "MA-RBA");
        arrivals.awaitExamined(copy);

        // Then
        list(copy)
                .body("items[0].matches", empty())
                .body(
                        "items[0].findings.find { it.method == 'footage.comparison' }.detail",
                        matchesPattern("Frames compared: \\d+"));
        AFFAIRS.reads(dossier)
                .statusCode(200)
                .body("matches.with.id", contains(copy.toString()))
                .body("matches[0].with.dossierId", nullValue())
                .body("examinations[0].matches.with.id", contains(copy.toString()));
        INSPECTING_ANALYST
                .reads(dossier)
                .body("matches[0].with.dossierId", equalTo(dossierOf(copy).toString()));
        AFFAIRS.in("MA-CAS").reads(dossier).statusCode(200).body("matches", empty());
        AFFAIRS.reads(dossierOf(copy)).statusCode(404);
    }

    @Test
    void refusesStrangersAndThoseWithoutTheRole() {
        String path = "/api/v1/examinations/" + IdGenerator.next();

        given().get(path).then().statusCode(401);
        bearer(TestTokens.of("analyst", Roles.ANALYST).expired())
                .get(path)
                .then()
                .statusCode(401);
        bearer(TestTokens.of("dispatcher", Roles.DISPATCHER)).get(path).then().statusCode(403);
        bearer(TestTokens.of("partner", Roles.PARTNER))
                .get(path + "/frames/0")
                .then()
                .statusCode(403);
        analyst().get(path).then().statusCode(404);
        analyst().get("/api/v1/examinations").then().statusCode(400).body("violations[0].field", equalTo("evidenceId"));
    }

    @Test
    void refusesAnEvidenceIdThatIsNone() {
        analyst()
                .queryParam("evidenceId", "abc")
                .get("/api/v1/examinations")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("evidenceId"))
                .body("violations[0].code", equalTo("MALFORMED"));
    }

    private ValidatableResponse list(UUID evidenceId) {
        return analyst()
                .queryParam("evidenceId", evidenceId)
                .get("/api/v1/examinations")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification analyst() {
        return bearer(TestTokens.of("analyst", Roles.ANALYST));
    }

    private static RequestSpecification bearer(TestTokens token) {
        return given().auth().oauth2(token.sign());
    }

    private List<String> looks(UUID examinationId) {
        return database.list(
                String.class,
                "select viewer_name || ': ' || purpose from still_look where examination_id = ?",
                examinationId);
    }
}
