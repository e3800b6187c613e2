package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.inJson;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Which clocks run while an incident goes its way, and who sees them. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class IncidentClocksTest {

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void followTheIncidentThroughAllStages() {
        // Given
        var id = incident(kafka);

        // When // Then
        stages(id, "OPEN_TO_ASSIGNED");
        var assignment = assigned(id, unit(callSign()));
        stages(id, "ASSIGNED_TO_ACKNOWLEDGED");
        progress(assignment, "ACKNOWLEDGED").statusCode(200);
        stages(id, "ACKNOWLEDGED_TO_EN_ROUTE");
        progress(assignment, "EN_ROUTE").statusCode(200);
        stages(id, "EN_ROUTE_TO_ON_SCENE");
        progress(assignment, "ON_SCENE").statusCode(200);
        stages(id, "ON_SCENE_TO_OUTCOME");
        outcome(id, "ARRESTED", 1).statusCode(200);
        stages(id, "OUTCOME_TO_REFERRED");
        referral(id).statusCode(200);
        view(id, DISPATCHER).body("clocks", empty());
        assertThat(completed(id)).hasSize(6).containsOnly(true);
    }

    @Test
    void waitForAnotherUnitAfterOneWasCleared() {
        // Given
        var id = incident(kafka);
        var assignment = assigned(id, unit(callSign()));

        // When
        progress(assignment, "CLEARED").statusCode(200);

        // Then
        stages(id, "OPEN_TO_ASSIGNED");
    }

    @Test
    void waitForEachOfSeveralUnits() {
        // Given
        var id = incident(kafka);
        var first = assigned(id, unit(callSign()));
        assigned(id, unit(callSign()));

        // When
        progress(first, "EN_ROUTE").statusCode(200);

        // Then
        stages(id, "ASSIGNED_TO_ACKNOWLEDGED", "EN_ROUTE_TO_ON_SCENE");
    }

    @Test
    void waitForAnotherUnitAfterOneWasStoodDown() {
        // Given
        var id = incident(kafka);
        var assignment = assigned(id, unit(callSign()));

        // When
        as(DISPATCHER)
                .body(Map.of("reason", "needed elsewhere"))
                .post("/api/v1/assignments/{id}/stand-down", assignment)
                .then()
                .statusCode(200);

        // Then
        stages(id, "OPEN_TO_ASSIGNED");
        assertThat(completed(id)).containsExactly(true, false);
    }

    @Test
    void waitForNoProsecutorWhereNobodyWasArrested() {
        // Given
        var id = incident(kafka);
        var assignment = assigned(id, unit(callSign()));
        progress(assignment, "EN_ROUTE").statusCode(200);
        progress(assignment, "ON_SCENE").statusCode(200);

        // When
        outcome(id, "IDENTIFIED_AT_LARGE", 1).statusCode(200);

        // Then
        view(id, DISPATCHER).body("clocks", empty());
    }

    @Test
    void tellFromTheTargetOnThatTheyAreOverdue() {
        // Given
        var late = incident(kafka);
        var other = incident(kafka);
        view(late, DISPATCHER).body("clocks[0].overdue", equalTo(false));

        // When
        makeOverdue(late);

        // Then
        view(late, DISPATCHER).body("clocks[0].overdue", equalTo(true));
        as(DISPATCHER)
                .get("/api/v1/incidents?overdue=true&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(late.toString()))
                .body("items.id", not(hasItem(other.toString())))
                .body("items.find { it.id == '%s' }.clocks[0].overdue".formatted(late), equalTo(true));
    }

    @Test
    void tellWhenTheUnitThatIsWaitedForWasLastSeen() {
        // Given
        var id = incident(kafka);
        var unit = unit(callSign());
        view(id, DISPATCHER).body("clocks[0].lastSeenAt", nullValue());
        assigned(id, unit);
        view(id, DISPATCHER).body("clocks[0].lastSeenAt", nullValue());

        // When
        var seenAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusMillis(39_750);
        as(DISPATCHER)
                .body(Map.of("latitude", 33.59, "longitude", -7.61, "at", seenAt.toString()))
                .put("/api/v1/units/{id}/position", unit)
                .then()
                .statusCode(200);

        // Then
        view(id, DISPATCHER)
                .body("clocks[0].stage", equalTo("ASSIGNED_TO_ACKNOWLEDGED"))
                .body("clocks[0].lastSeenAt", equalTo(inJson(seenAt)));
    }

    @Test
    void keepOtherUnitsFromAFieldUnit() {
        // Given
        var id = incident(kafka);
        var first = callSign();
        var second = callSign();
        progress(assigned(id, unit(first)), "CLEARED").statusCode(200);
        assigned(id, unit(second));

        // When // Then
        view(id, fieldUnit(second)).body("clocks.callSign", contains(second));
        view(id, fieldUnit(first)).body("clocks", empty());
    }

    @Test
    void keepTheTargetsThatTheyBeganWith() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.everywhere(1000, List.of())).statusCode(200);
        var id = Policies.incident(kafka, territory);

        // When
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);

        // Then
        assertThat(target(id)).isEqualTo(1000);
        assigned(id, unit(callSign()));
        assertThat(target(id)).isEqualTo(1);
    }

    @Test
    void haveTheTargetsOfTheirType() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.everywhere(1000, List.of())).statusCode(200);
        Policies.put(territory + "?incidentType=STREET_ROBBERY", Policies.everywhere(500, List.of()))
                .statusCode(200);

        // When
        var id = Policies.incident(kafka, territory);

        // Then
        assertThat(target(id)).isEqualTo(500);
    }

    /** Of the stages that are over, in order. */
    private List<Boolean> completed(UUID id) {
        return database.list(
                Boolean.class,
                "select completed from incident_stage where incident_id = ? and ended_at is not null order by id",
                id);
    }

    private long target(UUID id) {
        return database.one(Long.class, """
                select extract(epoch from target_at - started_at)::bigint
                from incident_stage where incident_id = ? and ended_at is null
                """, id);
    }

    private void makeOverdue(UUID id) {
        database.execute("""
                update incident_stage set started_at = started_at - interval '1 d', target_at = target_at - interval '1 d'
                where incident_id = ?
                """, id);
    }

    private static void stages(UUID id, String... expected) {
        view(id, DISPATCHER).body("clocks.stage", contains(expected));
    }

    private static ValidatableResponse view(UUID id, TestTokens reader) {
        return as(reader).get("/api/v1/incidents/{id}", id).then().statusCode(200);
    }
}
