package ma.balagh.dispatch.help;

import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.analysis.WeaponKind;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.dispatch.escalation.Policies;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class HelpRequestResourceTest {

    private static final TestTokens CASABLANCA =
            TestTokens.of("casablanca", Roles.DISPATCHER).withJurisdictions("MA-CAS");

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    /** Each test has a neighbour of its own, so that none sees another's help. */
    private final String neighbour = "MA-" + callSign().substring(6, 14);

    private final TestTokens neighbours =
            TestTokens.of("neighbour", Roles.DISPATCHER).withJurisdictions(neighbour);

    @Test
    void sendsNoUnitOfAnotherJurisdictionWithoutHelp() {
        // Given
        var callSign = callSign();
        var unitId = neighbouringUnit(callSign);
        var incidentId = incident(kafka);

        // When: somebody who does not see the unit, and somebody who leads both
        var unseen = assign(CASABLANCA, incidentId, unitId);
        var seen = assign(Story.DISPATCHER, incidentId, unitId);

        // Then
        unseen.statusCode(404);
        seen.statusCode(409).body("type", equalTo("/problems/help-not-granted"));
        recommended(incidentId).body("items.callSign", not(hasItem(callSign)));
    }

    @Test
    void sendsAUnitWhileHelpIsGrantedAndSaysSo() {
        // Given
        var callSign = callSign();
        var unitId = neighbouringUnit(callSign);
        var incidentId = incident(kafka);

        // When
        granted(null);

        // Then
        as(CASABLANCA).get("/api/v1/units/{id}", unitId).then().statusCode(200);
        recommended(incidentId)
                .body("items.find { it.callSign == '%s' }.reasons.code".formatted(callSign), hasItem("MUTUAL_AID"));
        assign(CASABLANCA, incidentId, unitId).statusCode(201);
    }

    @Test
    void letsOnlyTheCrewThatHelpsWorkOnTheIncident() {
        // Given
        var callSign = callSign();
        var unitId = neighbouringUnit(callSign);
        var incidentId = incident(kafka);
        var crew = fieldUnit(callSign).withJurisdictions(neighbour);
        as(crew).get("/api/v1/incidents/{id}", incidentId).then().statusCode(404);
        granted(null);

        // When
        String assignmentId = assign(CASABLANCA, incidentId, unitId).extract().path("id");

        // Then
        as(crew).get("/api/v1/incidents").then().body("items.id", contains(incidentId.toString()));
        as(crew).body(Map.of("status", "EN_ROUTE"))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then()
                .statusCode(200);
        as(CASABLANCA).get("/api/v1/incidents/{id}", incidentId).then().body("state", equalTo("EN_ROUTE"));
        as(neighbours).get("/api/v1/incidents/{id}", incidentId).then().statusCode(404);
        as(fieldUnit(callSign()).withJurisdictions(neighbour))
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .statusCode(404);
    }

    @Test
    void takesWhatTheCrewThatHelpedTellsLateBesideTheNextIncident() {
        // Given: the crew leaves, has no network, and the dossier's next incident is none of its business
        var callSign = callSign();
        var unitId = neighbouringUnit(callSign);
        var dossierId = IdGenerator.next();
        var verdict = Story.verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        kafka.publish(verdict);
        var incidentId = Story.incidentOf(dossierId);
        granted(null);
        String assignmentId = assign(CASABLANCA, incidentId, unitId).extract().path("id");
        var left = Instant.now();
        var there = left.plusMillis(1);
        kafka.publish(new VerdictWithdrawn(dossierId, verdict.verdictId(), Instant.now()));
        kafka.publish(Story.verdict(dossierId, Verdict.PRESUMED_OFFENCE));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        database.one(Long.class, "select count(*) from incident where dossier_id = ?", dossierId) == 2);

        // When
        tells(callSign, assignmentId, "EN_ROUTE", left).statusCode(200);
        tells(callSign, assignmentId, "ON_SCENE", there).statusCode(200);

        // Then
        as(CASABLANCA).get("/api/v1/incidents/{id}", incidentId).then().body("state", equalTo("CANCELLED"));
    }

    private ValidatableResponse tells(String callSign, String assignmentId, String status, Instant at) {
        return as(fieldUnit(callSign).withJurisdictions(neighbour))
                .body(Map.of("status", status, "at", at.toString()))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then();
    }

    @Test
    void tellsTheCrewThatHelpsOfTheWeaponAndGoesByTheTerritorysClock() {
        // Given: an incident in a territory with a policy of its own, and a crew that does not see it
        var territory = Policies.territory();
        Policies.put(territory, Policies.everywhere(1777, List.of())).statusCode(200);
        var callSign = callSign();
        var unitId = neighbouringUnit(callSign);
        var dossierId = IdGenerator.next();
        var facts = new OffenceFacts(OffenceKind.ARMED_ROBBERY, null, 2, 1, null, WeaponKind.KNIFE, null, true);
        kafka.publish(Policies.verdict(dossierId, territory).with(facts, null, null, null, 1));
        var incidentId = Story.incidentOf(dossierId);
        granted(null);
        String assignmentId = assign(CASABLANCA, incidentId, unitId).extract().path("id");

        // When
        var crew = fieldUnit(callSign).withJurisdictions(neighbour);
        as(crew).body(Map.of("status", "EN_ROUTE"))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then()
                .statusCode(200);

        // Then
        as(crew).get("/api/v1/incidents/{id}", incidentId).then().body("facts.weapon", equalTo("KNIFE"));
        assertThat(database.one(Long.class, """
                        select extract(epoch from target_at - started_at)::bigint from incident_stage
                        where incident_id = ? and stage = 'EN_ROUTE_TO_ON_SCENE'
                        """, incidentId)).isEqualTo(1777);
    }

    @Test
    void leavesAUnitWhereItIsWhenHelpEnds() {
        // Given
        var callSign = callSign();
        var unitId = neighbouringUnit(callSign);
        var incidentId = incident(kafka);
        var requestId = granted(null);
        String assignmentId = assign(CASABLANCA, incidentId, unitId).extract().path("id");

        // When
        as(CASABLANCA)
                .post("/api/v1/help-requests/{id}/end", requestId)
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"));

        // Then
        as(CASABLANCA).get("/api/v1/units/{id}", unitId).then().statusCode(404);
        as(fieldUnit(callSign).withJurisdictions(neighbour))
                .body(Map.of("status", "CLEARED"))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then()
                .statusCode(200);
        as(neighbours).get("/api/v1/units/{id}", unitId).then().body("status", equalTo("AVAILABLE"));
        assign(CASABLANCA, incidentId, unitId).statusCode(404);
    }

    @Test
    void lendsTheOneUnitThatWasGranted() {
        // Given
        var granted = neighbouringUnit(callSign());
        var other = neighbouringUnit(callSign());

        // When
        granted(granted);

        // Then
        as(CASABLANCA).get("/api/v1/units/{id}", granted).then().statusCode(200);
        as(CASABLANCA).get("/api/v1/units/{id}", other).then().statusCode(404);
        as(CASABLANCA)
                .body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", granted)
                .then()
                .statusCode(403);
    }

    @Test
    void showsARequestToBothSidesAndLetsTheOneThatIsAskedAnswerOnce() {
        // Given
        var requestId = asked();

        // Then
        as(neighbours).get("/api/v1/help-requests?state=ASKED").then().body("items.id", contains(requestId.toString()));
        as(CASABLANCA)
                .body("{}")
                .post("/api/v1/help-requests/{id}/grant", requestId)
                .then()
                .statusCode(403);
        as(TestTokens.of("elsewhere", Roles.DISPATCHER).withJurisdictions("XA"))
                .get("/api/v1/help-requests/{id}", requestId)
                .then()
                .statusCode(404);
        as(neighbours)
                .post("/api/v1/help-requests/{id}/refusal", requestId)
                .then()
                .statusCode(200)
                .body("answeredBy", equalTo("neighbour"));
        as(neighbours)
                .body("{}")
                .post("/api/v1/help-requests/{id}/grant", requestId)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/help-not-open"));
        as(CASABLANCA).post("/api/v1/help-requests/{id}/end", requestId).then().statusCode(409);
        as(neighbours).get("/api/v1/help-requests?state=GRANTED").then().body("items", empty());
    }

    @Test
    void grantsNoUnitOfSomebodyElse() {
        as(neighbours)
                .body(Map.of("unitId", unit(callSign())))
                .post("/api/v1/help-requests/{id}/grant", asked())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("unitId"));
    }

    @ParameterizedTest
    @CsvSource({
        "asking, MA-RBA, asking",
        "asking, casa, asking",
        "asked, MA-CAS-ANFA, asked",
        "asked, MA, asked",
        "until, 2026-01-01T00:00:00Z, until",
        "until, 2999-01-01T00:00:00Z, until",
        "reason, ' ', reason"
    })
    void refusesARequestThatMakesNoSense(String field, String value, String fault) {
        // Given
        var request = request();
        request.put(field, value);

        // When
        var answer = as(CASABLANCA).body(request).post("/api/v1/help-requests").then();

        // Then
        answer.statusCode(400).body("violations.field", hasItem(fault));
    }

    private Map<String, Object> request() {
        var request = new HashMap<String, Object>();
        request.put("asking", "MA-CAS");
        request.put("asked", neighbour);
        request.put("reason", "match at the stadium");
        request.put("until", Instant.now().plus(Duration.ofHours(4)).toString());
        return request;
    }

    private UUID asked() {
        String id = as(CASABLANCA)
                .body(request())
                .post("/api/v1/help-requests")
                .then()
                .statusCode(201)
                .body("state", equalTo("ASKED"))
                .extract()
                .path("id");
        assertThat(id).isNotNull();
        return UUID.fromString(id);
    }

    private UUID granted(@Nullable UUID unitId) {
        var requestId = asked();
        as(neighbours)
                .body(unitId == null ? Map.of() : Map.of("unitId", unitId))
                .post("/api/v1/help-requests/{id}/grant", requestId)
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"));
        return requestId;
    }

    private UUID neighbouringUnit(String callSign) {
        String id = as(neighbours)
                .body(Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", neighbour))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private static ValidatableResponse assign(TestTokens dispatcher, UUID incidentId, UUID unitId) {
        var tag = as(dispatcher).get("/api/v1/incidents/{id}", incidentId).header("ETag");
        return as(dispatcher)
                .header("If-Match", tag)
                .body(Map.of("unitId", unitId))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then();
    }

    private static ValidatableResponse recommended(UUID incidentId) {
        return as(CASABLANCA)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then()
                .statusCode(200);
    }
}
