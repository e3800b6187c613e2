package ma.balagh.analysis.expertise;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.DISPATCHER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ExpertiseResourceTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile file;

    @BeforeEach
    void openADossier() {
        file = files.open("MA-CAS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void printsTheDossierInEachLanguage(String language) throws IOException {
        // When
        Response printed = printed(OFFICER, language, "Présentation au parquet");

        // Then
        byte[] pdf = printed.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Language", language)
                .header("Content-Disposition", containsString(file.dossierId() + "-" + language + ".pdf"))
                .header("Cache-Control", "no-store")
                .header("Repr-Digest", startsWith("sha-256=:"))
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1))
                .contains(file.dossierId().toString(), "officer");
    }

    @Test
    void tellsTheTagUnderWhichTheDossierIsShown() throws IOException {
        // Given
        String tag = ANALYST.request()
                .header("Accept-Language", "fr")
                .get("/api/v1/dossiers/{id}", file.dossierId())
                .header("ETag");

        // When
        byte[] pdf = printed(ANALYST, "fr", "Étude du dossier").asByteArray();

        // Then
        assertThat(new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1)).contains(tag.replace("\"", ""));
    }

    @Test
    void remembersWhoPrintedItAndWhy() {
        // When
        printed(ANALYST, "fr", "Étude du dossier");

        // Then
        List<String> purposes = database.list(
                String.class,
                "select person_name || ': ' || purpose from consultation where dossier_id = ?",
                file.dossierId());
        assertThat(purposes).containsExactly("analyst: Étude du dossier");
    }

    @Test
    void asksForAPurposeAndALanguageThatItSpeaks() {
        ANALYST.request()
                .get("/api/v1/dossiers/{id}/report.pdf", file.dossierId())
                .then()
                .statusCode(428)
                .body("type", endsWith("/problems/purpose-required"));
        printed(ANALYST, "de", "Étude du dossier").then().statusCode(400);
    }

    @Test
    void printsNothingForWhomTheDossierDoesNotExist() {
        // Given
        UUID proposal = ANALYST.proposes(file.dossierId(), "POLICE_MISCONDUCT");

        // Then
        printed(ANALYST.in("MA-RAB"), "fr", "Étude du dossier").then().statusCode(404);
        OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);
        printed(OFFICER, "fr", "Étude du dossier").then().statusCode(404);
        printed(AFFAIRS, "fr", "Enquête interne").then().statusCode(200);
    }

    @Test
    void handsOutToDispatchersWhatStandsConcludedAsAPresumedOffence() {
        // Given
        UUID proposal = ANALYST.proposes(file.dossierId(), "PRESUMED_OFFENCE");
        assertThat(asDispatcher(DISPATCHER)).containsExactly(404, 404, 403);

        // When
        OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);

        // Then
        assertThat(asDispatcher(DISPATCHER)).containsExactly(200, 200, 403);
        assertThat(asDispatcher(DISPATCHER.in("MA-RAB"))).containsExactly(404, 404, 403);
        evidence(DISPATCHER)
                .then()
                .body("items.id", contains(file.evidenceId().toString()))
                .body("items.sha256", contains(notNullValue()));
        assertThat(database.list(
                        String.class,
                        "select person_name || ': ' || purpose from consultation where dossier_id = ? and person_name = ?",
                        file.dossierId(),
                        "dispatcher"))
                .containsOnly("dispatcher: Remise au parquet");

        // When
        OFFICER.reopensWith(OFFICER_2, file.dossierId());

        // Then
        assertThat(asDispatcher(DISPATCHER)).containsExactly(404, 404, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FALSE_REPORT", "POLICE_MISCONDUCT"})
    void handsOutNoOtherDossierToDispatchers(String verdict) {
        // When
        OFFICER.decides(file.dossierId(), ANALYST.proposes(file.dossierId(), verdict), "CONFIRM")
                .statusCode(200);

        // Then
        assertThat(asDispatcher(DISPATCHER)).containsExactly(404, 404, 403);
    }

    /** What a dispatcher is answered for the report, for the evidence, and for the dossier itself. */
    private List<Integer> asDispatcher(Staff dispatcher) {
        return List.of(
                printed(dispatcher, "fr", "Remise au parquet").statusCode(),
                evidence(dispatcher).statusCode(),
                dispatcher.reads(file.dossierId()).extract().statusCode());
    }

    private Response evidence(Staff by) {
        return by.request()
                .header("X-Purpose", "Remise au parquet")
                .get("/api/v1/dossiers/{id}/evidence", file.dossierId());
    }

    private Response printed(Staff by, String language, String purpose) {
        return by.request()
                .header(
                        "X-Purpose",
                        "UTF-8''"
                                + URLEncoder.encode(purpose, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .queryParam("lang", language)
                .get("/api/v1/dossiers/{id}/report.pdf", file.dossierId());
    }
}
