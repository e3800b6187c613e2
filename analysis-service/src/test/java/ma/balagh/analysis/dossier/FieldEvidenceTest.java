package ma.balagh.analysis.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What crews bring from incidents, and where it goes. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class FieldEvidenceTest {

    private static final List<String> CREW = List.of("MA-CAS");

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFiles.CaseFile file;

    private final UUID incident = IdGenerator.next();
    private final UUID report = IdGenerator.next();
    private final UUID evidence = IdGenerator.next();

    @BeforeEach
    void sendAUnit() {
        file = files.open("MA-CAS");
        send("CASA-12", "MA-CAS");
    }

    @Test
    void joinsTheDossierOfTheIncidentThatTheUnitWasSentTo() {
        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12", CREW));

        // Then
        assertThat(files.dossiersWith(evidence)).containsExactly(file.dossierId());
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
    }

    @Test
    void joinsItAlsoOnceItIsConcluded() {
        // Given
        conclude("PRESUMED_OFFENCE");

        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12", CREW));

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
    }

    @Test
    void opensADossierForAUnitThatWasNeverSentThere() {
        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-13", CREW));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA-RAB", "MA-CAS-ANFA", "MA-CASA"})
    void opensADossierForAUnitOfTheSameNameElsewhere(String elsewhere) {
        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12", List.of(elsewhere)));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @Test
    void joinsWhatAUnitBringsThatHelpsOut() {
        // Given
        send("RABAT-7", "MA-RAB");

        // When
        bring(new FieldOrigin(file.dossierId(), "RABAT-7", List.of("MA-RAB")));

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
    }

    @Test
    void opensADossierForTheNamesakeOfAUnitThatHelpsOut() {
        // Given
        send("RABAT-7", "MA-RAB");

        // When
        bring(new FieldOrigin(file.dossierId(), "RABAT-7", CREW));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @ParameterizedTest
    @CsvSource({"MA-CAS-ANFA, false", "MA-CAS, false", "MA-CAS-MAARIF, true"})
    void takesNoCrewForOneOfSeveralUnitsOfItsName(String account, boolean joins) {
        // Given: the third came before the first, in its place
        String callSign = "TWIN-" + account;
        send(callSign, "MA-CAS-MAARIF");
        send(IdGenerator.next(), IdGenerator.next(), callSign, "MA-CAS-ANFA");
        send(IdGenerator.next(), IdGenerator.next(), callSign, "MA-CAS-MAARIF");

        // When
        bring(new FieldOrigin(file.dossierId(), callSign, List.of(account)));

        // Then
        assertThat(files.dossiersOf(report).contains(file.dossierId())).isEqualTo(joins);
    }

    @Test
    void takesAUnitOfWhichTheJurisdictionIsUnknownForOneOfTheDossiers() {
        // Given: events of earlier releases
        send("CASA-14", null);

        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-14", CREW));

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
    }

    @Test
    void opensADossierForACrewOfWhichTheJurisdictionsAreUnknown() {
        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12", null));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @Test
    void opensADossierForOneThatNamesADossierOfNobody() {
        // When
        bring(new FieldOrigin(IdGenerator.next(), "CASA-12", CREW));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @Test
    void getsNothingIntoTheCompartment() {
        // Given
        conclude("POLICE_MISCONDUCT");

        // When
        bring(new FieldOrigin(file.dossierId(), "CASA-12", CREW));

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void joinsTheDossierOfAUnitOfWhichItIsToldLater(boolean concluded) {
        // Given
        if (concluded) {
            conclude("PRESUMED_OFFENCE");
        }
        bring(new FieldOrigin(file.dossierId(), "CASA-15", CREW));
        UUID own = files.dossiersOf(report).getFirst();
        assertThat(own).isNotEqualTo(file.dossierId());

        // When
        send("CASA-15", "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
        assertThat(files.dossiersWith(evidence)).containsExactly(file.dossierId());
        Staff.ANALYST
                .reads(own)
                .body("state", equalTo("JOINED"))
                .body("joinedInto", equalTo(file.dossierId().toString()));
        DossiersMerged merged =
                kafka.await(DossiersMerged.class, event -> event.dossierId().equals(own));
        assertThat(merged.intoDossierId()).isEqualTo(file.dossierId());
    }

    @RepeatedTest(5)
    void joinsItWhicheverOfBothIsToldFirst() {
        // When: both are told at once
        kafka.publish(IntakeEvents.brought(evidence, report, new FieldOrigin(file.dossierId(), "CASA-15", CREW)));
        send("CASA-15", "MA-CAS");

        // Then
        await().untilAsserted(() -> assertThat(files.dossiersOf(report)).containsExactly(file.dossierId()));
        assertThat(files.dossiersWith(evidence)).containsExactly(file.dossierId());
    }

    @Test
    void joinsLaterThanTheConclusionByAFastClock() {
        // Given
        conclude("PRESUMED_OFFENCE");
        database.execute(
                "update dossier set concluded_at = concluded_at + interval '1 hour' where dossier_id = ?",
                file.dossierId());
        bring(new FieldOrigin(file.dossierId(), "CASA-15", CREW));
        UUID own = files.dossiersOf(report).getFirst();

        // When
        send("CASA-15", "MA-CAS");

        // Then
        DossiersMerged merged =
                kafka.await(DossiersMerged.class, event -> event.dossierId().equals(own));
        assertThat(merged.mergedAt()).isAfter(Instant.now().plusSeconds(1800));
    }

    @Test
    void joinsAllThatACrewBroughtBeforeItIsToldOfItsUnit() {
        // Given
        bring(new FieldOrigin(file.dossierId(), "CASA-15", CREW));
        UUID further = IdGenerator.next();
        bring(IdGenerator.next(), further, new FieldOrigin(file.dossierId(), "CASA-15", CREW));

        // When
        send("CASA-15", "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(file.dossierId());
        assertThat(files.dossiersOf(further)).containsExactly(file.dossierId());
    }

    @ParameterizedTest
    @CsvSource({"CASA-15, MA-RAB", "CASA-16, MA-CAS"})
    void leavesWhereItIsWhatAnotherUnitBrought(String callSign, String account) {
        // Given
        bring(new FieldOrigin(file.dossierId(), callSign, List.of(account)));

        // When
        send("CASA-15", "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    @Test
    void leavesWhereItIsWhatAPersonHasAttachedSomethingTo() {
        // Given
        bring(new FieldOrigin(file.dossierId(), "CASA-15", CREW));
        UUID own = files.dossiersOf(report).getFirst();
        Staff.ANALYST.attaches(own, List.of(files.waiting("MA-CAS"))).statusCode(200);

        // When
        send("CASA-15", "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(own);
    }

    @Test
    void leavesWhereItIsWhatSomebodyElseReportsToo() {
        // Given: the same bytes, brought by somebody who is no crew
        bring(new FieldOrigin(file.dossierId(), "CASA-15", CREW));
        UUID own = files.dossiersOf(report).getFirst();
        UUID other = IdGenerator.next();
        files.bringAnew(other, "MA-CAS", new CaseFiles.CaseFile(own, report, evidence));

        // When
        send("CASA-15", "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).containsExactly(own);
        assertThat(files.dossiersOf(other)).containsExactly(own);
    }

    @Test
    void leavesOutsideWhatWasBroughtForADossierOfTheCompartment() {
        // Given
        conclude("POLICE_MISCONDUCT");
        bring(new FieldOrigin(file.dossierId(), "CASA-15", CREW));

        // When
        send("CASA-15", "MA-CAS");

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1).doesNotContain(file.dossierId());
    }

    private void send(String callSign, @Nullable String jurisdiction) {
        send(incident, file.dossierId(), callSign, jurisdiction);
    }

    private void send(UUID incident, UUID dossier, String callSign, @Nullable String jurisdiction) {
        kafka.publish(new UnitAssigned(
                incident, dossier, IdGenerator.next(), IdGenerator.next(), callSign, jurisdiction, Instant.now()));
        await().until(() -> database.one(
                        Long.class,
                        "select count(*) from incident_assignment where incident_id = ? and call_sign = ?",
                        incident,
                        callSign)
                == 1);
    }

    private void conclude(String verdict) {
        files.examine(file);
        var proposal = Staff.ANALYST.proposes(file.dossierId(), verdict);
        Staff.OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);
    }

    private void bring(FieldOrigin field) {
        bring(evidence, report, field);
    }

    private void bring(UUID evidence, UUID report, FieldOrigin field) {
        kafka.publish(IntakeEvents.brought(evidence, report, field));
        await().until(() -> !files.dossiersOf(report).isEmpty());
    }
}
