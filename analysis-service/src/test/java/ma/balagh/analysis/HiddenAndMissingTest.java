package ma.balagh.analysis;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** What is hidden and what does not exist are answered by the same statements, so that time tells neither. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class HiddenAndMissingTest {

    @Inject
    CaseFiles files;

    @Inject
    @PersistenceUnitExtension
    SentStatements sent;

    @Test
    void costsTheSameStatements() {
        // Given
        CaseFile hidden = files.open("MA-CAS");
        files.examine(hidden);
        String examination = ANALYST.reads(hidden.dossierId()).extract().path("examinations[0].id");
        OFFICER.decides(hidden.dossierId(), ANALYST.proposes(hidden.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        for (String path :
                List.of("/dossiers/%s", "/dossiers/%s/reports", "/dossiers/%s/report.pdf", "/dossiers/%s/still")) {
            costsTheSame(path.formatted(hidden.dossierId()), path.formatted(IdGenerator.next()));
        }
        for (String path : List.of(
                "/examinations/%s",
                "/examinations/%s/frames/0",
                "/examinations/%s/still?at=0",
                "/examinations/%s/contact-sheet",
                "/examinations/%s/renditions")) {
            costsTheSame(path.formatted(examination), path.formatted(IdGenerator.next()));
        }
    }

    /** Several times, because statements of schedulers come in between. */
    private void costsTheSame(String hidden, String missing) {
        await().untilAsserted(() ->
                assertThat(statements(hidden)).as(hidden).isNotEmpty().isEqualTo(statements(missing)));
    }

    private List<String> statements(String path) {
        return sent.during(() -> ANALYST.request()
                .header("X-Purpose", "Checking who may look")
                .get("/api/v1" + path)
                .then()
                .statusCode(404));
    }
}
