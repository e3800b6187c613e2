package ma.balagh.dispatch;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assign;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which status, and which field the problem names. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class BadInputTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            POST | /units                     | {}                                                                                     | callSign
            POST | /units                     | {"callSign": "x y", "kind": "CAR", "crew": 2, "jurisdiction": "MA"}                    | callSign
            POST | /units                     | {"callSign": "X-1", "kind": "car!", "crew": 2, "jurisdiction": "MA"}                   | kind
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 0, "jurisdiction": "MA"}                    | crew
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": "two", "jurisdiction": "MA"}                | crew
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "casa"}                  | jurisdiction
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "FR"}                    | jurisdiction
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "colour": "blue"}  | colour
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "status": "ASLEEP"} | status
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "skills": ["first aid"]} | skills[0]
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "skills": [null]}  | skills[0]
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "skills": "MEDIC"} | skills
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "equipment": ["x"]} | equipment[0]
            PUT  | /units/{id}/position       | {"latitude": 91, "longitude": 0}                                                       | latitude
            PUT  | /units/{id}/position       | {"latitude": 0, "longitude": -181}                                                     | longitude
            PUT  | /units/{id}/position       | {"latitude": 0, "longitude": 0}                                                        | latitude
            PUT  | /units/{id}/position       | {"latitude": 0}                                                                        | longitude
            PUT  | /units/{id}/position       | {"latitude": 33, "longitude": -7, "at": "2999-01-01T00:00:00Z"}                          | at
            PUT  | /units/{id}/position       | {"latitude": 33, "longitude": -7, "at": "yesterday"}                                     | at
            PUT  | /units/{id}/position       | {"latitude": 33, "longitude": -7, "at": "0000-01-01T00:00:00Z"}                          | at
            PUT  | /units/{id}/status         | {}                                                                                     | status
            PUT  | /units/{id}/status         | {"status": "BUSY", "reason": "TIRED"}                                                  | reason
            PUT  | /units/{id}/shift          | {"beginsAt": "2026-11-25T08:00:00Z"}                                                   | endsAt
            PUT  | /units/{id}/home-post      | {"name": " ", "latitude": 33, "longitude": -7}                                         | name
            PUT  | /units/{id}/home-post      | {"name": "Anfa", "latitude": 91, "longitude": -7}                                      | latitude
            PUT  | /units/{id}/home-post      | {"name": "Anfa", "latitude": 33}                                                       | longitude
            POST | /units                     | {"callSign": "X-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA", "status": "BUSY"}  | status
            POST | /incidents/{id}/assignments | {}                                                                                    | unitId
            POST | /incidents/{id}/assignments | {"unitId": "UNIT-1"}                                                                  | unitId
            POST | /assignments/{id}/progress | {"status": "ARRIVED"}                                                                  | status
            POST | /assignments/{id}/progress | {"status": "ON_SCENE", "note": "a\\u0000b"}                                          | note
            POST | /incidents/{id}/outcome    | {"kind": "NOT_FOUND", "note": "a\\u0000b"}                                           | note
            POST | /incidents/{id}/referral   | {"court": "a\\ud800b", "reference": "1", "at": "2026-11-25T00:00:00Z"}               | court
            POST | /incidents/{id}/outcome    | {"kind": "ARRESTED", "note": "fait"}                                                      | persons
            POST | /incidents/{id}/outcome    | {"kind": "ARRESTED", "persons": 0, "note": "fait"}                                        | persons
            POST | /incidents/{id}/outcome    | {"kind": "NOT_FOUND", "persons": 1, "note": "fait"}                                       | persons
            POST | /incidents/{id}/outcome    | {"kind": "NOT_FOUND", "persons": -1, "note": "fait"}                                      | persons
            POST | /incidents/{id}/outcome    | {"kind": "NOT_FOUND", "note": " "}                                                     | note
            POST | /incidents/{id}/referral   | {"court": "", "reference": "1", "at": "2026-11-25T00:00:00Z"}                          | court
            POST | /incidents/{id}/referral   | {"court": "Casablanca", "reference": "1"}                                              | at
            """)
    void namesTheFieldAtFault(String method, String path, String body, String field) {
        // When
        var answer = as(DISPATCHER)
                .body(body)
                .request(
                        method,
                        "/api/v1" + path.replace("{id}", IdGenerator.next().toString()))
                .then();

        // Then
        isViolation(answer, field);
    }

    @ParameterizedTest
    @CsvSource({
        "/incidents?state=CLOSED, state",
        "/incidents?severity=5, severity",
        "/incidents?severity=high, severity",
        "/incidents?jurisdiction=casa, jurisdiction",
        "/incidents?limit=201, limit",
        "/incidents?cursor=abc, cursor",
        "/units?status=ASLEEP, status"
    })
    void namesTheParameterAtFault(String path, String parameter) {
        // When
        var answer = as(DISPATCHER).get("/api/v1" + path).then();

        // Then
        isViolation(answer, parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "?from=yesterday, from",
        "?from=2026-11-26T00:00:00Z&to=2026-11-25T00:00:00Z, to",
        "?jurisdiction=casa, jurisdiction",
        "?incidentType=LUNCH, incidentType"
    })
    void namesTheParameterOfTheClocksAtFault(String query, String parameter) {
        // When
        var answer =
                as(Story.COMMANDER).get("/api/v1/statistics/clocks" + query).then();

        // Then
        isViolation(answer, parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void refusesAReferralToComeOrBeforeAnyClock(String at) {
        // Given
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);

        // When
        var answer = as(DISPATCHER)
                .body("{\"court\": \"Casablanca\", \"reference\": \"1\", \"at\": \"%s\"}".formatted(at))
                .post("/api/v1/incidents/{id}/referral", incidentId)
                .then();

        // Then
        isViolation(answer, "at");
    }

    @Test
    void refusesWhatIsNotTheTurnOfAnIncident() {
        // Given
        var open = incident(kafka);
        var assigned = incident(kafka);
        var assignmentId = assigned(assigned, unit(callSign()));
        var over = incident(kafka);
        onScene(over, unit(callSign()));
        outcome(over, "NOT_FOUND", 0).statusCode(200);

        // When // Then
        isProblem(outcome(open, "NOT_FOUND", 0), "illegal-transition");
        isProblem(referral(open), "illegal-transition");
        isProblem(progress(assignmentId, "ON_SCENE"), "illegal-transition");
        isProblem(outcome(assigned, "NOT_FOUND", 0), "illegal-transition");
        isProblem(outcome(over, "NOT_FOUND", 0), "illegal-transition");
        isProblem(referral(over), "illegal-transition");
        isProblem(assign(over, unit(callSign())), "illegal-transition");
    }

    @Test
    void refusesATakenUnitAndAUnitOffDuty() {
        // Given
        var unitId = unit(callSign());
        assigned(incident(kafka), unitId);
        var resting = unit(callSign());
        setStatus(resting, "OFF_DUTY").statusCode(200);

        // When // Then
        isProblem(assign(incident(kafka), unitId), "unit-taken");
        isProblem(assign(incident(kafka), resting), "unit-taken");
        isProblem(setStatus(unitId, "AVAILABLE"), "unit-engaged");
        isProblem(setStatus(unitId, "OFF_DUTY"), "unit-engaged");
        isProblem(setStatus(unit(callSign()), "ON_SCENE"), "unit-engaged");
    }

    @Test
    void refusesAnIdempotencyKeyOfAnotherBody() {
        // Given
        var key = IdGenerator.next().toString();
        var first = Story.description(callSign());
        var second = Story.description(callSign());

        // When
        as(DISPATCHER).header("Idempotency-Key", key).body(first).post("/api/v1/units");
        var answer = as(DISPATCHER)
                .header("Idempotency-Key", key)
                .body(second)
                .post("/api/v1/units")
                .then();

        // Then
        answer.statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    private static ValidatableResponse setStatus(UUID unitId, String status) {
        return as(DISPATCHER)
                .body("{\"status\": \"%s\"}".formatted(status))
                .put("/api/v1/units/{id}/status", unitId)
                .then();
    }

    private static void isViolation(ValidatableResponse answer, String field) {
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/"))
                .body("violations.field", hasItem(field));
    }

    private static void isProblem(ValidatableResponse answer, String slug) {
        answer.statusCode(409).contentType("application/problem+json").body("type", equalTo("/problems/" + slug));
    }
}
