package ma.balagh.dispatch.road;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Closures without an extract of the roads: they are kept and shown, and say that times do not know of them. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RoadClosureResourceTest {

    private static final Map<String, Object> GEOMETRY =
            Map.of("type", "LineString", "coordinates", List.of(List.of(-7.61, 33.59), List.of(-7.6, 33.6)));

    @Test
    void closesARoadAndLiftsTheClosure() {
        // When
        var created = close(closure());
        String id = created.statusCode(201).extract().path("id");

        // Then
        created.header("Location", endsWith("/api/v1/road-closures/" + id))
                .header("ETag", equalTo("\"1\""))
                .body("reason", equalTo("a march"))
                .body("closedBy", equalTo("dispatcher"))
                .body("geometry.coordinates[0][0]", equalTo(-7.61f))
                .body("changesTimes", equalTo(false));
        as(COMMANDER).get("/api/v1/road-closures?limit=200").then().body("items.id", hasItem(id));

        // When
        var stale = as(COMMANDER)
                .header("If-Match", "\"7\"")
                .delete("/api/v1/road-closures/{id}", id)
                .then();
        var lifted = as(COMMANDER)
                .header("If-Match", "\"1\"")
                .delete("/api/v1/road-closures/{id}", id)
                .then();

        // Then
        stale.statusCode(412);
        lifted.statusCode(204);
        as(DISPATCHER).get("/api/v1/road-closures/{id}", id).then().statusCode(404);
        as(DISPATCHER).get("/api/v1/road-closures?limit=200").then().body("items.id", not(hasItem(id)));
        as(COMMANDER)
                .delete("/api/v1/road-closures/{id}", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/closure-over"));
    }

    @Test
    void answersTheSameKeyWithTheSameClosure() {
        // Given
        var key = IdGenerator.next().toString();

        // When
        String first = as(DISPATCHER)
                .header("Idempotency-Key", key)
                .body(closure())
                .post("/api/v1/road-closures")
                .path("id");
        String second = as(DISPATCHER)
                .header("Idempotency-Key", key)
                .body(closure())
                .post("/api/v1/road-closures")
                .path("id");

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void hidesClosuresFromOtherJurisdictions() {
        // Given
        var id = Story.roadClosure();
        var rabat = TestTokens.of("rabat", Roles.DISPATCHER).withJurisdictions("MA-RBA");

        // When // Then
        as(rabat).get("/api/v1/road-closures/{id}", id).then().statusCode(404);
        as(rabat).delete("/api/v1/road-closures/{id}", id).then().statusCode(404);
        as(rabat).get("/api/v1/road-closures").then().body("items.size()", equalTo(0));
        as(rabat)
                .body(closure())
                .post("/api/v1/road-closures")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("NOT_YOUR_JURISDICTION"));
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertViolation(Map.of("reason", ""), "reason", "REQUIRED");
        assertViolation(Map.of("reason", "x".repeat(501)), "reason", "TOO_LONG");
        assertViolation(Map.of("jurisdiction", "casa"), "jurisdiction", "NOT_A_JURISDICTION");
        assertViolation(Map.of("until", Instant.now().minusSeconds(60).toString()), "until", "TOO_EARLY");
        assertViolation(Map.of("until", "tomorrow"), "until", "MALFORMED");
        assertViolation(Map.of("geometry", "here"), "geometry.type", "NOT_ONE_OF");
        assertViolation(Map.of("geometry", Map.of("type", "Polygon")), "geometry.coordinates", "MALFORMED");
        assertViolation(Map.of("colour", "red"), "colour", "UNKNOWN_FIELD");
    }

    @Test
    void asksForTheGeometryWhereItIsNull() {
        as(DISPATCHER)
                .body("{\"jurisdiction\": \"MA-CAS\", \"reason\": \"a march\", \"geometry\": null}")
                .post("/api/v1/road-closures")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("geometry")))
                .body("violations.code", equalTo(List.of("REQUIRED")));
    }

    private static void assertViolation(Map<String, Object> change, String field, String code) {
        var body = closure();
        body.putAll(change);
        close(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
    }

    private static ValidatableResponse close(Map<String, Object> closure) {
        return as(DISPATCHER).body(closure).post("/api/v1/road-closures").then();
    }

    private static Map<String, Object> closure() {
        return new HashMap<>(Map.of("jurisdiction", "MA-CAS", "reason", "a march", "geometry", GEOMETRY));
    }
}
