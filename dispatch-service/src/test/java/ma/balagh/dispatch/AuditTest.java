package ma.balagh.dispatch;

import static ma.balagh.dispatch.Story.AFFAIRS;
import static ma.balagh.dispatch.Story.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What the trail tells of what was done with what dispatch keeps. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class AuditTest {

    private static final String TRAIL = "/api/v1/audit?limit=200";
    private static final TestTokens AUDITOR = TestTokens.of("auditor", Roles.AUDITOR);
    private static final TestTokens PROTECTION = TestTokens.of("protection", Roles.DATA_PROTECTION_OFFICER);
    private static final TestTokens INSPECTOR = TestTokens.of("inspector", Roles.AUDITOR, Roles.INTERNAL_AFFAIRS);

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void tellsWhatWasDoneWithAnIncident() {
        // Given
        var incidentId = Story.incident(kafka);

        // When
        Story.onScene(incidentId, Story.unit(Story.callSign()));

        // Then
        of(PROTECTION, incidentId)
                .body("items.kind", hasItems("INCIDENT_OPENED", "INCIDENT_ASSIGNED", "INCIDENT_ON_SCENE"))
                .body("items.find { it.kind == 'INCIDENT_ASSIGNED' }.personName", equalTo("dispatcher"));
        of(AUDITOR.withJurisdictions("MA-RBA"), incidentId).body("items", empty());
    }

    @Test
    void tellsWhoTookFiguresAlong() {
        // Given
        var commander = TestTokens.of("commander-" + UUID.randomUUID(), Roles.COMMANDER);

        // When
        as(commander)
                .header("X-Purpose", "weekly briefing")
                .get("/api/v1/incidents/export")
                .then()
                .statusCode(200);
        as(commander)
                .body("{\"format\": \"PDF\"}")
                .post("/api/v1/statistics/desk-exports")
                .then()
                .statusCode(204);

        // Then
        as(AUDITOR)
                .queryParam("person", commander.user())
                .get(TRAIL)
                .then()
                .body("items.kind", equalTo(List.of("DESK_EXPORTED", "INCIDENTS_EXPORTED")))
                .body("items[1].purpose", equalTo("weekly briefing"));
    }

    @Test
    void tellsWhoChangedAUnit() {
        // Given
        var unitId = Story.unit(Story.callSign());

        // When
        as(Story.DISPATCHER)
                .body("{\"status\": \"OFF_DUTY\"}")
                .put("/api/v1/units/{id}/status", unitId)
                .then()
                .statusCode(200);
        as(Story.DISPATCHER)
                .body("{\"name\": \"Anfa\", \"latitude\": 33.5, \"longitude\": -7.6}")
                .put("/api/v1/units/{id}/home-post", unitId)
                .then()
                .statusCode(200);

        // Then
        of(PROTECTION, unitId)
                .body("items.kind", hasItems("UNIT_CHANGED", "UNIT_STATUS_CHANGED", "UNIT_REGISTERED"))
                .body("items.recordType", everyItem(equalTo("UNIT")))
                .body("items.personName", everyItem(equalTo(Story.DISPATCHER.user())));
        of(AUDITOR.withJurisdictions("MA-RBA"), unitId).body("items", empty());
    }

    @Test
    void tellsWhatAUnitDidOnAnAssignmentWithItsIncidentAlone() {
        // Given
        var unitId = Story.unit(Story.callSign());
        var before = of(PROTECTION, unitId).extract().path("items.size()");

        // When
        Story.onScene(Story.incident(kafka), unitId);

        // Then
        of(PROTECTION, unitId).body("items.size()", equalTo(before));
    }

    @Test
    void tellsWhoClosedARoad() {
        // Given
        String closure = """
                {"jurisdiction": "MA-CAS", "reason": "a march",
                 "geometry": {"type": "LineString", "coordinates": [[-7.61, 33.59], [-7.6, 33.6]]}}""";
        UUID id = UUID.fromString(as(Story.DISPATCHER)
                .body(closure)
                .post("/api/v1/road-closures")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        // When
        as(Story.DISPATCHER).delete("/api/v1/road-closures/{id}", id).then().statusCode(204);

        // Then
        of(PROTECTION, id).body("items.kind", equalTo(List.of("ROAD_CLOSURE_LIFTED", "ROAD_CLOSED")));
    }

    @Test
    void showsWhoReadAnInquiryToInternalAffairsAlone() {
        // Given
        var inquiryId = Story.inquiry(kafka);

        // When
        as(AFFAIRS).get("/api/v1/inquiries/{id}", inquiryId).then().statusCode(200);

        // Then
        of(AUDITOR, inquiryId).body("items", empty());
        of(INSPECTOR, inquiryId).body("items.kind", hasItems("INQUIRY_CONSULTED", "INQUIRY_OPENED"));
    }

    private static ValidatableResponse of(TestTokens reader, UUID record) {
        return as(reader).queryParam("record", record).get(TRAIL).then().statusCode(200);
    }
}
