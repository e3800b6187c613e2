package ma.balagh.analysis.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What crews bring from incidents, and where it goes. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class FieldEvidenceTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFiles.CaseFile file;

    private final UUID report = IdGenerator.next();
    private final UUID evidence = IdGenerator.next();

    @BeforeEach
    void sendAUnit() {
        file = files.open("MA-CAS");
        kafka.publish(new UnitAssigned(
                IdGenerator.next(),
                file.dossierId(),
                IdGenerator.next(),
                IdGenerator.next(),
                "CASA-12",
                Instant.now()));
        await().until(() -> database.one(
                        Long.class,
                        "select count(*) from incident join incident_assignment using (incident_id)"
                                + " where dossier_id = ? and call_sign is not null",
                        file.dossierId())
                == 1);
    }

    @Test
    void joinsTheDossierOfTheIncidentThatTheUnitWasSentTo() {
        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12"));

        // Then
        assertThat(files.dossiersWith(evidence)).containsExactly(file.dossierId());
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
    }

    @Test
    void joinsItAlsoOnceItIsConcluded() {
        // Given
        conclude("PRESUMED_OFFENCE");

        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12"));

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
    }

    @Test
    void opensADossierForAUnitThatWasNeverSentThere() {
        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-13"));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @Test
    void opensADossierForOneThatNamesADossierOfNobody() {
        // When
        bring(new FieldOrigin(IdGenerator.next(), "CASA-12"));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @Test
    void getsNothingIntoTheCompartment() {
        // Given
        conclude("POLICE_MISCONDUCT");

        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12"));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    private void conclude(String verdict) {
        files.examine(file);
        var proposal = Staff.ANALYST.proposes(file.dossierId(), verdict);
        Staff.OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);
    }

    private void bring(FieldOrigin field) {
        kafka.publish(IntakeEvents.brought(evidence, report, field));
        await().until(() -> !files.dossiersOf(report).isEmpty());
    }
}
