package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A film that very many report: one dossier, which stays readable. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class CrowdedDossierTest {

    private static final int REPORTS = 230;

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile viral;

    @BeforeEach
    void reportTheSameFilmManyTimes() {
        viral = files.open("MA-CAS", "Vidéo", "شوفو");
        files.crowd(viral, REPORTS - 1);
    }

    @Test
    void showsTheFirstOfThemAndHowManyThereAre() {
        // Then
        ANALYST.reads(viral.dossierId())
                .statusCode(200)
                .body("reports", hasSize(200))
                .body("reports[0].id", equalTo(viral.reportId().toString()))
                .body("reportCount", equalTo(REPORTS))
                .body("evidence", hasSize(1))
                .body("evidence[0].reportIds", hasSize(200))
                .body("evidence[0].reportCount", equalTo(REPORTS));
    }

    @Test
    void listsAllOfThemInPages() {
        // When
        var listed = new ArrayList<String>();
        String cursor = null;
        do {
            JsonPath page = ANALYST.request()
                    .queryParam("limit", 100)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/dossiers/{id}/reports", viral.dossierId())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(listed)
                .startsWith(viral.reportId().toString())
                .containsExactlyInAnyOrderElementsOf(files.reportsIn(viral.dossierId()).stream()
                        .map(UUID::toString)
                        .toList())
                .hasSize(REPORTS);
        ANALYST.in("MA-RAB")
                .request()
                .get("/api/v1/dossiers/{id}/reports", viral.dossierId())
                .then()
                .statusCode(404);
    }

    @Test
    void letsPeopleJudgeWhatTheyHaveReadWhileMoreOfTheSameComesIn() {
        // Given
        String tag = ANALYST.reads(viral.dossierId()).extract().header("ETag");

        // When
        files.repeat(viral, IntakeEvents.report(IdGenerator.next(), "MA-CAS", "Vidéo", "شوفو"));

        // Then
        ANALYST.reads(viral.dossierId()).header("ETag", equalTo(tag)).body("reportCount", equalTo(REPORTS + 1));
        files.bring(viral.reportId(), "MA-CAS");
        ANALYST.reads(viral.dossierId()).header("ETag", not(equalTo(tag)));
    }

    @Test
    void reckonsItsUrgencyAnewSoonAfterAReport() {
        // When
        files.repeat(viral, IntakeEvents.report(IdGenerator.next(), "MA-CAS", "Agression", "هددوه بالسكين"));

        // Then
        await().untilAsserted(
                        () -> ANALYST.reads(viral.dossierId()).body("urgency.reasons.code", hasItem("urgency.weapon")));
    }
}
