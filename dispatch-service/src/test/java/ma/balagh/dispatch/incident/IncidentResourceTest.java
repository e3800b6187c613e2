package ma.balagh.dispatch.incident;

import static io.restassured.RestAssured.given;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assign;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class IncidentResourceTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void goesFromTheVerdictToTheProsecutor() {
        // Given
        var incidentId = incident(kafka);
        var callSign = callSign();
        var unitId = unit(callSign);

        // When
        var assignmentId = assigned(incidentId, unitId);
        progress(assignmentId, "ACKNOWLEDGED").statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
        progress(assignmentId, "EN_ROUTE").statusCode(200);
        progress(assignmentId, "ON_SCENE").statusCode(200);
        outcome(incidentId, "ARRESTED", 2).statusCode(200).body("state", equalTo("RESOLVED"));
        referral(incidentId).statusCode(200).body("state", equalTo("REFERRED"));

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("severity", equalTo(3))
                .body("outcome.kind", equalTo("ARRESTED"))
                .body("outcome.persons", equalTo(2))
                .body("referral.court", equalTo("Casablanca"))
                .body("assignments[0].callSign", equalTo(callSign))
                .body(
                        "timeline.kind",
                        contains("OPENED", "ASSIGNED", "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "RESOLVED", "REFERRED"));
        as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().body("status", equalTo("AVAILABLE"));
        kafka.await(UnitAssigned.class, event -> event.assignmentId().equals(assignmentId));
        kafka.await(
                UnitProgressed.class,
                event -> event.assignmentId().equals(assignmentId) && event.status() == ProgressStatus.ON_SCENE);
        var resolved =
                kafka.await(IncidentResolved.class, event -> event.incidentId().equals(incidentId));
        assertThat(resolved.outcome()).isEqualTo(OutcomeKind.ARRESTED);
        assertThat(resolved.persons()).isEqualTo(2);
        kafka.await(IncidentReferred.class, event -> event.incidentId().equals(incidentId));
    }

    @Test
    void isOpenAgainWhenItsUnitIsClearedBeforeTheOutcome() {
        // Given
        var incidentId = incident(kafka);
        var first = unit(callSign());
        var second = unit(callSign());
        var assignmentId = onScene(incidentId, first);

        // When
        progress(assignmentId, "CLEARED").statusCode(200).body("active", equalTo(false));

        // Then
        as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().body("state", equalTo("OPEN"));
        as(DISPATCHER).get("/api/v1/units/{id}", first).then().body("status", equalTo("AVAILABLE"));
        assign(incidentId, second).statusCode(201);
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("state", equalTo("ASSIGNED"))
                .body("assignments", hasSize(2));
    }

    @Test
    void takesTheOutcomeAfterItsUnitHasClearedTheScene() {
        // Given
        var incidentId = incident(kafka);
        progress(onScene(incidentId, unit(callSign())), "CLEARED").statusCode(200);

        // When
        var answer = outcome(incidentId, "NOT_FOUND", 0);

        // Then
        answer.statusCode(200).body("state", equalTo("RESOLVED"));
    }

    @Test
    void letsTheUnitClearTheSceneAfterTheOutcome() {
        // Given
        var incidentId = incident(kafka);
        var unitId = unit(callSign());
        var assignmentId = onScene(incidentId, unitId);
        outcome(incidentId, "NO_OFFENCE", 0).statusCode(200);
        var next = incident(kafka);
        assign(next, unitId).statusCode(201);

        // When
        var answer = progress(assignmentId, "CLEARED");

        // Then
        answer.statusCode(200).body("status", equalTo("CLEARED"));
        as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().body("status", equalTo("ASSIGNED"));
        as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().body("state", equalTo("RESOLVED"));
    }

    @Test
    void showsAFieldUnitOnlyWhatItWasSentTo() {
        // Given
        var callSign = callSign();
        var own = incident(kafka);
        var foreign = incident(kafka);
        var ownAssignment = assigned(own, unit(callSign));
        var foreignAssignment = assigned(foreign, unit(callSign()));
        var unit = fieldUnit(callSign);

        // When
        var list = as(unit).get("/api/v1/incidents").then();

        // Then
        list.statusCode(200).body("items.id", contains(own.toString()));
        as(unit).get("/api/v1/incidents/{id}", own).then().statusCode(200);
        as(unit).get("/api/v1/incidents/{id}", foreign).then().statusCode(404);
        as(unit).body(Map.of("status", "ACKNOWLEDGED"))
                .post("/api/v1/assignments/{id}/progress", ownAssignment)
                .then()
                .statusCode(200);
        as(unit).body(Map.of("status", "ACKNOWLEDGED"))
                .post("/api/v1/assignments/{id}/progress", foreignAssignment)
                .then()
                .statusCode(404);
    }

    @Test
    void hidesFromAFieldUnitWhoElseIsOnItsIncident() {
        // Given: it was there, and another one has taken over
        var callSign = callSign();
        var incidentId = incident(kafka);
        progress(onScene(incidentId, unit(callSign)), "CLEARED").statusCode(200);
        assigned(incidentId, unit(callSign()));
        var unit = fieldUnit(callSign);

        // When
        var view = as(unit).get("/api/v1/incidents/{id}", incidentId).then();
        var list = as(unit).get("/api/v1/incidents").then();

        // Then
        view.statusCode(200)
                .body("assignments.callSign", contains(callSign))
                .body("timeline.kind", contains("OPENED", "ASSIGNED", "EN_ROUTE", "ON_SCENE", "CLEARED"));
        list.statusCode(200)
                .body("items[0].id", equalTo(incidentId.toString()))
                .body("items[0].assignments", hasSize(0));
    }

    @Test
    void refusesEveryChangeByWhoeverHasReadAnOlderVersion() {
        // Given
        var incidentId = incident(kafka);
        var etag = as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).header("ETag");
        var first = Map.of("unitId", unit(callSign()));

        // When
        String assignmentId = as(DISPATCHER)
                .header("If-Match", etag)
                .body(first)
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        var incidents = "/api/v1/incidents/" + incidentId;
        var outcome = Map.of("kind", "NOT_FOUND", "persons", 0, "note", "told by radio");
        var referral = Map.of(
                "court",
                "Casablanca",
                "reference",
                "2026/1",
                "at",
                Instant.now().toString());
        assertThat(stale(etag, incidents + "/assignments", Map.of("unitId", unit(callSign()))))
                .isEqualTo(412);
        assertThat(stale(etag, "/api/v1/assignments/" + assignmentId + "/progress", Map.of("status", "EN_ROUTE")))
                .isEqualTo(412);
        assertThat(stale(etag, incidents + "/outcome", outcome)).isEqualTo(412);
        assertThat(stale(etag, incidents + "/referral", referral)).isEqualTo(412);
    }

    @Test
    void sendsNobodyForADispatcherWhoDoesNotSayWhatWasRead() {
        // Given
        var incidentId = incident(kafka);

        // When
        as(DISPATCHER)
                .body(Map.of("unitId", unit(callSign())))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                // Then
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/match-required"));
    }

    private static int stale(String etag, String path, Map<String, ?> command) {
        return as(DISPATCHER).header("If-Match", etag).body(command).post(path).statusCode();
    }

    @Test
    void filtersByStateSeverityAndJurisdiction() {
        // Given
        var incidentId = incident(kafka);

        // When
        var found = as(OFFICER)
                .get("/api/v1/incidents?state=OPEN&severity=3&jurisdiction=MA-CAS&limit=200")
                .then();

        // Then
        found.statusCode(200).body("items.id", hasItem(incidentId.toString()));
        as(OFFICER)
                .get("/api/v1/incidents?jurisdiction=MA-RBA")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as(OFFICER).get("/api/v1/incidents?severity=1").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void listsSeveralStatesAtOnce() {
        var incidentId = incident(kafka).toString();
        as(OFFICER)
                .get("/api/v1/incidents?state=RESOLVED&state=OPEN&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(incidentId));
        as(OFFICER)
                .get("/api/v1/incidents?state=RESOLVED&state=REFERRED&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(incidentId)));
    }

    @Test
    void countsTheIncidentsThatAreNotOver() {
        // When
        incident(kafka);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(matchesPattern("(?s).*balagh_incidents_open [1-9].*"))
                        .body(matchesPattern("(?s).*balagh_incidents_oldest_unassigned_age_seconds \\d.*")));
    }
}
