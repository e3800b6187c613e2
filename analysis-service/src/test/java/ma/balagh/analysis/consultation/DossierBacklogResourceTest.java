package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class DossierBacklogResourceTest {

    /** A territory that no other test has. */
    private final String territory =
            "MA-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Test
    void countsDossiersByWhomTheyWaitFor() {
        // Given
        files.open(territory);
        UUID late = examined();
        examined();
        UUID proposed = examined();
        ANALYST.proposes(proposed, "FALSE_REPORT");
        database.execute(
                "update dossier set look_by = now() + case when dossier_id = ? then -1 else 1 end * interval '1 hour'"
                        + " where jurisdiction = ?",
                late,
                territory);

        // When // Then
        backlog(COMMANDER.in(territory))
                .body("examining.count", equalTo(1))
                .body("toPropose.count", equalTo(2))
                .body("toPropose.overdue", equalTo(1))
                .body("toPropose.since", notNullValue())
                .body("toConfirm.count", equalTo(1))
                .body("toDecideReopening.count", equalTo(0))
                .body("toDecideReopening.since", nullValue());
    }

    @Test
    void countsProposedReopenings() {
        // Given
        UUID concluded = examined();
        OFFICER.decides(concluded, ANALYST.proposes(concluded, "FALSE_REPORT"), "CONFIRM");
        OFFICER.proposesToReopen(concluded).statusCode(201);

        // When // Then
        backlog(COMMANDER.in(territory))
                .body("toDecideReopening.count", equalTo(1))
                .body("toConfirm.count", equalTo(0));
    }

    @Test
    void countsNothingOfMisconductNorOfOtherTerritories() {
        // Given
        UUID misconduct = examined();
        OFFICER.decides(misconduct, ANALYST.proposes(misconduct, "POLICE_MISCONDUCT"), "CONFIRM");
        OFFICER.proposesToReopen(misconduct);
        examined();

        // When // Then
        backlog(COMMANDER.in(territory)).body("toConfirm.count", equalTo(0)).body("toPropose.count", equalTo(1));
        backlog(COMMANDER.in(territory + "-X")).body("toPropose.count", equalTo(0));
    }

    private UUID examined() {
        CaseFile file = files.open(territory);
        files.examine(file);
        return file.dossierId();
    }

    private static ValidatableResponse backlog(Staff person) {
        return person.request().get("/api/v1/dossiers/backlog").then().statusCode(200);
    }
}
