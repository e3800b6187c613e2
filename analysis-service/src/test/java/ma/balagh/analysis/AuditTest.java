package ma.balagh.analysis;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.AUDITOR;
import static ma.balagh.analysis.dossier.Staff.INSPECTING_ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What the trail tells of what was done with what analysis keeps. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class AuditTest {

    private static final Staff PROTECTION = new Staff(TestTokens.of("protection", Roles.DATA_PROTECTION_OFFICER));
    private static final Staff INSPECTOR =
            new Staff(TestTokens.of("inspecting-auditor", Roles.AUDITOR, Roles.INTERNAL_AFFAIRS));

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Test
    void tellsWhoJudgedADossierAndWhy() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();

        // When
        UUID proposal = ANALYST.proposes(dossier, "FALSE_REPORT");
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(200);

        // Then
        trail(PROTECTION, dossier)
                .body("items.kind", contains("VERDICT_CONFIRMED", "DOSSIER_CONSULTED", "VERDICT_PROPOSED"))
                .body("items[0].personName", equalTo("officer"))
                .body("items[0].person", equalTo(TestTokens.subjectOf("officer").toString()))
                .body("items[0].purpose", equalTo("Conforme aux images"));
        trail(AUDITOR.in("MA-RAB"), dossier).body("items", empty());
    }

    @Test
    void tellsWhoLookedAtAnExaminationAndItsPictures() {
        // Given
        CaseFile file = files.open("MA-CAS");
        UUID examination = IdGenerator.next();
        database.execute("""
                insert into examination (id, evidence_id, sha256, media_type, jurisdiction, not_before, queued_at, look_by)
                values (?, ?, repeat('0', 64), 'video/mp4', 'MA', now(), now(), now())
                """, examination, file.evidenceId());

        // When
        database.execute("""
                insert into examination_look (id, examination_id, viewer_id, viewer_name, at)
                values (uuidv7(), ?, 'a', 'analyst', now())
                """, examination);
        database.execute("""
                insert into still_look (id, examination_id, viewer_id, viewer_name, purpose, at)
                values (uuidv7(), ?, 'a', 'analyst', 'comparing the scene', now())
                """, examination);

        // Then
        trail(AUDITOR, examination).body("items.kind", contains("EXAMINATION_CONSULTED"));
        trail(AUDITOR, file.evidenceId())
                .body("items.kind", contains("STILL_CONSULTED"))
                .body("items[0].purpose", equalTo("comparing the scene"));
        for (UUID record : List.of(examination, file.evidenceId())) {
            trail(AUDITOR.in("MA-RAB"), record).body("items", empty());
        }
    }

    @Test
    void showsWhatInternalAffairsLookedAtToThemAlone() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();

        // When
        INSPECTING_ANALYST.reads(dossier).statusCode(200);

        // Then
        trail(AUDITOR, dossier).body("items", empty());
        trail(INSPECTOR, dossier).body("items.personName", hasItem("inspector"));
    }

    @Test
    void showsNothingOfTheCompartment() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();
        UUID proposal = ANALYST.proposes(dossier, "POLICE_MISCONDUCT");
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(200);

        // When
        AFFAIRS.reads(dossier).statusCode(200);

        // Then
        trail(AUDITOR, dossier).body("items", empty());
        trail(PROTECTION, dossier).body("items", empty());
        trail(INSPECTOR, dossier).body("items.kind", hasItems("VERDICT_CONFIRMED", "DOSSIER_CONSULTED"));
    }

    @Test
    void opensNothingElseToWhoProtectsData() {
        UUID dossier = files.open("MA-CAS").dossierId();
        PROTECTION.reads(dossier).statusCode(403);
        trail(PROTECTION, dossier).body("items.kind", not(hasItem("DOSSIER_CONSULTED")));
    }

    private static ValidatableResponse trail(Staff reader, UUID record) {
        return reader.request()
                .queryParam("record", record)
                .get("/api/v1/audit")
                .then()
                .statusCode(200);
    }
}
