package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class VerdictReplayTest {

    private static final Map<String, String> MISCONDUCT =
            Map.of("verdict", "POLICE_MISCONDUCT", "reasons", "Remise d'argent visible");
    private static final Map<String, String> CONFIRMATION =
            Map.of("decision", "CONFIRM", "reason", "Conforme aux images");

    private final String key = IdGenerator.next().toString();

    @Inject
    CaseFiles files;

    @Test
    void givesNoEarlierAnswerAboutADossierThatHasMovedIntoTheCompartment() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();
        String proposals = "/api/v1/dossiers/" + dossier + "/verdict-proposals";
        String proposal = send(ANALYST, dossier, proposals, MISCONDUCT)
                .statusCode(201)
                .extract()
                .path("id");
        send(ANALYST, dossier, proposals, MISCONDUCT).statusCode(201);
        String decision = proposals + "/" + proposal + "/decision";

        // When
        send(OFFICER, dossier, decision, CONFIRMATION).statusCode(200);

        // Then
        send(ANALYST, dossier, proposals, MISCONDUCT).statusCode(404);
        send(OFFICER, dossier, decision, CONFIRMATION).statusCode(404);
        send(OFFICER, dossier, decision, Map.of("decision", "REFUSE", "reason", "Non"))
                .statusCode(404);
    }

    @Test
    void givesNoEarlierAnswerInAnotherJurisdiction() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();
        String decision = "/api/v1/dossiers/" + dossier + "/verdict-proposals/"
                + ANALYST.proposes(dossier, "FALSE_REPORT") + "/decision";

        // When
        send(OFFICER_2, dossier, decision, CONFIRMATION).statusCode(200);

        // Then
        send(OFFICER_2, dossier, decision, CONFIRMATION).statusCode(200);
        send(OFFICER_2.in("MA-RBA"), dossier, decision, CONFIRMATION).statusCode(404);
    }

    private ValidatableResponse send(Staff by, UUID dossier, String path, Map<String, String> command) {
        return by.afterReading(dossier)
                .header("Idempotency-Key", key)
                .body(command)
                .post(path)
                .then();
    }
}
