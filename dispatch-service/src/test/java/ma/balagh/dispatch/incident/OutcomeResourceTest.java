package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class OutcomeResourceTest {

    private static final String ARREST_WITH_DETAILS = """
            {"kind": "ARRESTED", "persons": 2, "note": "both ran into a dead end",
             "seized": [{"kind": "WEAPON", "description": "kitchen knife", "count": 1}],
             "injured": [{"role": "VICTIM", "count": 1}, {"role": "OFFICER", "count": 2}],
             "arrests": [{"person": 1, "reference": "PV 120/2026"}, {"person": 2, "reference": "PV 121/2026"}]}""";

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void arrive() {
        incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
    }

    @Test
    void keepsWhatWasSeizedWhoWasInjuredAndUnderWhichReference() {
        // When
        tell(ARREST_WITH_DETAILS).statusCode(200);

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("outcomeStatements", hasSize(1))
                .body("outcomeStatements[0].reason", nullValue())
                .body("outcomeStatements[0].details.seized[0].description", equalTo("kitchen knife"))
                .body("outcomeStatements[0].details.injured.role", contains("VICTIM", "OFFICER"))
                .body("outcomeStatements[0].details.injured.count", contains(1, 2))
                .body("outcomeStatements[0].details.arrests.reference", contains("PV 120/2026", "PV 121/2026"));
    }

    @Test
    void correctsAnOutcomeAndKeepsWhatItWas() {
        // Given
        tell(ARREST_WITH_DETAILS).statusCode(200);
        String told = as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .extract()
                .path("outcome.at");

        // When
        correct("{\"kind\": \"ARRESTED\", \"persons\": 1, \"note\": \"the other one was a witness\"}")
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("outcome.persons", equalTo(1))
                .body("outcome.at", equalTo(told))
                .body("outcome.correctedAt", notNullValue());

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("outcomeStatements.persons", contains(2, 1))
                .body("outcomeStatements[1].reason", equalTo("counted a witness as well"))
                .body("outcomeStatements[1].by", equalTo("officer"))
                .body("timeline.kind", hasItem("OUTCOME_CORRECTED"));
        var event = kafka.await(
                IncidentResolved.class,
                resolved -> resolved.incidentId().equals(incidentId) && resolved.correctedAt() != null);
        assertThat(event.outcome()).isEqualTo(OutcomeKind.ARRESTED);
        assertThat(event.persons()).isEqualTo(1);
        assertThat(event.correctedAt()).isAfterOrEqualTo(event.resolvedAt());
    }

    @Test
    void correctsOnceForOneKey() {
        // Given
        tell(ARREST_WITH_DETAILS).statusCode(200);
        var key = IdGenerator.next().toString();

        // When
        for (int i = 0; i < 2; i++) {
            as(OFFICER)
                    .header("Idempotency-Key", key)
                    .body(correction("{\"kind\": \"NOT_FOUND\", \"note\": \"they were witnesses\"}"))
                    .post("/api/v1/incidents/{id}/outcome/corrections", incidentId)
                    .then()
                    .statusCode(200);
        }

        // Then
        as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().body("outcomeStatements", hasSize(2));
    }

    @Test
    void correctsNothingThatWasNotTold() {
        correct("{\"kind\": \"NOT_FOUND\", \"note\": \"nobody there\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void leavesSomebodyKnownAfterAReferral() {
        // Given
        outcome(incidentId, "ARRESTED", 2).statusCode(200);
        referral(incidentId).statusCode(200);

        // When // Then
        correct("{\"kind\": \"NOT_FOUND\", \"note\": \"nobody there\"}").statusCode(409);
        correct("{\"kind\": \"IDENTIFIED_AT_LARGE\", \"persons\": 1, \"note\": \"released\"}")
                .statusCode(200)
                .body("state", equalTo("REFERRED"))
                .body("referral.court", equalTo("Casablanca"));
    }

    @Test
    void correctsNothingWithoutAReason() {
        // Given
        outcome(incidentId, "ARRESTED", 2).statusCode(200);

        // When // Then
        as(OFFICER)
                .body("{\"outcome\": {\"kind\": \"NOT_FOUND\", \"note\": \"nobody there\"}, \"reason\": \"  \"}")
                .post("/api/v1/incidents/{id}/outcome/corrections", incidentId)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seized[0].count       | "seized": [{"kind": "PHONE", "description": "black phone", "count": 0}]
            seized[0].description | "seized": [{"kind": "PHONE", "description": "", "count": 1}]
            injured[0].count      | "injured": [{"role": "VICTIM", "count": -1}]
            injured               | "injured": [{"role": "VICTIM", "count": 1}, {"role": "VICTIM", "count": 2}]
            arrests               | "arrests": [{"person": 3, "reference": "PV 1"}]
            arrests               | "arrests": [{"person": 1, "reference": "PV 1"}, {"person": 1, "reference": "PV 2"}]
            arrests[0].reference  | "arrests": [{"person": 1, "reference": "Mohammed Alami"}]
            arrests[0].person     | "arrests": [{"person": 0, "reference": "PV 1"}]
            """)
    void refusesDetailsThatDoNotFit(String field, String details) {
        tell("{\"kind\": \"ARRESTED\", \"persons\": 2, \"note\": \"arrested\", %s}".formatted(details))
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void refusesAReferenceOfAnArrestWhereNobodyWasArrested() {
        tell("{\"kind\": \"NOT_FOUND\", \"note\": \"gone\", \"arrests\": [{\"person\": 1, \"reference\": \"PV 1\"}]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("arrests"));
    }

    private ValidatableResponse tell(String report) {
        return as(OFFICER)
                .body(report)
                .post("/api/v1/incidents/{id}/outcome", incidentId)
                .then();
    }

    private ValidatableResponse correct(String report) {
        return as(OFFICER)
                .body(correction(report))
                .post("/api/v1/incidents/{id}/outcome/corrections", incidentId)
                .then();
    }

    private static String correction(String report) {
        return "{\"outcome\": %s, \"reason\": \"counted a witness as well\"}".formatted(report);
    }
}
