package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

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
class KnownCaseTest {

    private static final Staff CASABLANCA = ANALYST.in("MA-CAS");

    @Inject
    CaseFiles files;

    @Test
    void takesADossierThatTheProposerSeesAndAReferenceOfAnotherSystem() {
        // Given
        String known = files.open("MA-CAS").dossierId().toString();

        // Then
        propose(known).statusCode(201).body("knownCase", equalTo(known));
        propose("PV 2016/123, Casablanca-Anfa").statusCode(201);
    }

    @Test
    void refusesTheSameWayADossierThatIsHiddenAndOneThatDoesNotExist() {
        // Given
        UUID misconduct = files.open("MA-CAS").dossierId();
        OFFICER.decides(misconduct, ANALYST.proposes(misconduct, "POLICE_MISCONDUCT"), "CONFIRM");

        // Then
        isRefused(propose(misconduct.toString()));
        isRefused(propose(misconduct.toString().toUpperCase(java.util.Locale.ROOT)));
        // Java reads it as the same UUID.
        isRefused(propose(misconduct.toString().substring(1)));
        isRefused(propose(files.open("MA-RBA").dossierId().toString()));
        isRefused(propose(IdGenerator.next().toString()));
        isRefused(propose(new UUID(0, 0).toString()));
    }

    @Test
    void refusesTheDossierItself() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();

        // Then
        isRefused(propose(dossier, dossier.toString()));
    }

    private ValidatableResponse propose(String knownCase) {
        return propose(files.open("MA-CAS").dossierId(), knownCase);
    }

    private static ValidatableResponse propose(UUID dossier, String knownCase) {
        return CASABLANCA.proposes(
                dossier, Map.of("verdict", "KNOWN_CASE", "reasons", "Vu les images", "knownCase", knownCase));
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(400)
                .body("violations.field", contains("knownCase"))
                .body("violations.message", contains("must be another dossier that you may see"));
    }
}
