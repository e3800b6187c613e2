package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident waits for a unit again when those that were there are gone and nobody told how it ended. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class LeftSceneTest {

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    private final String territory = Policies.territory();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private UUID incidentId;

    @BeforeEach
    void open() {
        incidentId = Policies.incident(kafka, territory);
    }

    @Test
    void waitsForAnotherUnitWithItsTargetAndItsSteps() {
        // When
        leave();

        // Then
        stages("OPEN_TO_ASSIGNED", "ON_SCENE_TO_OUTCOME");
        assertThat(steps()).containsExactly("60 NEXT_UNIT_PROPOSED", "120 SUPERVISOR", "300 COMMANDER");
        as(COMMANDER)
                .get("/api/v1/statistics/backlog?jurisdiction=" + territory)
                .then()
                .body("stages.find { it.stage == 'OPEN_TO_ASSIGNED' }.incidents", equalTo(1));
    }

    @Test
    void isOverdueWhenNobodyIsSentInTime() {
        // Given
        leave();

        // When
        database.execute("""
                update incident_stage set started_at = started_at - interval '2 min', target_at = target_at - interval '2 min'
                where incident_id = ? and stage = 'OPEN_TO_ASSIGNED'
                """, incidentId);

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents?overdue=true&limit=200")
                .then()
                .body("items.id", hasItem(incidentId.toString()));
    }

    @Test
    void waitsAfterTheUnitWasStoodDown() {
        // Given
        var assignment = onScene(incidentId, unit(callSign()));

        // When
        as(DISPATCHER)
                .body(Map.of("reason", "needed elsewhere"))
                .post("/api/v1/assignments/{id}/stand-down", assignment)
                .then()
                .statusCode(200);

        // Then
        stages("OPEN_TO_ASSIGNED", "ON_SCENE_TO_OUTCOME");
    }

    @Test
    void waitsAfterTheOutcomeWasNotTheEnd() {
        // Given
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // When
        as(OFFICER)
                .body(Map.of("reason", "he was seen again"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then()
                .statusCode(200);

        // Then
        stages("OPEN_TO_ASSIGNED", "ON_SCENE_TO_OUTCOME");
    }

    @Test
    void waitsForNobodyWhileAnotherUnitIsThere() {
        // Given
        onScene(incidentId, unit(callSign()));

        // When
        leave();

        // Then
        stages("ON_SCENE_TO_OUTCOME");
    }

    @Test
    void countsEachWaitForAUnitOnceAndTheOneForTheOutcomeFromTheFirstArrival() {
        // Given
        leave();

        // When
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // Then
        shown().body("clocks", empty());
        assertThat(completed("OPEN_TO_ASSIGNED")).containsExactly(true, true);
        assertThat(completed("ON_SCENE_TO_OUTCOME")).containsExactly(true);
    }

    @Test
    void countsNoUnitWhereTheOutcomeIsToldWithoutOne() {
        // Given
        leave();

        // When
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // Then
        shown().body("clocks", empty());
        assertThat(completed("OPEN_TO_ASSIGNED")).containsExactly(true, false);
        assertThat(completed("ON_SCENE_TO_OUTCOME")).containsExactly(true);
    }

    /** A unit was there, and goes without an outcome. */
    private void leave() {
        progress(onScene(incidentId, unit(callSign())), "CLEARED").statusCode(200);
    }

    private List<Boolean> completed(String stage) {
        return database.list(
                Boolean.class,
                "select completed from incident_stage where incident_id = ? and stage = ? order by id",
                incidentId,
                stage);
    }

    /** What follows unless a unit is sent, and after how many seconds. */
    private List<String> steps() {
        return database.list(String.class, """
                select extract(epoch from due_at - started_at)::bigint || ' ' || step
                from escalation join incident_stage on incident_stage.id = stage_id
                where incident_id = ? and stage = 'OPEN_TO_ASSIGNED' and ended_at is null
                order by due_at
                """, incidentId);
    }

    private void stages(String... expected) {
        shown().body("clocks.stage", contains(expected));
    }

    private ValidatableResponse shown() {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().statusCode(200);
    }
}
