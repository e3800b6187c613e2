package ma.balagh.dispatch.runcard;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.afterReading;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RunCardResourceTest {

    private static final AtomicInteger QUARTERS = new AtomicInteger();

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void saysWhichUnitsOfTheCardAreThere() {
        // Given
        write("MA-CAS-ANFA", "SNATCHING", 2, List.of(require("LEAD", 1), require("SEARCH", 2)))
                .statusCode(201);
        var incidentId = incident(kafka);
        classify(incidentId, "SNATCHING", 2).statusCode(200);
        assigned(incidentId, unit(callSign()));

        // When
        afterReading(incidentId)
                .body(Map.of("unitId", unit(callSign()), "role", "SEARCH"))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                .statusCode(201);

        // Then
        shown(incidentId)
                .body("runCard.cardId", notNullValue())
                .body("runCard.requirements.role", contains("LEAD", "SEARCH"))
                .body("runCard.requirements.count", contains(1, 2))
                .body("runCard.requirements.filled", contains(1, 1))
                .body("timeline.kind", hasItem("CLASSIFIED"));
    }

    @Test
    void saysWhatNobodyCanDo() {
        // Given
        var diver = Map.of("role", "SEARCH", "skills", List.of("DIVER"), "count", 1);
        write("MA-CAS", "ASSAULT", 1, List.of(require("LEAD", 1), diver)).statusCode(201);
        var incidentId = incident(kafka);

        // When
        classify(incidentId, "ASSAULT", 1).statusCode(200);

        // Then
        shown(incidentId)
                .body("shortfall", hasSize(greaterThanOrEqualTo(1)))
                .body("shortfall.find { it.role == 'SEARCH' }.missing", equalTo(1))
                .body("shortfall.find { it.role == 'SEARCH' }.reason", equalTo("NO_SUCH_UNIT"))
                .body("shortfall.find { it.role == 'SEARCH' }.nearest", empty());
    }

    @Test
    void holdsNobodyAtOneRoleWhoIsNeededAtAnother() {
        // Given one who can do both, and is the nearest, and one who can do the first alone
        var climber = Map.of("role", "LEAD", "skills", List.of("CLIMBER"), "count", 1);
        var climbingTracker = Map.of("role", "SEARCH", "skills", List.of("CLIMBER", "TRACKER"), "count", 1);
        write("MA-CAS", "ASSAULT", 3, List.of(climber, climbingTracker)).statusCode(201);
        skilled(Story.LATITUDE, "CLIMBER", "TRACKER");
        var incidentId = incident(kafka);

        // When
        classify(incidentId, "ASSAULT", 3).statusCode(200);

        // Then
        shown(incidentId)
                .body("shortfall.role", contains("SEARCH"))
                .body("shortfall.missing", contains(1))
                .body("shortfall.reason", contains("ALL_NEEDED"));

        // When
        skilled(Story.LATITUDE + 0.1, "CLIMBER");

        // Then
        shown(incidentId).body("shortfall", empty());
    }

    private static void skilled(double latitude, String... skills) {
        String id = as(DISPATCHER)
                .body(Map.of(
                        "callSign",
                        callSign(),
                        "kind",
                        "CAR",
                        "crew",
                        2,
                        "jurisdiction",
                        "MA-CAS",
                        "skills",
                        List.of(skills)))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(DISPATCHER)
                .body(Map.of("latitude", latitude, "longitude", Story.LONGITUDE))
                .put("/api/v1/units/{id}/position", id)
                .then()
                .statusCode(200);
    }

    @Test
    void saysWhoCouldComeIfNothingKeptThem() {
        // Given
        var callSign = callSign();
        var skilled = Map.of(
                "callSign",
                callSign,
                "kind",
                "CAR",
                "crew",
                2,
                "jurisdiction",
                "MA-CAS",
                "skills",
                List.of("NEGOTIATOR"));
        String id = as(DISPATCHER)
                .body(skilled)
                .post("/api/v1/units")
                .then()
                .extract()
                .path("id");
        as(DISPATCHER)
                .body(Map.of("latitude", Story.LATITUDE, "longitude", Story.LONGITUDE))
                .put("/api/v1/units/{id}/position", id)
                .then()
                .statusCode(200);
        assigned(incident(kafka), UUID.fromString(id));
        var negotiator = Map.of("role", "LEAD", "skills", List.of("NEGOTIATOR"), "count", 1);
        write("MA-CAS", "OTHER", 1, List.of(negotiator)).statusCode(201);
        var incidentId = incident(kafka);

        // When
        classify(incidentId, "OTHER", 1).statusCode(200);

        // Then
        shown(incidentId)
                .body("shortfall[0].reason", equalTo("ALL_ENGAGED"))
                .body("shortfall[0].nearest.callSign", contains(callSign))
                .body("shortfall[0].nearest.status", contains("ASSIGNED"));
    }

    @Test
    void findsWhoFitsBehindManyWhoDoNot() {
        // Given
        var medic = Map.of("role", "MEDICAL", "kinds", List.of("AMBULANCE"), "skills", List.of("SURGEON"), "count", 1);
        write("MA-CAS", "ARMED_ROBBERY", 1, List.of(medic)).statusCode(201);
        var incidentId = incident(kafka);
        var surgeon = surgeon();
        manyUnitsWhoDoNotFit();
        try {
            // When
            classify(incidentId, "ARMED_ROBBERY", 1).statusCode(200);

            // Then
            shown(incidentId).body("runCard.requirements[0].filled", equalTo(0)).body("shortfall", empty());
            as(DISPATCHER)
                    .get("/api/v1/incidents/{id}/recommendations", incidentId)
                    .then()
                    .body("items.find { it.unitId == '%s' }.role".formatted(surgeon), equalTo("MEDICAL"));
            as(DISPATCHER)
                    .body(Map.of("status", "OFF_DUTY"))
                    .put("/api/v1/units/{id}/status", surgeon)
                    .then()
                    .statusCode(200);
            shown(incidentId)
                    .body("shortfall[0].reason", equalTo("ALL_OFF_DUTY"))
                    .body("shortfall[0].nearest.unitId", contains(surgeon.toString()))
                    .body("shortfall[0].nearest[0].hindrances", contains("RESTING"));
        } finally {
            database.execute(
                    "delete from unit_position where unit_id in (select id from unit where call_sign like 'MANY-%')");
            database.execute("delete from unit where call_sign like 'MANY-%'");
        }
    }

    /** Fifty kilometres away. */
    private static UUID surgeon() {
        String id = as(DISPATCHER)
                .body(Map.of(
                        "callSign",
                        callSign(),
                        "kind",
                        "AMBULANCE",
                        "crew",
                        2,
                        "jurisdiction",
                        "MA-CAS",
                        "skills",
                        List.of("SURGEON")))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(DISPATCHER)
                .body(Map.of("latitude", Story.LATITUDE - 0.45, "longitude", Story.LONGITUDE))
                .put("/api/v1/units/{id}/position", id)
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }

    private void manyUnitsWhoDoNotFit() {
        database.execute("""
                insert into unit (id, call_sign, kind, crew, jurisdiction, status, version, created_at, updated_at)
                select uuidv7(), 'MANY-' || number, 'AMBULANCE', 2, 'MA-CAS', 'AVAILABLE', 1, now(), now()
                from generate_series(1, 250) number
                """);
        database.execute("""
                insert into unit_position (unit_id, jurisdiction, latitude, longitude, position_at,
                                           tracked_latitude, tracked_longitude, tracked_at)
                select id, jurisdiction, ?, ?, now(), 0, 0, now() from unit where call_sign like 'MANY-%'
                """, Story.LATITUDE, Story.LONGITUDE);
    }

    @Test
    void hasAStandardWhereNobodyWroteACard() {
        // Given
        var incidentId = incident(kafka);

        // When
        classify(incidentId, "THEFT", 3).statusCode(200);

        // Then
        shown(incidentId)
                .body("runCard.cardId", nullValue())
                .body("runCard.requirements.role", contains("LEAD", "SUPPORT", "CORDON"));
        classify(incidentId, "THEFT", 4).statusCode(400).body("violations.field", hasItem("alarmLevel"));
    }

    @Test
    void needsNobodyOnceItIsOver() {
        // Given
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // When // Then
        shown(incidentId).body("runCard", nullValue()).body("shortfall", empty());
        classify(incidentId, "THEFT", 1).statusCode(409);
    }

    @Test
    void refusesCardsThatAskForNothingOrForNonsense() {
        // Given
        var quarter = quarter();

        // When // Then
        write(quarter, "THEFT", 1, List.of(require("LEAD", -1)))
                .statusCode(400)
                .body("violations.field", hasItem("requirements[0].count"));
        write(quarter, "THEFT", 1, List.of()).statusCode(400).body("violations.field", hasItem("requirements"));
        write(quarter, "THEFT", 0, List.of(require("LEAD", 1)))
                .statusCode(400)
                .body("violations.field", hasItem("alarmLevel"));
        write("MA-CAS; drop", "THEFT", 1, List.of(require("LEAD", 1)))
                .statusCode(400)
                .body("violations.field", hasItem("jurisdiction"));
    }

    @Test
    void hasOneCardForATypeAndALevel() {
        // Given
        var quarter = quarter();
        String id = write(quarter, "THEFT", 1, List.of(require("LEAD", 1)))
                .statusCode(201)
                .extract()
                .path("id");

        // When // Then
        write(quarter, "THEFT", 1, List.of(require("LEAD", 2)))
                .statusCode(409)
                .body("type", equalTo("/problems/run-card-exists"));
        var anew = Map.of(
                "jurisdiction", quarter, "type", "THEFT", "alarmLevel", 1, "requirements", List.of(require("LEAD", 3)));
        as(COMMANDER)
                .header("If-Match", "\"7\"")
                .body(anew)
                .put("/api/v1/run-cards/{id}", id)
                .then()
                .statusCode(412);
        as(COMMANDER)
                .header("If-Match", "\"1\"")
                .body(anew)
                .put("/api/v1/run-cards/{id}", id)
                .then()
                .statusCode(200)
                .body("requirements.count", contains(3));
    }

    @Test
    void isReadWhereItHoldsAndChangedWhereItIs() {
        // Given
        String id = write("MA-CAS", "ARMED_ROBBERY", 3, List.of(require("LEAD", 1)))
                .statusCode(201)
                .extract()
                .path("id");
        var anfa = TestTokens.of("anfa", Roles.COMMANDER).withJurisdictions("MA-CAS-ANFA");
        var rabat = TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA");
        var own = Map.of(
                "jurisdiction",
                "MA-CAS-ANFA",
                "type",
                "ARMED_ROBBERY",
                "alarmLevel",
                3,
                "requirements",
                List.of(require("LEAD", 1)));

        // When // Then
        as(anfa).get("/api/v1/run-cards/{id}", id).then().statusCode(200);
        as(anfa).body(own).put("/api/v1/run-cards/{id}", id).then().statusCode(404);
        as(rabat).get("/api/v1/run-cards/{id}", id).then().statusCode(404);
        as(rabat).get("/api/v1/run-cards").then().body("items.id", not(hasItem(id)));
        as(anfa).body(own.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getKey().equals("jurisdiction") ? "MA-CAS" : entry.getValue())))
                .post("/api/v1/run-cards")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("jurisdiction"));
    }

    private static Map<String, Object> require(String role, int count) {
        return Map.of("role", role, "count", count);
    }

    /** A quarter that no other test has. */
    private static String quarter() {
        return "MA-CAS-Q" + QUARTERS.incrementAndGet();
    }

    private static ValidatableResponse write(
            String jurisdiction, String type, int alarmLevel, List<? extends Map<String, ?>> requirements) {
        return as(DISPATCHER)
                .body(Map.of(
                        "jurisdiction", jurisdiction,
                        "type", type,
                        "alarmLevel", alarmLevel,
                        "requirements", requirements))
                .post("/api/v1/run-cards")
                .then();
    }

    private static ValidatableResponse classify(UUID incidentId, String type, int alarmLevel) {
        return as(DISPATCHER)
                .body(Map.of("type", type, "alarmLevel", alarmLevel))
                .put("/api/v1/incidents/{id}/classification", incidentId)
                .then();
    }

    private static ValidatableResponse shown(UUID incidentId) {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().statusCode(200);
    }
}
