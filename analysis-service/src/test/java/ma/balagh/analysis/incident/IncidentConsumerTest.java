package ma.balagh.analysis.incident;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class IncidentConsumerTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

    private final UUID incident = IdGenerator.next();
    private final UUID assignment = IdGenerator.next();
    private final UUID unit = IdGenerator.next();

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID dossier;

    @BeforeEach
    void openADossier() {
        dossier = files.open("MA-CAS").dossierId();
    }

    @Test
    void showsTheInterventionUntilItsReferral() {
        // When
        kafka.publish(opened());
        kafka.publish(new UnitAssigned(incident, dossier, assignment, unit, "UNIT-1", "MA-CAS", AT.plusSeconds(60)));
        kafka.publish(progressed(ProgressStatus.EN_ROUTE, 90));
        kafka.publish(progressed(ProgressStatus.ON_SCENE, 300));

        // Then
        awaitState("ON_SCENE");
        ANALYST.reads(dossier)
                .body("incident.severity", equalTo(3))
                .body("incident.assignments.callSign", contains("UNIT-1"))
                .body("clocks.assignedAt", equalTo("2026-11-25T09:01:00.000Z"))
                .body("clocks.onSceneAt", equalTo("2026-11-25T09:05:00.000Z"));
        kafka.publish(resolved());
        awaitState("RESOLVED");
        kafka.publish(new IncidentReferred(
                incident, dossier, "TPI Casablanca", "2026/1234", AT.plusSeconds(7200), IdGenerator.next()));
        awaitState("REFERRED");
        ANALYST.reads(dossier)
                .body("incident.outcome", equalTo("ARRESTED"))
                .body("incident.persons", equalTo(2))
                .body("incident.courtReference", equalTo("2026/1234"))
                .body("clocks.referredAt", equalTo("2026-11-25T11:00:00.000Z"));
    }

    @Test
    void isAsFarAsTheForemostUnitThatIsOnIt() {
        // Given
        UUID second = IdGenerator.next();
        kafka.publish(opened());
        kafka.publish(new UnitAssigned(incident, dossier, assignment, unit, "UNIT-1", "MA-CAS", AT.plusSeconds(60)));
        kafka.publish(progressed(ProgressStatus.EN_ROUTE, 90));
        kafka.publish(progressed(ProgressStatus.ON_SCENE, 300));
        kafka.publish(assigned(second, "UNIT-2", 310));
        awaitState("ON_SCENE");

        // When // Then
        kafka.publish(progressed(ProgressStatus.CLEARED, 400));
        awaitState("ASSIGNED");
        kafka.publish(new UnitStoodDown(incident, dossier, second, unit, AT.plusSeconds(410)));
        awaitState("OPEN");
    }

    @Test
    void isOpenWhenItsOutcomeWasTakenBackUntilAUnitIsSentAnew() {
        // Given
        kafka.publish(opened());
        kafka.publish(new UnitAssigned(incident, dossier, assignment, unit, "UNIT-1", "MA-CAS", AT.plusSeconds(60)));
        kafka.publish(progressed(ProgressStatus.ON_SCENE, 300));
        kafka.publish(resolved());
        awaitState("RESOLVED");

        // When // Then
        kafka.publish(new IncidentReopened(incident, dossier, AT.plusSeconds(4000)));
        awaitState("OPEN");
        kafka.publish(assigned(IdGenerator.next(), "UNIT-2", 4100));
        awaitState("ASSIGNED");
    }

    @Test
    void isOpenAgainWhenAUnitHadBeenThereBeforeItWasCancelled() {
        // Given
        kafka.publish(opened());
        kafka.publish(assigned(assignment, "UNIT-1", 60));
        kafka.publish(new UnitStoodDown(incident, dossier, assignment, unit, AT.plusSeconds(400)));
        kafka.publish(new IncidentCancelled(incident, dossier, AT.plusSeconds(400)));
        awaitState("CANCELLED");

        // When // Then
        kafka.publish(progressed(ProgressStatus.ON_SCENE, 300));
        kafka.publish(new IncidentReopened(incident, dossier, AT.plusSeconds(500)));
        awaitState("OPEN");
        kafka.publish(new IncidentCancelled(incident, dossier, AT.plusSeconds(600)));
        awaitState("CANCELLED");
    }

    @Test
    void understandsAnOutcomeThatIsToldBeforeTheOpening() {
        // Given
        kafka.publish(resolved());
        awaitState("RESOLVED");

        // When
        kafka.publish(opened());

        // Then
        await().untilAsserted(() -> ANALYST.reads(dossier).body("incident.severity", equalTo(3)));
        awaitState("RESOLVED");
    }

    @Test
    void showsTheNewestCorrectionInWhateverOrderTheyCome() {
        // Given
        kafka.publish(opened());
        kafka.publish(corrected(OutcomeKind.IDENTIFIED_AT_LARGE, 1, 7200));
        awaitState("RESOLVED");

        // When
        kafka.publish(resolved());
        kafka.publish(corrected(OutcomeKind.NOT_FOUND, 0, 5400));
        kafka.publish(new UnitAssigned(incident, dossier, assignment, unit, "UNIT-1", "MA-CAS", AT.plusSeconds(60)));

        // Then
        await().untilAsserted(() -> ANALYST.reads(dossier).body("incident.assignments.callSign", contains("UNIT-1")));
        ANALYST.reads(dossier)
                .body("incident.outcome", equalTo("IDENTIFIED_AT_LARGE"))
                .body("incident.persons", equalTo(1))
                .body("clocks.resolvedAt", equalTo("2026-11-25T10:00:00.000Z"));
    }

    @Test
    void changesNothingForARedeliveredEvent() {
        // Given
        UUID eventId = IdGenerator.next();
        kafka.publish(eventId, opened());
        awaitState("OPEN");

        // When: whatever comes under that id has been heard
        kafka.publish(eventId, resolved());
        kafka.publish(new UnitAssigned(incident, dossier, assignment, unit, "UNIT-1", "MA-CAS", AT.plusSeconds(60)));

        // Then
        awaitState("ASSIGNED");
    }

    @Test
    void putsAsideARecordThatIsNoEvent() {
        // When
        kafka.send(
                Topic.INCIDENTS.topicName(),
                incident.toString(),
                new byte[] {'{'},
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", IdGenerator.next().toString(),
                        "ce_source", "dispatch",
                        "ce_type", "balagh.dispatch.IncidentOpened.v1",
                        "ce_subject", incident.toString()));
        kafka.publish(opened());

        // Then
        awaitState("OPEN");
        await().until(() -> kafka.deadLetters(Topic.INCIDENTS, SuiteService.ANALYSIS).stream()
                .anyMatch(letter -> incident.toString().equals(letter.key())));
    }

    private Event opened() {
        return new IncidentOpened(incident, dossier, "MA-CAS", 3, AT);
    }

    private Event assigned(UUID another, String callSign, int seconds) {
        return new UnitAssigned(incident, dossier, another, unit, callSign, "MA-CAS", AT.plusSeconds(seconds));
    }

    private Event progressed(ProgressStatus status, int seconds) {
        return new UnitProgressed(incident, dossier, assignment, unit, status, AT.plusSeconds(seconds));
    }

    private Event resolved() {
        return new IncidentResolved(
                incident, dossier, OutcomeKind.ARRESTED, 2, AT.plusSeconds(3600), IdGenerator.next());
    }

    private Event corrected(OutcomeKind outcome, int persons, int seconds) {
        return new IncidentResolved(
                incident, dossier, outcome, persons, AT.plusSeconds(3600), IdGenerator.next(), AT.plusSeconds(seconds));
    }

    private void awaitState(String state) {
        await().untilAsserted(() -> ANALYST.reads(dossier).body("incident.state", equalTo(state)));
    }
}
