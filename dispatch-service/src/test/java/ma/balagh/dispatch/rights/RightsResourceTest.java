package ma.balagh.dispatch.rights;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RightsResourceTest {

    private static final List<String> OF_AN_ADULT =
            List.of("RIGHTS_READ", "FAMILY_INFORMED", "DOCTOR_OFFERED", "LAWYER_OFFERED");

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @SuppressWarnings("NullAway.Init") // set before each test
    TestTokens crew;

    @SuppressWarnings("NullAway.Init") // set before each test
    String crewName;

    @BeforeEach
    void arrive() {
        var callSign = callSign();
        incidentId = incident(kafka);
        onScene(incidentId, unit(callSign));
        crew = fieldUnit(callSign);
        crewName = callSign.toLowerCase(Locale.ROOT);
    }

    @Test
    void showsTheCommanderWhatIsMissingUntilAllIsDone() {
        // Given
        outcome(incidentId, "ARRESTED", 1).statusCode(200).body("missingRights", equalTo(4));
        as(COMMANDER)
                .get("/api/v1/incidents?missingRights=true&limit=200")
                .then()
                .body("items.id", hasItem(incidentId.toString()));

        // When
        OF_AN_ADULT.forEach(duty -> done(crew, 1, duty).statusCode(200));

        // Then
        as(COMMANDER).get("/api/v1/incidents/{id}", incidentId).then().body("missingRights", equalTo(0));
        as(COMMANDER)
                .get("/api/v1/incidents?missingRights=true&limit=200")
                .then()
                .body("items.id", not(hasItem(incidentId.toString())));
        as(COMMANDER)
                .get("/api/v1/incidents/{id}/rights", incidentId)
                .then()
                .body("persons[0].missing", empty())
                .body("persons[0].duties.duty", equalTo(OF_AN_ADULT))
                .body("persons[0].duties[0].by", equalTo(crewName));
    }

    @Test
    void numbersPeopleWhileTheUnitIsStillThere() {
        // When
        person(crew, 1, "{\"minor\": false}").statusCode(200);
        person(crew, 2, "{\"minor\": true}")
                .statusCode(200)
                .body("persons[1].missing", hasItem("GUARDIAN_INFORMED"))
                .body("missing", equalTo(9));
        person(crew, 4, "{\"minor\": false}").statusCode(404);

        // Then
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200).body("missingRights", equalTo(0));
    }

    @Test
    void notesWhatIsToldTwiceOnce() {
        // Given
        person(crew, 1, "{\"minor\": true}").statusCode(200);
        var at = "{\"done\": true, \"at\": \"%s\"}".formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS));

        // When
        duty(crew, 1, "RIGHTS_READ", at).statusCode(200);
        duty(crew, 1, "RIGHTS_READ", at).statusCode(200);
        done(DISPATCHER, 1, "RIGHTS_READ").statusCode(200);
        person(crew, 1, "{\"minor\": true}").statusCode(200).body("history", hasSize(2));
    }

    @Test
    void refusesWhatIsToldOfAnotherChecklistThanTheOneRead() {
        // Given
        String read =
                as(DISPATCHER).get("/api/v1/incidents/{id}/rights", incidentId).header("ETag");
        String now = person(crew, 1, "{\"minor\": true}").extract().header("ETag");

        // When // Then
        done(read, "RIGHTS_READ").statusCode(412);
        done(now, "RIGHTS_READ").statusCode(200);
        as(DISPATCHER)
                .header("If-Match", now)
                .body("{\"minor\": false}")
                .post("/api/v1/incidents/{id}/rights", incidentId)
                .then()
                .statusCode(412);
    }

    private ValidatableResponse done(String tag, String duty) {
        return as(DISPATCHER)
                .header("If-Match", tag)
                .body("{\"done\": true}")
                .put("/api/v1/incidents/{id}/rights/{person}/{duty}", incidentId, 1, duty)
                .then();
    }

    @Test
    void correctsWithAReasonAndKeepsTheHistory() {
        // Given
        person(crew, 1, "{\"minor\": true}").statusCode(200);
        done(crew, 1, "GUARDIAN_INFORMED").statusCode(200);

        // When
        duty(crew, 1, "GUARDIAN_INFORMED", "{\"done\": false}")
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        person(DISPATCHER, 1, "{\"minor\": false}").statusCode(400);
        duty(crew, 1, "GUARDIAN_INFORMED", "{\"done\": false, \"reason\": \"it was an uncle\"}")
                .statusCode(200)
                .body("persons[0].missing", hasItem("GUARDIAN_INFORMED"));
        person(DISPATCHER, 1, "{\"minor\": false, \"reason\": \"papers seen\"}")
                .statusCode(200)
                .body("persons[0].missing", equalTo(OF_AN_ADULT));

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("timeline[-5].kind", equalTo("ON_SCENE"))
                .body("timeline[-4].rights.minor", equalTo(true))
                .body("timeline[-3].kind", equalTo("RIGHTS_TOLD"))
                .body("timeline[-3].by", equalTo(crewName))
                .body("timeline[-3].at", notNullValue())
                .body("timeline[-3].rights.person", equalTo(1))
                .body("timeline[-3].rights.duty", equalTo("GUARDIAN_INFORMED"))
                .body("timeline[-2].rights.done", equalTo(false))
                .body("timeline[-2].note", equalTo("it was an uncle"))
                .body("timeline[-1].by", equalTo("dispatcher"))
                .body("timeline[-1].rights.minor", equalTo(false));
        as(crew).get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("timeline.rights.findAll { it != null }", hasSize(4));
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}/rights", incidentId)
                .then()
                .body("history.reason.findAll { it != null }", contains("it was an uncle", "papers seen"));
        done(crew, 1, "GUARDIAN_INFORMED").statusCode(409);
    }

    @Test
    void followsACorrectedOutcome() {
        // Given
        outcome(incidentId, "ARRESTED", 2).statusCode(200).body("missingRights", equalTo(8));

        // When
        as(DISPATCHER)
                .body("""
                        {"outcome": {"kind": "ARRESTED", "persons": 1, "note": "one of them"},
                         "reason": "counted a witness"}""")
                .post("/api/v1/incidents/{id}/outcome/corrections", incidentId)
                .then()
                .statusCode(200)
                .body("missingRights", equalTo(4));

        // Then
        done(crew, 2, "RIGHTS_READ").statusCode(404);
    }

    @Test
    void staysWithWhoWasArrestedWhileOthersAreLookedFor() {
        // Given
        outcome(incidentId, "ARRESTED", 2).statusCode(200).body("missingRights", equalTo(8));
        var until = heldUntil();
        assertThat(until).isNotNull();

        // When
        as(DISPATCHER)
                .body(Map.of("reason", "a third one was seen"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then()
                .statusCode(200);

        // Then: what they are owed can be told, and their time runs on
        done(crew, 2, "RIGHTS_READ").statusCode(200).body("missing", equalTo(7)).body("persons.size()", equalTo(2));
        assertThat(heldUntil()).isEqualTo(until);

        // When
        outcome(incidentId, "ARRESTED", 3).statusCode(200).body("missingRights", equalTo(11));

        // Then
        assertThat(heldUntil()).isEqualTo(until);
    }

    @Test
    void countsWhoWasToldOfOnceTheOutcomeIsTakenBack() {
        // Given
        person(crew, 1, "{\"minor\": false}").statusCode(200);
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200).body("missingRights", equalTo(0));

        // When // Then
        as(DISPATCHER)
                .body(Map.of("reason", "somebody is in the car"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then()
                .statusCode(200)
                .body("missingRights", equalTo(4));
    }

    @Test
    void countsFromTheFirstStatementOfAnArrestThatWasTakenBackByMistake() {
        // Given
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
        var until = heldUntil();

        // When
        correct("NOT_FOUND", 0);

        // Then
        assertThat(heldUntil()).isNull();

        // When
        correct("ARRESTED", 1);

        // Then
        assertThat(heldUntil()).isNotNull().isEqualTo(until);

        // When: others are looked for, and the outcome after that is mistaken, too
        reopen();
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);
        assertThat(heldUntil()).isNull();
        correct("ARRESTED", 2);

        // Then
        assertThat(heldUntil()).isEqualTo(until);
    }

    @Test
    void countsAnewForWhoIsArrestedAfterAnArrestThatWasNone() {
        // Given
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
        var until = heldUntil();
        correct("NOT_FOUND", 0);
        reopen();
        assertThat(heldUntil()).isNull();

        // When
        outcome(incidentId, "IDENTIFIED_AT_LARGE", 1).statusCode(200);
        correct("ARRESTED", 1);

        // Then
        assertThat(heldUntil()).isNotNull().isNotEqualTo(until);
    }

    private void correct(String kind, int persons) {
        as(DISPATCHER)
                .body(Map.of(
                        "outcome",
                        Map.of("kind", kind, "persons", persons, "note", "told by radio"),
                        "reason",
                        "misheard on the radio"))
                .post("/api/v1/incidents/{id}/outcome/corrections", incidentId)
                .then()
                .statusCode(200);
    }

    private void reopen() {
        as(DISPATCHER)
                .body(Map.of("reason", "somebody was seen"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then()
                .statusCode(200);
    }

    private @Nullable String heldUntil() {
        return as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .extract()
                .path("clocks.find { it.stage == 'OUTCOME_TO_REFERRED' }.targetAt");
    }

    @Test
    void knowsNoArrestBeforeAUnitIsThere() {
        // Given
        incidentId = incident(kafka);

        // When // Then
        person(DISPATCHER, 1, "{\"minor\": false}").statusCode(409);
    }

    @Test
    void numbersTwoPersonsWhomTwoTellOfAtOnceAndNoneTwice() {
        // When
        add(crew, "crew-1", false).statusCode(200).body("persons.person", contains(1));
        add(DISPATCHER, "desk-1", true).statusCode(200).body("persons.person", contains(1, 2));
        add(crew, "crew-1", false).statusCode(200).body("persons.person", contains(1));

        // Then
        as(crew).get("/api/v1/incidents/{id}/rights", incidentId)
                .then()
                .body("persons.minor", contains(false, true))
                .body("history", hasSize(2));
    }

    @Test
    void addsNobodyToThoseWhomTheOutcomeCounts() {
        // Given
        outcome(incidentId, "ARRESTED", 1).statusCode(200);

        // When // Then
        add(crew, "crew-1", false).statusCode(409);
    }

    @Test
    void isHiddenFromOtherUnits() {
        add(fieldUnit(callSign()), "crew-2", false).statusCode(404);
        person(fieldUnit(callSign()), 1, "{\"minor\": false}").statusCode(404);
        as(fieldUnit(callSign()))
                .get("/api/v1/incidents/{id}/rights", incidentId)
                .then()
                .statusCode(404);
    }

    @Test
    void refusesTimesThatCannotBe() {
        // Given
        person(crew, 1, "{\"minor\": false}").statusCode(200);

        // When // Then
        duty(crew, 1, "RIGHTS_READ", "{\"done\": true, \"at\": \"2099-01-01T00:00:00.000Z\"}")
                .statusCode(400);
        duty(crew, 1, "RIGHTS_READ", "{\"done\": true, \"at\": \"2020-01-01T00:00:00.000Z\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_EARLY"));
        person(crew, 0, "{\"minor\": false}").statusCode(400);
        person(crew, 1, "{}").statusCode(400);
        duty(crew, 1, "COFFEE_OFFERED", "{\"done\": true}").statusCode(404);
    }

    private ValidatableResponse add(TestTokens by, String key, boolean minor) {
        return as(by).header("Idempotency-Key", key)
                .body(Map.of("minor", minor))
                .post("/api/v1/incidents/{id}/rights", incidentId)
                .then();
    }

    private ValidatableResponse person(TestTokens by, int person, String report) {
        return as(by).body(report)
                .put("/api/v1/incidents/{id}/rights/{person}", incidentId, person)
                .then();
    }

    private ValidatableResponse done(TestTokens by, int person, String duty) {
        return duty(by, person, duty, "{\"done\": true}");
    }

    private ValidatableResponse duty(TestTokens by, int person, String duty, String report) {
        return as(by).body(report)
                .put("/api/v1/incidents/{id}/rights/{person}/{duty}", incidentId, person, duty)
                .then();
    }
}
