package ma.balagh.dispatch.unit;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.description;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class UnitResourceTest {

    @Test
    void enlistsAUnitAndShowsIt() {
        // Given
        var callSign = callSign();

        // When
        var created =
                as(DISPATCHER).body(description(callSign)).post("/api/v1/units").then();

        // Then
        String id = created.statusCode(201).extract().path("id");
        created.header("Location", endsWith("/api/v1/units/" + id));
        as(DISPATCHER)
                .get("/api/v1/units/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("callSign", equalTo(callSign))
                .body("status", equalTo("AVAILABLE"))
                .body("position", nullValue());
    }

    @Test
    void keepsSkillsAndEquipmentUntilTheyAreDescribedAnew() {
        // Given
        var described = new HashMap<>(description(callSign()));
        described.put("skills", List.of("PURSUIT", "MEDIC", "MEDIC"));
        described.put("equipment", List.of("DEFIBRILLATOR"));
        String id = as(DISPATCHER).body(described).post("/api/v1/units").path("id");

        // When
        described.remove("skills");
        described.put("equipment", List.of());
        var changed =
                as(DISPATCHER).body(described).put("/api/v1/units/{id}", id).then();

        // Then
        changed.statusCode(200).body("skills", contains("MEDIC", "PURSUIT")).body("equipment", empty());
    }

    @Test
    void refusesACallSignThatIsTaken() {
        // Given
        var taken = callSign();
        unit(taken);
        var other = unit(callSign());

        // When
        var created =
                as(DISPATCHER).body(description(taken)).post("/api/v1/units").then();
        var renamed = as(DISPATCHER)
                .body(description(taken))
                .put("/api/v1/units/{id}", other)
                .then();

        // Then
        created.statusCode(409).body("type", equalTo("/problems/call-sign-taken"));
        renamed.statusCode(409).body("type", equalTo("/problems/call-sign-taken"));
    }

    @Test
    void saysNothingOfCallSignsInOtherJurisdictions() {
        // Given: units of jurisdictions that this dispatcher does not see, above and beside
        var taken = callSign();
        unit(taken);
        var rabat = Map.of("callSign", taken, "kind", "CAR", "crew", 2, "jurisdiction", "MA-RBA");
        var anfa = Map.of("callSign", taken, "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS-ANFA");
        var other = callSign();

        // When
        var beside = as(TestTokens.of("rabat", Roles.DISPATCHER).withJurisdictions("MA-RBA"))
                .body(rabat)
                .post("/api/v1/units")
                .then();
        var district = TestTokens.of("anfa", Roles.DISPATCHER).withJurisdictions("MA-CAS-ANFA");
        String id = as(district)
                .body(Map.of("callSign", other, "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS-ANFA"))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var renamed = as(district).body(anfa).put("/api/v1/units/{id}", id).then();

        // Then
        beside.statusCode(201).body("callSign", equalTo(taken));
        renamed.statusCode(200).body("callSign", equalTo(taken));
        as(fieldUnit(taken).withJurisdictions("MA-CAS-ANFA"))
                .get("/api/v1/units")
                .then()
                .body("items.id", equalTo(List.of(id)));
    }

    @Test
    void changesOnlyTheVersionThatTheDispatcherHasRead() {
        // Given
        var callSign = callSign();
        var id = unit(callSign);
        var larger = Map.of("callSign", callSign, "kind", "VAN", "crew", 5, "jurisdiction", "MA-CAS");

        // When
        var fresh = as(DISPATCHER)
                .header("If-Match", "\"1\"")
                .body(larger)
                .put("/api/v1/units/{id}", id)
                .then();
        var stale = as(DISPATCHER)
                .header("If-Match", "\"1\"")
                .body(larger)
                .put("/api/v1/units/{id}", id)
                .then();

        // Then
        fresh.statusCode(200).header("ETag", equalTo("\"2\"")).body("crew", equalTo(5));
        stale.statusCode(412);
    }

    @Test
    void passesOverAPositionOlderThanTheKnownOne() {
        // Given
        var id = unit(callSign());
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        moveTo(id, 33.6, now.minusSeconds(10)).statusCode(200);

        // When
        var late = moveTo(id, 33.1, now.minusSeconds(60));

        // Then
        late.statusCode(200).body("position.latitude", equalTo(33.6f));
        moveTo(id, 33.6005, now.minusSeconds(5)).body("position.latitude", equalTo(33.6005f));
    }

    @Test
    void showsAFieldUnitItselfOnly() {
        // Given
        var callSign = callSign();
        var own = unit(callSign);
        var other = unit(callSign());
        var crew = fieldUnit(callSign);

        // When
        var list = as(crew).get("/api/v1/units").then();

        // Then
        list.statusCode(200).body("items.callSign", contains(callSign));
        as(crew).get("/api/v1/units/{id}", own).then().statusCode(200);
        as(crew).get("/api/v1/units/{id}", other).then().statusCode(404);
        as(crew).body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", own)
                .then()
                .statusCode(200)
                .body("status", equalTo("OFF_DUTY"));
        as(crew).body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", other)
                .then()
                .statusCode(404);
        as(crew).body(Map.of("latitude", 33.5, "longitude", -7.6))
                .put("/api/v1/units/{id}/position", other)
                .then()
                .statusCode(404);
    }

    @Test
    void pagesThroughUnitsNewestFirst() {
        // Given
        var older = unit(callSign());
        var newer = unit(callSign());

        // When
        var first = as(DISPATCHER).get("/api/v1/units?limit=1").then().statusCode(200);
        String next = first.extract().path("next");
        var second = as(DISPATCHER)
                .queryParam("cursor", next)
                .get("/api/v1/units?limit=1")
                .then()
                .statusCode(200);

        // Then
        first.body("items.id", contains(newer.toString()));
        second.body("items.id", contains(older.toString()));
    }

    private static ValidatableResponse moveTo(UUID id, double latitude, Instant at) {
        return as(DISPATCHER)
                .body(Map.of("latitude", latitude, "longitude", -7.6, "at", at.toString()))
                .put("/api/v1/units/{id}/position", id)
                .then();
    }
}
