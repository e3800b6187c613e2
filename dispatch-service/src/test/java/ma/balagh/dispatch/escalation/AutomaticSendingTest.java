package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.escalation.Policies.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.taskqueue.LeaseLostException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units that are sent without a person. The verdicts of these tests are of severity 3. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class AutomaticSendingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EscalationQueue queue;

    @Inject
    EscalationWorker worker;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @BeforeEach
    void endWhatOthersLeft() {
        database.execute("update escalation set state = 'ENDED' where state = 'QUEUED'");
    }

    @Test
    void sendsTheBestUnitInNobodysNameWhenNobodyWasInTime() {
        // Given
        unitAtTheScene();
        var incident = incident(3);

        // When
        worker.work(claimed());

        // Then
        var shown = shown(incident);
        assertThat(shown.getList("assignments.status")).containsExactly("ASSIGNED");
        assertThat(shown.getList("assignments.role")).containsExactly("LEAD");
        assertThat(shown.getList("timeline.kind")).containsSubsequence("OPENED", "ESCALATED", "ASSIGNED");
        assertThat(shown.getString("timeline.find { it.kind == 'ESCALATED' }.escalation.step"))
                .isEqualTo("UNIT_SENT");
        assertThat(shown.getString("timeline.find { it.kind == 'ASSIGNED' }.by"))
                .isEqualTo(shown.getString("timeline.find { it.kind == 'OPENED' }.by"));
        assertThat(shown.getString("timeline.find { it.kind == 'ASSIGNED' }.callSign"))
                .isEqualTo(shown.getString("timeline.find { it.kind == 'ESCALATED' }.escalation.proposedCallSign"));
        kafka.awaitOnly(UnitAssigned.class, event -> event.incidentId().equals(incident));
    }

    @Test
    void leavesItToPeopleWhereTheIncidentIsLessGrave() {
        assertThat(steps(incident(4))).isEmpty();
    }

    @Test
    void isOffWhereNobodyTurnedItOn() {
        assertThat(EscalationPolicy.BUILT_IN.stages().stream()
                        .flatMap(target -> target.steps().stream())
                        .map(step -> step.step().name()))
                .doesNotContain("UNIT_SENT");
    }

    @Test
    void sendsNobodyWhereAPersonWasFirst() {
        // Given
        var incident = incident(3);
        var task = claimed();

        // When
        var sent = assigned(incident, unit(callSign()));

        // Then
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> worker.work(task));
        assertThat(shown(incident).getList("assignments.id")).containsExactly(sent.toString());
    }

    @Test
    void sendsNobodyAgainAfterAPersonCalledTheUnitBack() {
        // Given
        unitAtTheScene();
        var incident = incident(3);
        worker.work(claimed());

        // When
        as(DISPATCHER)
                .body(Map.of("reason", "false alarm"))
                .post("/api/v1/assignments/{id}/stand-down", shown(incident).getString("assignments[0].id"))
                .then()
                .statusCode(200);

        // Then
        assertThat(steps(incident)).containsExactly("UNIT_SENT");
    }

    @Test
    void takesNoUnitOfWhichNobodyKnowsWhereItIs() {
        // Given
        database.execute("delete from unit_position");
        unit(callSign());
        var incident = incident(3);

        // When
        worker.work(claimed());

        // Then
        var shown = shown(incident);
        assertThat(shown.getList("assignments")).isEmpty();
        assertThat(shown.getList("timeline.kind")).containsExactly("OPENED", "ESCALATED");
    }

    @Test
    void refusesItWithoutASeverityAndWhereAUnitWasSent() {
        var territory = Policies.territory();
        Policies.put(territory, only(step("UNIT_SENT", 5)))
                .statusCode(400)
                .body("violations.field", hasItem("stages[0].steps[0].fromSeverity"));
        Policies.put(territory, Policies.everywhere(5, List.of(sending(5, 3))))
                .statusCode(400)
                .body("violations.field", hasItem("stages[1].steps[0].step"));
        Policies.put(territory, only(Map.of("step", "SUPERVISOR", "afterSeconds", 5, "fromSeverity", 3)))
                .statusCode(400)
                .body("violations.field", hasItem("stages[0].steps[0].fromSeverity"));
    }

    @Test
    void sendsWhoTheRunCardAsksForInItsRoleIfTheyAreThereSoon() {
        // Given: a kilometre away, while others are at the scene
        unitAtTheScene();
        var near = place("SIDECAR", 0.01);
        place("SEAPLANE", 0.4);
        var wanted = Policies.territory();
        search(wanted, "SIDECAR");
        var incident = incident(3, wanted);

        // When
        worker.work(claimed());

        // Then
        assertThat(shown(incident).getList("assignments.unitId")).containsExactly(near);
        assertThat(shown(incident).getList("assignments.role")).containsExactly("SEARCH");

        // Given: the better part of an hour away
        var far = Policies.territory();
        search(far, "SEAPLANE");
        unitAtTheScene();
        var other = incident(3, far);

        // When
        worker.work(claimed());

        // Then
        assertThat(shown(other).getList("assignments.role")).containsExactly("LEAD");
    }

    private static void search(String territory, String kind) {
        as(COMMANDER)
                .body(Map.of(
                        "jurisdiction",
                        territory,
                        "type",
                        "STREET_ROBBERY",
                        "alarmLevel",
                        1,
                        "requirements",
                        List.of(Map.of("role", "SEARCH", "kinds", List.of(kind), "count", 1))))
                .post("/api/v1/run-cards")
                .then()
                .statusCode(201);
    }

    private static void unitAtTheScene() {
        place("CAR", 0);
    }

    /** @param north of the scene, in degrees */
    private static String place(String kind, double north) {
        String id = as(DISPATCHER)
                .body(Map.of("callSign", callSign(), "kind", kind, "crew", 2, "jurisdiction", "MA-CAS"))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(DISPATCHER)
                .body(Map.of("latitude", Story.LATITUDE + north, "longitude", Story.LONGITUDE))
                .put("/api/v1/units/{id}/position", id)
                .then()
                .statusCode(200);
        return id;
    }

    private UUID incident(int fromSeverity) {
        return incident(fromSeverity, Policies.territory());
    }

    private UUID incident(int fromSeverity, String territory) {
        Policies.put(territory, only(sending(1, fromSeverity))).statusCode(200);
        return Policies.incident(kafka, territory);
    }

    private EscalationTask claimed() {
        return await().atMost(PATIENCE)
                .until(queue.tasks()::claim, claimed -> claimed.isPresent())
                .orElseThrow();
    }

    private static Map<String, Object> sending(int after, int fromSeverity) {
        return Map.of("step", "UNIT_SENT", "afterSeconds", after, "fromSeverity", fromSeverity);
    }

    /** Nothing follows but that step, when nobody was sent. */
    private static Map<String, Object> only(Map<String, Object> step) {
        var stages = new ArrayList<Map<String, Object>>();
        for (var stage : IncidentStage.values()) {
            List<Map<String, Object>> steps = stage == IncidentStage.OPEN_TO_ASSIGNED ? List.of(step) : List.of();
            stages.add(Map.of("stage", stage, "targetSeconds", 1, "steps", steps));
        }
        return Map.of("stages", stages);
    }

    private List<String> steps(UUID incident) {
        return database.list(String.class, """
                select step from escalation join incident_stage on incident_stage.id = stage_id where incident_id = ?
                """, incident);
    }

    private static JsonPath shown(UUID incident) {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incident).jsonPath();
    }
}
