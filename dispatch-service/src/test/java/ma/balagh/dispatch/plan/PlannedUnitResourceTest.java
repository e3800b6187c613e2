package ma.balagh.dispatch.plan;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assign;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.plan.FreeTimeCalculator.PastEngagement;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PlannedUnitResourceTest {

    @Inject
    Database database;

    @Inject
    EngagementRepository engagements;

    @Inject
    ServiceWorkRunner serviceWork;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    private final String callSign = callSign();

    @Test
    void showsABusyUnitAsTheNextUntilItIsSent() {
        // Given
        var unitId = unit(callSign);
        var first = assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);

        // When
        plan(incidentId, unitId, "SEARCH")
                .statusCode(201)
                .body("callSign", equalTo(callSign))
                .body("role", equalTo("SEARCH"))
                .body("plannedBy", equalTo("dispatcher"))
                .body("status", equalTo("ASSIGNED"))
                .body("ready", equalTo(false));

        // Then
        shown(incidentId)
                .body("planned.callSign", contains(callSign))
                .body("planned.ready", contains(false))
                .body("assignments", empty())
                .body("timeline.kind", hasItem("PLANNED"));
        listed(incidentId, "planned.callSign", contains(callSign));
        shownUnit(unitId).body("nextIncidentId", equalTo(incidentId.toString()));

        // When
        progress(first, "CLEARED").statusCode(200);

        // Then
        shown(incidentId)
                .body("planned.ready", contains(true))
                .body("planned.freeInSeconds", contains(0))
                .body("assignments", empty());
        listed(incidentId, "planned.ready", contains(true));

        // When
        assign(incidentId, unitId).statusCode(201);

        // Then
        shown(incidentId)
                .body("planned", empty())
                .body("assignments.unitId", contains(unitId.toString()))
                .body("timeline.kind", not(hasItem("PLAN_ENDED")));
        shownUnit(unitId).body("nextIncidentId", nullValue());
    }

    @Test
    void endsWhenTheUnitIsSentElsewhere() {
        // Given
        var unitId = unit(callSign);
        var first = assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        plan(incidentId, unitId).statusCode(201);
        progress(first, "CLEARED").statusCode(200);

        // When
        assigned(incident(kafka), unitId);

        // Then
        shown(incidentId)
                .body("planned", empty())
                .body("timeline.find { it.kind == 'PLAN_ENDED' }.callSign", equalTo(callSign))
                .body("timeline.find { it.kind == 'PLAN_ENDED' }.by", equalTo("balagh"));
        plan(incident(kafka), unitId).statusCode(201);
    }

    @Test
    void endsWhenTheUnitIsReassignedThereAtOnce() {
        // Given
        var unitId = unit(callSign);
        var first = assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        plan(incidentId, unitId).statusCode(201);
        String tag = as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).header("ETag");

        // When
        as(DISPATCHER)
                .body(Map.of("incidentId", incidentId, "incidentTag", tag, "reason", "graver"))
                .post("/api/v1/assignments/{id}/reassignment", first)
                .then()
                .statusCode(201);

        // Then
        shown(incidentId).body("planned", empty()).body("assignments.unitId", contains(unitId.toString()));
    }

    @Test
    void endsWithTheIncident() {
        // Given
        var unitId = unit(callSign);
        assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        plan(incidentId, unitId).statusCode(201);

        // When
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // Then
        shown(incidentId).body("planned", empty()).body("timeline.kind", hasItems("PLANNED", "PLAN_ENDED"));
        plan(incidentId, unitId).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void isWithdrawnOnce() {
        // Given
        var unitId = unit(callSign);
        assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        plan(incidentId, unitId).statusCode(201);

        // When
        withdraw(DISPATCHER, incidentId, unitId).statusCode(204);

        // Then
        withdraw(DISPATCHER, incidentId, unitId).statusCode(404);
        shown(incidentId)
                .body("planned", empty())
                .body("timeline.find { it.kind == 'PLAN_ENDED' }.by", equalTo("dispatcher"));
    }

    @Test
    void refusesWhoIsFreeOffDutyOnItOrPlanned() {
        // Given
        var incidentId = incident(kafka);
        var other = incident(kafka);
        var free = unit(callSign());
        var off = unit(callSign());
        as(DISPATCHER)
                .body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", off)
                .then()
                .statusCode(200);
        var onIt = unit(callSign());
        assigned(incidentId, onIt);
        plan(other, onIt).statusCode(201);

        // When // Then
        plan(incidentId, free).statusCode(409).body("type", equalTo("/problems/unit-not-busy"));
        plan(incidentId, off).statusCode(409).body("type", equalTo("/problems/unit-not-busy"));
        plan(incidentId, onIt).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        plan(other, onIt).statusCode(409).body("type", equalTo("/problems/unit-planned"));
        plan(incident(kafka), onIt).statusCode(409).body("type", equalTo("/problems/unit-planned"));
        plan(incidentId, IdGenerator.next()).statusCode(404);
        as(DISPATCHER)
                .body("{}")
                .post("/api/v1/incidents/{id}/planned-units", incidentId)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("unitId"));
    }

    @Test
    void holdsWhatWasReadAgainstThePlan() {
        // Given
        var unitId = unit(callSign);
        assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        plan(incidentId, unitId).statusCode(201);

        // When // Then
        as(DISPATCHER)
                .header("If-Match", "\"1\"")
                .delete("/api/v1/incidents/{id}/planned-units/{unit}", incidentId, unitId)
                .then()
                .statusCode(412);
    }

    @Test
    void isHiddenFromElsewhereAndFromCrews() {
        // Given
        var unitId = unit(callSign);
        var onIt = assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        var colleague = callSign();
        var colleagueId = unit(colleague);
        assigned(incidentId, colleagueId);
        plan(incidentId, unitId).statusCode(201);
        var rabat = TestTokens.of("rabat", Roles.DISPATCHER).withJurisdictions("MA-RBA");

        // When // Then
        as(rabat)
                .body(Map.of("unitId", unitId))
                .post("/api/v1/incidents/{id}/planned-units", incidentId)
                .then()
                .statusCode(404);
        withdraw(rabat, incidentId, unitId).statusCode(404);
        withdraw(COMMANDER, incidentId, unitId).statusCode(403);
        as(COMMANDER).get("/api/v1/incidents/{id}", incidentId).then().body("planned.callSign", contains(callSign));
        as(fieldUnit(colleague))
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .statusCode(200)
                .body("planned", empty())
                .body(not(containsString(callSign)));
        as(fieldUnit(callSign))
                .get("/api/v1/units/{id}", unitId)
                .then()
                .statusCode(200)
                .body("nextIncidentId", nullValue());
        as(fieldUnit(callSign)).get("/api/v1/incidents/{id}", incidentId).then().statusCode(404);
        assertThat(onIt).isNotNull();
    }

    @Test
    void plansAUnitForOneOfManyIncidentsAtOnce() throws Exception {
        // Given
        var unitId = unit(callSign);
        assigned(incident(kafka), unitId);
        var incidents = Stream.generate(() -> incident(kafka)).limit(6).toList();
        var start = new CountDownLatch(1);

        // When
        List<Integer> answers;
        try (var dispatchers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = incidents.stream()
                    .map(incidentId -> dispatchers.submit(() -> {
                        start.await();
                        return plan(incidentId, unitId).extract().statusCode();
                    }))
                    .toList();
            start.countDown();
            answers = new ArrayList<>();
            for (var each : running) {
                answers.add(each.get());
            }
        }

        // Then
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(database.one(Long.class, "select count(*) from planned_unit where unit_id = ?", unitId))
                .isEqualTo(1);
        assertThat(database.one(
                        Long.class,
                        "select count(*) from assignment where unit_id = ? and released_at is null",
                        unitId))
                .isEqualTo(1);
    }

    @Test
    void offersBusyUnitsAsTheNext() {
        // Given
        var busy = unit(callSign);
        onScene(incident(kafka), busy);
        var incidentId = incident(kafka);

        // When // Then
        recommended(incidentId, busy, "stackable", equalTo(true));
        recommended(incidentId, busy, "available", equalTo(false));
        recommended(incidentId, busy, "reasons.code", hasItem("UNIT_ON_SCENE"));
        recommended(incidentId, busy, "basis", notNullValue());
        plan(incidentId, busy).statusCode(201);
        recommended(incidentId, busy, "stackable", equalTo(false));
        recommended(incidentId, busy, "reasons.code", hasItem("PLANNED_HERE"));
        recommended(incident(kafka), busy, "reasons.code", hasItem("PLANNED_ELSEWHERE"));
    }

    @Test
    void knowsHowLongUnitsWereAway() {
        // Given: twenty minutes, ten of them on the scene; and one that was called back
        var territory = "MA-CAS-ANFA-" + callSign.substring(6);
        var done = onScene(incident(kafka), unit(callSign, territory));
        progress(done, "CLEARED").statusCode(200);
        lasted(done);
        var calledBack = assigned(incident(kafka), unit(callSign(), territory));
        as(DISPATCHER)
                .body(Map.of("reason", "not needed"))
                .post("/api/v1/assignments/{id}/stand-down", calledBack)
                .then()
                .statusCode(200);

        // When
        var past = QuarkusTransaction.requiringNew()
                .call(() ->
                        serviceWork.call(() -> engagements.past(Instant.now().minus(Duration.ofHours(1)), 5_000)));

        // Then
        assertThat(past)
                .filteredOn(each -> each.jurisdiction().equals(territory))
                .containsExactlyInAnyOrder(
                        new PastEngagement(territory, UnitStatus.ASSIGNED, 1200),
                        new PastEngagement(territory, UnitStatus.EN_ROUTE, 900),
                        new PastEngagement(territory, UnitStatus.ON_SCENE, 600));
    }

    private void lasted(UUID assignmentId) {
        database.execute("""
                update assignment
                set assigned_at = released_at - interval '20 minutes', en_route_at = released_at - interval '15 minutes',
                    on_scene_at = released_at - interval '10 minutes'
                where id = ?
                """, assignmentId);
    }

    @Test
    void tellsDesksOfTheIncidentWhenItsNextUnitIsFree() {
        // Given
        var unitId = unit(callSign);
        var first = assigned(incident(kafka), unitId);
        var incidentId = incident(kafka);
        plan(incidentId, unitId).statusCode(201);
        long before = changes(incidentId);

        // When
        progress(first, "CLEARED").statusCode(200);

        // Then
        assertThat(changes(incidentId)).isGreaterThan(before);
    }

    private long changes(UUID incidentId) {
        return database.one(Long.class, "select count(*) from desk_change where incident_id = ?", incidentId);
    }

    private static void recommended(UUID incidentId, UUID unitId, String field, Matcher<?> matcher) {
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then()
                .statusCode(200)
                .body("items.find { it.unitId == '%s' }.%s".formatted(unitId, field), matcher);
    }

    private static ValidatableResponse plan(UUID incidentId, UUID unitId) {
        return as(DISPATCHER)
                .body(Map.of("unitId", unitId))
                .post("/api/v1/incidents/{id}/planned-units", incidentId)
                .then();
    }

    private static ValidatableResponse plan(UUID incidentId, UUID unitId, String role) {
        return as(DISPATCHER)
                .body(Map.of("unitId", unitId, "role", role))
                .post("/api/v1/incidents/{id}/planned-units", incidentId)
                .then();
    }

    private static ValidatableResponse withdraw(TestTokens person, UUID incidentId, UUID unitId) {
        return as(person)
                .delete("/api/v1/incidents/{id}/planned-units/{unit}", incidentId, unitId)
                .then();
    }

    private static ValidatableResponse shown(UUID incidentId) {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().statusCode(200);
    }

    private static ValidatableResponse shownUnit(UUID unitId) {
        return as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().statusCode(200);
    }

    private static void listed(UUID incidentId, String field, Matcher<?> matcher) {
        as(DISPATCHER)
                .get("/api/v1/incidents?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.%s".formatted(incidentId, field), matcher);
    }
}
