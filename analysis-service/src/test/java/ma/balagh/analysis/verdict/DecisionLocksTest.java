package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.OtherTransaction;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision locks, and in which order: {@link DossierAccess#lockForDecision}. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class DecisionLocksTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Inject
    DataSource pool;

    /** Stands in both dossiers, so that the one depends on what the other one shows. */
    @SuppressWarnings("NullAway.Init") // set before each test
    UUID report;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile dependent;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile judged;

    @BeforeEach
    void openTwoDossiersOfOneReport() {
        dependent = files.open("MA-LCK");
        judged = files.open("MA-LCK");
        report = judged.reportId();
        files.bring(report, "MA-LCK", dependent);
    }

    @Test
    void locksReportsBeforeDossiers() throws Exception {
        // Given
        UUID proposal = ANALYST.proposes(judged.dossierId(), "POLICE_MISCONDUCT");
        Future<Integer> confirmation;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
                OtherTransaction somebody = new OtherTransaction(pool)) {
            assertThat(somebody.locksReport(report)).isTrue();

            // When
            confirmation = people.submit(() -> decide(proposal, "CONFIRM"));
            await().until(() -> isSomebodyWaiting() || confirmation.isDone());

            // Then
            assertThat(somebody.locksDossier(dependent.dossierId())).isTrue();
            assertThat(somebody.locksDossier(judged.dossierId())).isTrue();
        }
        assertThat(confirmation.get()).isEqualTo(200);
    }

    @Test
    void locksTheDossierWithTheSmallerIdFirst() throws Exception {
        // Given
        UUID proposal = ANALYST.proposes(judged.dossierId(), "POLICE_MISCONDUCT");
        Future<Integer> confirmation;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
                OtherTransaction somebody = new OtherTransaction(pool)) {
            assertThat(somebody.locksDossier(dependent.dossierId())).isTrue();

            // When
            confirmation = people.submit(() -> decide(proposal, "CONFIRM"));
            await().until(() -> isSomebodyWaiting() || confirmation.isDone());

            // Then
            assertThat(somebody.locksReport(report)).isFalse();
            assertThat(somebody.locksDossier(judged.dossierId())).isTrue();
        }
        assertThat(confirmation.get()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"FALSE_REPORT, CONFIRM", "POLICE_MISCONDUCT, REFUSE"})
    void locksItsDossierAloneWhereNothingIsHidden(String verdict, String choice) throws Exception {
        // Given
        UUID proposal = ANALYST.proposes(judged.dossierId(), verdict);
        try (OtherTransaction somebody = new OtherTransaction(pool)) {
            assertThat(somebody.locksReport(report)).isTrue();
            assertThat(somebody.locksDossier(dependent.dossierId())).isTrue();

            // Then
            assertThat(decide(proposal, choice)).isEqualTo(200);
        }
    }

    private int decide(UUID proposal, String choice) {
        return OFFICER.decides(judged.dossierId(), proposal, choice).extract().statusCode();
    }

    private boolean isSomebodyWaiting() {
        return database.one(Boolean.class, "select exists (select from pg_locks where not granted)");
    }
}
