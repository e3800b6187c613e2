package ma.balagh.dispatch.change;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.planned;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.roadClosure;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ChangeResourceTest {

    @Inject
    Database database;

    @Inject
    ChangePoller poller;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void tellsOfAnAssignmentAsOneChange() throws Exception {
        // Given
        var incidentId = incident(kafka);
        var unitId = unit(callSign());
        try (var follower = EventFollower.of(COMMANDER, null)) {
            // When
            var assignmentId = assigned(incidentId, unitId);

            // Then
            var told = follower.await(event -> event.names("incidents", incidentId));
            assertThat(told.name()).isEqualTo("change");
            assertThat(told.ids("incidents")).containsExactly(incidentId);
            assertThat(told.ids("assignments")).containsExactly(assignmentId);
            assertThat(told.ids("units")).containsExactly(unitId);
            assertThat(JsonPath.from(told.data()).getString("at")).endsWith("Z");
        }
    }

    @Test
    void endsOnceItsFollowerHasGone() throws Exception {
        // Given
        await().until(() -> poller.followers() == 0);

        // When
        EventFollower.of(COMMANDER, null).close();

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> poller.followers() == 0);
    }

    @Test
    void goesOnWhereTheFollowerLeft() throws Exception {
        // Given
        var first = unit(callSign());
        var second = unit(callSign());
        String left;
        try (var follower = EventFollower.of(DISPATCHER, null)) {
            dismiss(first);
            left = follower.await(event -> event.names("units", first)).id();
        }

        // When
        dismiss(second);

        // Then
        try (var follower = EventFollower.of(DISPATCHER, left)) {
            assertThat(follower.next().ids("units")).doesNotContain(first).contains(second);
        }
    }

    @Test
    void tellsWhatChangedAfterThePositionThatWasRead() throws Exception {
        // Given
        var before = unit(callSign());
        var after = unit(callSign());
        dismiss(before);
        String position = as(COMMANDER)
                .get("/api/v1/incidents/events/position")
                .then()
                .statusCode(200)
                .extract()
                .path("position");

        // When
        dismiss(after);

        // Then
        try (var follower = EventFollower.of(COMMANDER, position)) {
            assertThat(follower.next().ids("units")).doesNotContain(before).contains(after);
        }
    }

    @Test
    void tellsAFieldUnitOnlyWhatConcernsIt() throws Exception {
        // Given
        var own = callSign();
        var ownId = unit(own);
        var foreignId = unit(callSign());
        var foreignIncident = incident(kafka);
        var ownIncident = incident(kafka);
        var ownAssignment = assigned(ownIncident, ownId);
        try (var follower = EventFollower.of(fieldUnit(own), null);
                var everything = EventFollower.of(DISPATCHER, null)) {
            // When
            assigned(foreignIncident, foreignId);
            progress(ownAssignment, "EN_ROUTE").statusCode(200);

            // Then
            everything.await(event -> event.names("incidents", foreignIncident));
            var told = follower.next();
            assertThat(told.ids("incidents")).containsExactly(ownIncident);
            assertThat(told.ids("units")).containsExactly(ownId);
        }
    }

    @Test
    void tellsACrewNothingOfANamesakeBelowItsTerritory() throws Exception {
        // Given
        var callSign = callSign();
        var own = unit(callSign, "MA-CAS");
        var namesake = unit(callSign, "MA-CAS-ANFA");
        var namesakesIncident = incident(kafka);
        var namesakesAssignment = assigned(namesakesIncident, namesake);
        try (var follower = EventFollower.of(fieldUnit(callSign).withJurisdictions("MA-CAS"), null);
                var everything = EventFollower.of(DISPATCHER, null)) {
            // When
            progress(namesakesAssignment, "EN_ROUTE").statusCode(200);
            as(DISPATCHER)
                    .body(Map.of("latitude", 33.57, "longitude", -7.62))
                    .put("/api/v1/units/{id}/position", namesake)
                    .then()
                    .statusCode(200);
            everything.await(
                    event -> event.name().equals("positions") && event.data().contains(namesake.toString()));
            dismiss(own);

            // Then
            var told = follower.next();
            assertThat(told.name()).isEqualTo("change");
            assertThat(told.ids("units")).containsExactly(own);
            assertThat(told.ids("incidents")).isEmpty();
        }
    }

    @Test
    void followsTheUnitToWhichTheCallSignPasses() throws Exception {
        // Given
        var callSign = callSign();
        var first = unit(callSign);
        try (var follower = EventFollower.of(fieldUnit(callSign), null)) {
            // When
            as(DISPATCHER)
                    .body(Map.of("callSign", callSign(), "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS"))
                    .put("/api/v1/units/{id}", first)
                    .then()
                    .statusCode(200);
            var second = unit(callSign);
            dismiss(first);
            dismiss(second);

            // Then
            follower.await(event -> event.names("units", second));
        }
    }

    @Test
    void endsOnceACrewMayBeOfSeveralUnits() throws Exception {
        // Given
        var callSign = callSign();
        unit(callSign, "MA-CAS-ANFA");
        try (var follower = EventFollower.of(fieldUnit(callSign), null)) {
            // When
            unit(callSign, "MA-CAS-MAARIF");

            // Then
            follower.awaitEnd();
        }
    }

    @Test
    void namesAPlannedUnitToDesksAlone() throws Exception {
        // Given
        var onIt = callSign();
        var incidentId = incident(kafka);
        assigned(incidentId, unit(onIt));
        var busyId = unit(callSign());
        assigned(incident(kafka), busyId);
        try (var crew = EventFollower.of(fieldUnit(onIt), null);
                var desk = EventFollower.of(DISPATCHER, null)) {
            // When
            planned(incidentId, busyId).statusCode(201);

            // Then
            var told = desk.await(event -> event.names("units", busyId));
            assertThat(told.ids("incidents")).containsExactly(incidentId);
            assertThat(crew.await(event -> event.names("incidents", incidentId)).ids("units"))
                    .isEmpty();
        }
    }

    @Test
    void tellsNothingOfAnotherJurisdiction() throws Exception {
        // Given
        var elsewhere = TestTokens.of("elsewhere", Roles.DISPATCHER).withJurisdictions("XA");
        var unitId = unit(callSign());
        try (var stranger = EventFollower.of(elsewhere, null);
                var follower = EventFollower.of(DISPATCHER, null)) {
            // When
            dismiss(unitId);

            // Then
            follower.await(event -> event.names("units", unitId));
            var after = IdGenerator.next();
            note("XA", after);
            assertThat(stranger.next().ids("incidents")).containsExactly(after);
        }
    }

    @Test
    void tellsBothTerritoriesOfAUnitThatMovesBetweenThem() throws Exception {
        // Given
        var callSign = callSign();
        var unitId = unit(callSign);
        var rabat = TestTokens.of("rabat", Roles.DISPATCHER).withJurisdictions("MA-RAB");
        var casablanca = TestTokens.of("casablanca", Roles.DISPATCHER).withJurisdictions("MA-CAS");
        try (var there = EventFollower.of(rabat, null);
                var here = EventFollower.of(casablanca, null)) {
            // When
            database.execute("update unit set jurisdiction = 'MA-RAB' where id = ?", unitId);

            // Then
            there.await(event -> event.names("units", unitId));
            here.await(event -> event.names("units", unitId));
        }
    }

    @Test
    void tellsDesksOfAClosedRoadAndCrewsNot() throws Exception {
        // Given
        var own = callSign();
        var ownId = unit(own);
        try (var crew = EventFollower.of(fieldUnit(own), null);
                var follower = EventFollower.of(DISPATCHER, null)) {
            // When
            var closureId = roadClosure();

            // Then
            var told = follower.await(event -> event.names("closures", closureId));
            assertThat(told.ids("incidents")).isEmpty();

            // When
            as(DISPATCHER)
                    .header("If-Match", "\"1\"")
                    .delete("/api/v1/road-closures/{id}", closureId)
                    .then()
                    .statusCode(204);

            // Then
            follower.await(event -> event.names("closures", closureId));
            dismiss(ownId);
            assertThat(crew.next().ids("units")).containsExactly(ownId);
        }
    }

    @Test
    void tellsWhereUnitsMoveOnceForEachSample() throws Exception {
        // Given
        var unitId = unit(callSign());
        try (var follower = EventFollower.of(DISPATCHER, null)) {
            // When
            as(DISPATCHER)
                    .body(Map.of("latitude", 33.58, "longitude", -7.61))
                    .put("/api/v1/units/{id}/position", unitId)
                    .then()
                    .statusCode(200);

            // Then
            var told = follower.await(
                    event -> event.name().equals("positions") && event.data().contains(unitId.toString()));
            assertThat(told.data()).contains("\"latitude\":33.58", "\"longitude\":-7.61");
            assertThat(database.list(UUID.class, "select unit_id from desk_change where unit_id = ?", unitId))
                    .as("a position is no row of its own")
                    .hasSize(1);
        }
    }

    @Test
    void endsWithTheToken() throws Exception {
        var shortly = DISPATCHER.expiringIn(Duration.ofSeconds(3));
        try (var follower = EventFollower.of(shortly, null)) {
            follower.awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1:2", "2:1:", "1:3:2,1", "1:2:x", "'; drop table unit"})
    void refusesAnIdThatIsNone(String id) {
        as(DISPATCHER)
                .header("Last-Event-ID", id)
                .get("/api/v1/incidents/events")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("Last-Event-ID"));
    }

    @Test
    void saysWhenAPartIsErased() throws Exception {
        // Given
        String left;
        try (var follower = EventFollower.of(DISPATCHER, null)) {
            left = follower.lastId();
        }
        database.execute(
                "insert into desk_change (jurisdiction, incident_id, changed_at) values ('XA', ?, now() - interval '2 h')",
                IdGenerator.next());
        erasure.erase();

        // Then
        try (var follower = EventFollower.of(DISPATCHER, left)) {
            var told = follower.next();
            assertThat(told.name()).isEqualTo("reset");
            assertThat(told.id()).isNotEqualTo(left);
        }
    }

    @Test
    void saysWhenThePositionIsOfAnotherHistory() throws Exception {
        try (var follower = EventFollower.of(DISPATCHER, "900000000000:900000000000:")) {
            assertThat(follower.next().name()).isEqualTo("reset");
        }
    }

    @Inject
    ChangeErasureScheduler erasure;

    private static void dismiss(UUID unitId) {
        as(DISPATCHER)
                .body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", unitId)
                .then()
                .statusCode(200);
    }

    private void note(String jurisdiction, UUID incidentId) {
        database.execute("insert into desk_change (jurisdiction, incident_id) values (?, ?)", jurisdiction, incidentId);
    }
}
