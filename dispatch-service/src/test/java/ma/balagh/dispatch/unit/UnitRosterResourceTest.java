package ma.balagh.dispatch.unit;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class UnitRosterResourceTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void plansAShiftAndCancelsIt() {
        // Given
        var id = unit(callSign());

        // When
        var planned = plan(id, NOW.plusSeconds(3600), NOW.plusSeconds(7200));

        // Then
        planned.statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("shift.beginsAt", equalTo(NOW.plusSeconds(3600).toString()))
                .body("hindrances", contains("OFF_SHIFT"));
        as(DISPATCHER)
                .delete("/api/v1/units/{id}/shift", id)
                .then()
                .statusCode(200)
                .body("shift", nullValue())
                .body("hindrances", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, PT1H, endsAt",
        "PT2H, PT1H, endsAt",
        "PT1H, PT26H, endsAt",
        "PT-3H, PT-1H, endsAt",
        "P400D, P400DT8H, beginsAt"
    })
    void refusesAShiftThatNobodyMeans(Duration begins, Duration ends, String field) {
        // When
        var answer = plan(unit(callSign()), NOW.plus(begins), NOW.plus(ends));

        // Then
        answer.statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void keepsAHomePost() {
        // Given
        var id = unit(callSign());

        // When
        var moved = as(DISPATCHER)
                .body(Map.of("name", "Poste Anfa", "latitude", 33.59, "longitude", -7.64))
                .put("/api/v1/units/{id}/home-post", id)
                .then();

        // Then
        moved.statusCode(200).body("home.name", equalTo("Poste Anfa")).body("home.latitude", equalTo(33.59f));
        as(DISPATCHER)
                .delete("/api/v1/units/{id}/home-post", id)
                .then()
                .statusCode(200)
                .body("home", nullValue());
    }

    @Test
    void changesTheRosterOnlyInTheVersionThatWasRead() {
        // Given
        var id = unit(callSign());
        plan(id, NOW, NOW.plusSeconds(3600)).statusCode(200);

        // When
        var stale = as(DISPATCHER)
                .header("If-Match", "\"1\"")
                .delete("/api/v1/units/{id}/shift", id)
                .then();

        // Then
        stale.statusCode(412);
    }

    @Test
    void letsAUnitSayThatItIsBusyAndWhy() {
        // Given
        var callSign = callSign();
        var id = unit(callSign);
        var crew = fieldUnit(callSign);

        // When
        var busy = as(crew).body(Map.of("status", "BUSY", "reason", "BREAK"))
                .put("/api/v1/units/{id}/status", id)
                .then();

        // Then
        busy.statusCode(200).body("status", equalTo("BUSY")).body("busyReason", equalTo("BREAK"));
        as(crew).get("/api/v1/units?status=BUSY").then().body("items.callSign", contains(callSign));
        as(crew).body(Map.of("status", "AVAILABLE"))
                .put("/api/v1/units/{id}/status", id)
                .then()
                .statusCode(200)
                .body("busyReason", nullValue());
    }

    @Test
    void showsSinceWhenAUnitWorksAndHowLongItRests() {
        // Given
        var id = unit(callSign());

        // When
        var off = as(DISPATCHER)
                .body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", id)
                .then();

        // Then
        off.statusCode(200)
                .body("onDutySince", nullValue())
                .body("restsUntil", notNullValue())
                .body("hindrances", contains("RESTING"));
    }

    @Test
    void changesNothingOfAnotherJurisdiction() {
        // Given
        var id = unit(callSign());
        var rabat = TestTokens.of("rabat", Roles.DISPATCHER).withJurisdictions("MA-RBA");

        // Then
        as(rabat).delete("/api/v1/units/{id}/shift", id).then().statusCode(404);
        as(rabat).delete("/api/v1/units/{id}/home-post", id).then().statusCode(404);
    }

    private static ValidatableResponse plan(UUID id, Instant begins, Instant ends) {
        return as(DISPATCHER)
                .body(Map.of("beginsAt", begins.toString(), "endsAt", ends.toString()))
                .put("/api/v1/units/{id}/shift", id)
                .then();
    }
}
