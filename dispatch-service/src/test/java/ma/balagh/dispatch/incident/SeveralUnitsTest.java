package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.UNASSIGNED;
import static ma.balagh.dispatch.Story.afterReading;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.inJson;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several units on one incident: each has its role, and the incident is as far as the foremost of them. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class SeveralUnitsTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void openAnIncident() {
        incidentId = incident(kafka);
    }

    @Test
    void isAsFarAsTheForemostOfItsUnits() {
        // Given
        var first = assigned(incidentId, unit(callSign()));
        var second = assigned(incidentId, unit(callSign()));
        shown().body("state", equalTo("ASSIGNED")).body("assignments.role", contains("LEAD", "SUPPORT"));

        // When // Then
        progress(second, "EN_ROUTE").statusCode(200);
        shown().body("state", equalTo("EN_ROUTE"));
        progress(second, "ON_SCENE").statusCode(200);
        progress(first, "EN_ROUTE").statusCode(200);
        shown().body("state", equalTo("ON_SCENE"));
        progress(second, "CLEARED").statusCode(200);
        shown().body("state", equalTo("EN_ROUTE"));
        progress(first, "CLEARED").statusCode(200);
        shown().body("state", equalTo("OPEN"));
    }

    @Test
    void sendsAUnitInTheRoleThatIsSaid() {
        // When
        afterReading(incidentId)
                .body(Map.of("unitId", unit(callSign()), "role", "CORDON"))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                // Then
                .statusCode(201)
                .body("role", equalTo("CORDON"));
        afterReading(incidentId)
                .body(Map.of("unitId", unit(callSign()), "role", "BAND"))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("role"));
    }

    @Test
    void freesAllOfThemByTheOutcome() {
        // Given
        var first = unit(callSign());
        var second = unit(callSign());
        onScene(incidentId, first);
        assigned(incidentId, second);

        // When
        outcome(incidentId, "ARRESTED", 1).statusCode(200);

        // Then
        unitIs(first, "AVAILABLE");
        unitIs(second, "AVAILABLE");
        shown().body("assignments.active", contains(false, false));
    }

    @Test
    void callsBackAUnitThatIsNotNeeded() {
        // Given
        var callSign = callSign();
        var unitId = unit(callSign);
        var assignmentId = assigned(incidentId, unitId);

        // When
        standDown(assignmentId)
                .statusCode(200)
                .body("status", equalTo("STOOD_DOWN"))
                .body("active", equalTo(false));

        // Then
        shown().body("state", equalTo("OPEN")).body("timeline.kind", contains("OPENED", "ASSIGNED", "STOOD_DOWN"));
        as(fieldUnit(callSign))
                .get("/api/v1/incidents")
                .then()
                .body("items[0].assignments", empty())
                .body("items[0].released.id", equalTo(assignmentId.toString()))
                .body("items[0].released.status", equalTo("STOOD_DOWN"))
                .body("items[0].released.at", notNullValue());
        as(DISPATCHER)
                .get("/api/v1/incidents?limit=200")
                .then()
                .body("items.find { it.id == '%s' }.released".formatted(incidentId), nullValue());
        unitIs(unitId, "AVAILABLE");
        kafka.awaitOnly(UnitStoodDown.class, event -> event.assignmentId().equals(assignmentId));
        standDown(assignmentId).statusCode(409);
        progress(assignmentId, "EN_ROUTE").statusCode(409);
    }

    @Test
    void sendsAUnitElsewhereInOneStep() {
        // Given
        var unitId = unit(callSign());
        var assignmentId = assigned(incidentId, unitId);
        var graver = incident(kafka);

        // When
        var answer = reassign(assignmentId, graver, UNASSIGNED);

        // Then
        answer.statusCode(201).body("incidentId", equalTo(graver.toString())).body("role", equalTo("LEAD"));
        shown().body("state", equalTo("OPEN")).body("assignments[0].status", equalTo("STOOD_DOWN"));
        as(DISPATCHER).get("/api/v1/incidents/{id}", graver).then().body("state", equalTo("ASSIGNED"));
        unitIs(unitId, "ASSIGNED");
    }

    @Test
    void sendsNobodyToAnIncidentThatHasChangedSinceItWasListed() {
        // Given
        var unitId = unit(callSign());
        var assignmentId = assigned(incidentId, unitId);
        var graver = incident(kafka);
        var listed = listed(graver);
        assertThat(listed).isEqualTo(UNASSIGNED);
        assigned(graver, unit(callSign()));

        // When // Then: another unit is on its way there already
        reassign(assignmentId, graver, listed).statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        shown().body("state", equalTo("ASSIGNED")).body("assignments.active", contains(true));
        unitIs(unitId, "ASSIGNED");
        reassign(assignmentId, graver, listed(graver)).statusCode(201).body("role", equalTo("SUPPORT"));
    }

    @Test
    void sendsNobodyElsewhereWithoutTheVersionThatWasRead() {
        // Given
        var unitId = unit(callSign());
        var assignmentId = assigned(incidentId, unitId);
        var graver = incident(kafka);

        // When // Then
        as(DISPATCHER)
                .body(Map.of("incidentId", graver, "reason", "a knife was seen there"))
                .post("/api/v1/assignments/{id}/reassignment", assignmentId)
                .then()
                .statusCode(428)
                .body("detail", containsString("incidentTag"));
        shown().body("assignments.active", contains(true));
        unitIs(unitId, "ASSIGNED");
    }

    @Test
    void answersARepeatedReassignmentAlikeWhicheverVersionWasReadByThen() {
        // Given
        var assignmentId = assigned(incidentId, unit(callSign()));
        var graver = incident(kafka);
        var key = IdGenerator.next().toString();

        // When
        var first = reassignOnce(key, assignmentId, graver, listed(graver));
        var second = reassignOnce(key, assignmentId, graver, listed(graver));

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void leavesAUnitWhereItIsWhenItCannotBeSentElsewhere() {
        // Given
        var unitId = unit(callSign());
        var assignmentId = assigned(incidentId, unitId);
        var over = incident(kafka);
        onScene(over, unit(callSign()));
        outcome(over, "NOT_FOUND", 0).statusCode(200);

        // When
        reassign(assignmentId, over, listed(over)).statusCode(409);
        reassign(assignmentId, incidentId, listed(incidentId)).statusCode(409);

        // Then
        shown().body("state", equalTo("ASSIGNED")).body("assignments.active", contains(true));
        unitIs(unitId, "ASSIGNED");
    }

    @Test
    void asksForHelpUntilAnotherUnitIsSent() {
        // Given
        var callSign = callSign();
        var assignmentId = onScene(incidentId, unit(callSign));

        // When
        as(fieldUnit(callSign))
                .body(Map.of("note", "three of them, one with a knife"))
                .post("/api/v1/assignments/{id}/assistance", assignmentId)
                .then()
                .statusCode(200);

        // Then
        shown().body("assistanceAskedAt", notNullValue())
                .body("timeline[-1].kind", equalTo("ASSISTANCE_ASKED"))
                .body("timeline[-1].note", equalTo("three of them, one with a knife"));
        assigned(incidentId, unit(callSign()));
        shown().body("assistanceAskedAt", nullValue());
    }

    @Test
    void knowsWhenAPhoneWithoutNetworkHadAskedForHelp() {
        // Given
        var assignmentId = onScene(incidentId, unit(callSign()));
        var asked = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        askForHelp(assignmentId, asked.plusMillis(1)).statusCode(200);

        // When: an earlier call comes after it
        askForHelp(assignmentId, asked).statusCode(200);

        // Then
        shown().body("assistanceAskedAt", equalTo(inJson(asked.plusMillis(1))))
                .body("timeline[-2].kind", equalTo("ASSISTANCE_ASKED"))
                .body("timeline[-2].at", equalTo(inJson(asked)))
                .body("timeline[-1].at", equalTo(inJson(asked.plusMillis(1))));

        // When: another unit is there already
        assigned(incidentId, unit(callSign()));
        askForHelp(assignmentId, asked.plusMillis(2)).statusCode(200);

        // Then
        shown().body("assistanceAskedAt", nullValue()).body("timeline.at", hasItem(inJson(asked.plusMillis(2))));
    }

    @Test
    void notesACallForHelpThatWasMadeBeforeTheOutcome() {
        // Given
        var assignmentId = onScene(incidentId, unit(callSign()));
        var asked = Instant.now();
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // When // Then
        askForHelp(assignmentId, asked).statusCode(200);
        shown().body("state", equalTo("RESOLVED"))
                .body("assistanceAskedAt", nullValue())
                .body("timeline.kind", containsInRelativeOrder("ASSISTANCE_ASKED", "RESOLVED"));
        askForHelp(assignmentId, Instant.now()).statusCode(409);
        askForHelp(assignmentId, asked.minusSeconds(600))
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_EARLY"));
        askForHelp(assignmentId, asked.plusSeconds(60))
                .statusCode(400)
                .body("violations[0].field", equalTo("at"))
                .body("violations[0].code", equalTo("IN_THE_FUTURE"));
    }

    private static ValidatableResponse askForHelp(UUID assignmentId, Instant at) {
        return as(DISPATCHER)
                .body(Map.of("at", at.toString()))
                .post("/api/v1/assignments/{id}/assistance", assignmentId)
                .then();
    }

    @Test
    void goesOnAfterAnOutcomeThatWasNotTheEnd() {
        // Given
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // When
        reopen().statusCode(200).body("state", equalTo("OPEN")).body("outcome", nullValue());

        // Then
        kafka.awaitOnly(IncidentReopened.class, event -> event.incidentId().equals(incidentId));
        assigned(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 2).statusCode(200).body("state", equalTo("RESOLVED"));
        referral(incidentId).statusCode(200);
        reopen().statusCode(409);
        shown().body("timeline.kind", hasItem("REOPENED"));
    }

    @Test
    void fillsInTheStepsThatAPhoneTellsLate() {
        // Given: the network was away when it left
        var assignmentId = assigned(incidentId, unit(callSign()));
        var start = Instant.now();
        report(assignmentId, "EN_ROUTE", start.plusMillis(1)).statusCode(200);

        // When
        report(assignmentId, "ACKNOWLEDGED", start).statusCode(200).body("status", equalTo("EN_ROUTE"));

        // Then
        report(assignmentId, "ACKNOWLEDGED", start).statusCode(409);
        report(assignmentId, "EN_ROUTE", start).statusCode(409);
        progress(assignmentId, "ACKNOWLEDGED").statusCode(409);
        shown().body("assignments", hasSize(1)).body("assignments[0].acknowledgedAt", notNullValue());
    }

    @Test
    void takesThePhonesTimesAfterADispatcherNotedAnEarlierStep() {
        // Given: the network was away when it left and arrived, and a dispatcher heard of it later
        var callSign = callSign();
        var assignmentId = assigned(incidentId, unit(callSign));
        var left = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var there = left.plusMillis(1);
        var noted = left.plusMillis(2);
        await().until(() -> Instant.now().isAfter(noted));
        report(assignmentId, "ACKNOWLEDGED", noted).statusCode(200);
        report(assignmentId, "EN_ROUTE", left).statusCode(400).body("violations[0].code", equalTo("TOO_EARLY"));

        // When
        report(fieldUnit(callSign), assignmentId, "EN_ROUTE", left).statusCode(200);
        report(fieldUnit(callSign), assignmentId, "ON_SCENE", there).statusCode(200);

        // Then
        shown().body("state", equalTo("ON_SCENE"))
                .body("assignments[0].acknowledgedAt", equalTo(inJson(noted)))
                .body("assignments[0].enRouteAt", equalTo(inJson(left)))
                .body("assignments[0].onSceneAt", equalTo(inJson(there)))
                .body("timeline.kind", contains("OPENED", "ASSIGNED", "EN_ROUTE", "ON_SCENE", "ACKNOWLEDGED"));
    }

    @Test
    void knowsThatAUnitHadBeenThereBeforeItWasCalledBack() {
        // Given
        var assignmentId = assigned(incidentId, unit(callSign()));
        progress(assignmentId, "EN_ROUTE").statusCode(200);
        var there = Instant.now();
        standDown(assignmentId).statusCode(200);

        // When
        report(assignmentId, "ON_SCENE", there).statusCode(200).body("status", equalTo("STOOD_DOWN"));

        // Then
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);
    }

    @Test
    void takesTheStepsThatAPhoneTellsAfterTheOutcome() {
        // Given: the network was away when it left, and it is on its next incident by now
        onScene(incidentId, unit(callSign()));
        var callSign = callSign();
        var unitId = unit(callSign);
        var assignmentId = assigned(incidentId, unitId);
        var left = Instant.now();
        var there = left.plusMillis(1);
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);
        String released = shown().extract().path("assignments[1].releasedAt");
        assigned(incident(kafka), unitId);

        // When
        report(assignmentId, "EN_ROUTE", left).statusCode(200);
        report(assignmentId, "ON_SCENE", there).statusCode(200);

        // Then
        shown().body("state", equalTo("RESOLVED"))
                .body("outcome.kind", equalTo("NOT_FOUND"))
                .body("assignments[1].status", equalTo("ON_SCENE"))
                .body("assignments[1].active", equalTo(false))
                .body("assignments[1].releasedAt", equalTo(released))
                .body("timeline.kind", hasItem("ON_SCENE"));
        unitIs(unitId, "ASSIGNED");
        kafka.awaitOnly(
                UnitProgressed.class,
                event -> event.assignmentId().equals(assignmentId) && event.status() == ProgressStatus.ON_SCENE);
        report(assignmentId, "ON_SCENE", there).statusCode(409);
        report(assignmentId, "ACKNOWLEDGED", there.plusMillis(1)).statusCode(409);
    }

    @Test
    void refusesAStepAfterTheOutcomeAndOneBeforeTheAssignment() {
        // Given
        onScene(incidentId, unit(callSign()));
        var assignmentId = assigned(incidentId, unit(callSign()));
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // When // Then
        report(assignmentId, "EN_ROUTE", Instant.now()).statusCode(409);
        progress(assignmentId, "EN_ROUTE").statusCode(409);
        report(assignmentId, "EN_ROUTE", Instant.now().minusSeconds(600))
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_EARLY"));
    }

    @Test
    void takesThatAUnitHadClearedTheSceneBeforeItWasCalledBack() {
        // Given
        var assignmentId = onScene(incidentId, unit(callSign()));
        var cleared = Instant.now();
        standDown(assignmentId).statusCode(200);

        // When
        report(assignmentId, "CLEARED", cleared).statusCode(200).body("status", equalTo("STOOD_DOWN"));

        // Then
        shown().body("assignments[0].clearedAt", notNullValue())
                .body("timeline.kind", containsInRelativeOrder("CLEARED", "STOOD_DOWN"));
        report(assignmentId, "CLEARED", Instant.now()).statusCode(409);
    }

    @Test
    void refusesAStepInTheFuture() {
        // Given
        var assignmentId = assigned(incidentId, unit(callSign()));

        // When // Then
        report(assignmentId, "EN_ROUTE", Instant.now().plusSeconds(60))
                .statusCode(400)
                .body("violations[0].field", equalTo("at"))
                .body("violations[0].code", equalTo("IN_THE_FUTURE"));
        shown().body("state", equalTo("ASSIGNED"));
    }

    @Test
    void refusesAStepBeforeTheAssignmentAndTakesItsMinute() {
        // Given
        var assignmentId = assigned(incidentId, unit(callSign()));
        String assigned = shown().extract().path("assignments[0].assignedAt");
        var minute = Instant.parse(assigned).truncatedTo(ChronoUnit.MINUTES);

        // When // Then
        report(assignmentId, "EN_ROUTE", minute.minusSeconds(1))
                .statusCode(400)
                .body("violations[0].field", equalTo("at"))
                .body("violations[0].code", equalTo("TOO_EARLY"));
        report(assignmentId, "EN_ROUTE", minute).statusCode(200).body("enRouteAt", equalTo(assigned));
    }

    private static ValidatableResponse report(UUID assignmentId, String status, Instant at) {
        return report(DISPATCHER, assignmentId, status, at);
    }

    private static ValidatableResponse report(TestTokens by, UUID assignmentId, String status, Instant at) {
        return as(by).body(Map.of("status", status, "at", at.toString()))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then();
    }

    private static ValidatableResponse standDown(UUID assignmentId) {
        return as(DISPATCHER)
                .body(Map.of("reason", "somebody else was nearer"))
                .post("/api/v1/assignments/{id}/stand-down", assignmentId)
                .then();
    }

    private static ValidatableResponse reassign(UUID assignmentId, UUID incidentId, String tag) {
        return as(DISPATCHER)
                .body(Map.of("incidentId", incidentId, "incidentTag", tag, "reason", "a knife was seen there"))
                .post("/api/v1/assignments/{id}/reassignment", assignmentId)
                .then();
    }

    private static String reassignOnce(String key, UUID assignmentId, UUID incidentId, String tag) {
        return as(DISPATCHER)
                .header("Idempotency-Key", key)
                .body(Map.of("incidentId", incidentId, "incidentTag", tag, "reason", "a knife was seen there"))
                .post("/api/v1/assignments/{id}/reassignment", assignmentId)
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    /** The tag that a list names. */
    private static String listed(UUID incidentId) {
        return as(DISPATCHER)
                .get("/api/v1/incidents?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }.tag".formatted(incidentId));
    }

    private ValidatableResponse reopen() {
        return as(DISPATCHER)
                .body(Map.of("reason", "he was seen again"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then();
    }

    private ValidatableResponse shown() {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().statusCode(200);
    }

    private static void unitIs(UUID unitId, String status) {
        as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().body("status", equalTo(status));
    }
}
