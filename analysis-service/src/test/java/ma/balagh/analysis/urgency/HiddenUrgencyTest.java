package ma.balagh.analysis.urgency;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

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
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** What a verdict of misconduct does to the urgency of other dossiers. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class HiddenUrgencyTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Inject
    DataSource pool;

    @Test
    void keepsWhatAReportSaysThatSomebodyAddsMisconductTo() {
        // Given: two reports in a dossier that waits, of which one names a weapon
        CaseFile other = files.open("MA-HUR-A", "Agression", "هددوه بالسكين");
        files.repeat(other, IntakeEvents.report(IdGenerator.next(), "MA-HUR-A", "Vidéo", "شوفو"));
        ANALYST.reads(other.dossierId()).body("urgency.reasons.code", hasItem("urgency.weapon"));
        CaseFile misconduct = files.open("MA-HUR-A");
        confirmMisconduct(misconduct, proposeMisconduct(misconduct));

        // When: it brings what was judged as misconduct
        files.bring(other.reportId(), "MA-HUR-A", misconduct);

        // Then
        ANALYST.reads(other.dossierId())
                .statusCode(200)
                .body("reports.id", hasItem(other.reportId().toString()))
                .body("urgency.reasons.code", hasItem("urgency.weapon"));
    }

    /** As everybody locks them; or else the confirmation and whoever has locked the first of them wait for each other. */
    @Test
    void locksWhatTheVerdictTouchesInTheOrderOfIds() throws Exception {
        // Given
        CaseFile earlier = files.open("MA-HUR-B");
        CaseFile misconduct = files.open("MA-HUR-B");
        files.bring(misconduct.reportId(), "MA-HUR-B", earlier);
        UUID proposal = proposeMisconduct(misconduct);
        Future<?> confirmation;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OtherTransaction somebody = new OtherTransaction(pool)) {
            assertThat(somebody.locksDossier(earlier.dossierId())).isTrue();

            // When
            confirmation = threads.submit(() -> confirmMisconduct(misconduct, proposal));
            await().until(() -> isSomebodyWaiting() || confirmation.isDone());

            // Then: the other one is still to be had
            assertThat(somebody.locksDossier(misconduct.dossierId())).isTrue();
        }
        confirmation.get();
    }

    private static UUID proposeMisconduct(CaseFile file) {
        return ANALYST.proposes(file.dossierId(), "POLICE_MISCONDUCT");
    }

    private static void confirmMisconduct(CaseFile file, UUID proposal) {
        OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);
    }

    private boolean isSomebodyWaiting() {
        return database.one(Boolean.class, "select exists (select from pg_locks where not granted)");
    }
}
