package ma.balagh.dispatch.joint;

import static java.util.Objects.requireNonNull;
import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a territory of its own, in which nobody else opens incidents. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class JointAssignmentResourceTest {

    private static final String JOINT = "/api/v1/incidents/joint-assignment?jurisdiction={jurisdiction}";

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    private final Database database;

    JointAssignmentResourceTest(Database database) {
        this.database = database;
    }

    @Test
    void proposesTheAssignmentOfLeastTimeBesideTheNearestForEach() {
        // Given
        var territory = "MA-J1";
        var west = unit(territory, LONGITUDE - 0.010);
        var east = unit(territory, LONGITUDE + 0.030);
        var first = incident(territory, LONGITUDE);
        var second = incident(territory, LONGITUDE - 0.025);

        // When
        var proposal = as(COMMANDER).get(JOINT, territory).then().statusCode(200);

        // Then
        proposal.body("assignments.find { it.incidentId == '%s' }.unitId".formatted(first), equalTo(east.toString()))
                .body("assignments.find { it.incidentId == '%s' }.unitId".formatted(second), equalTo(west.toString()))
                .body(
                        "greedyAssignments.find { it.incidentId == '%s' }.unitId".formatted(first),
                        equalTo(west.toString()))
                .body("coverage", nullValue())
                .body("basis", equalTo("STRAIGHT_LINE"))
                .body("unserved", empty());
        JsonPath json = proposal.extract().jsonPath();
        assertThat(json.getDouble("weightedSeconds")).isLessThan(json.getDouble("greedyWeightedSeconds"));
        assertThat(json.getLong("responseSeconds"))
                .isEqualTo(json.getList("assignments.estimatedSeconds", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(json.getLong("responseSeconds")).isLessThan(json.getLong("greedyResponseSeconds"));
    }

    @Test
    void assignsAsProposedWithTheTagOfTheProposal() {
        // Given
        var territory = "MA-J2";
        var unit = unit(territory, LONGITUDE);
        var incident = incident(territory, LONGITUDE);
        String tag = as(DISPATCHER)
                .get(JOINT, territory)
                .then()
                .statusCode(200)
                .extract()
                .path("assignments[0].incidentTag");

        // When
        var answer = as(DISPATCHER)
                .header("If-Match", requireNonNull(tag))
                .body(Map.of("unitId", unit))
                .post("/api/v1/incidents/{id}/assignments", incident)
                .then();

        // Then
        answer.statusCode(201);
        as(DISPATCHER).get(JOINT, territory).then().body("assignments", empty()).body("unserved", empty());
    }

    @Test
    void saysToWhichIncidentNobodyWouldBeSent() {
        // Given
        var territory = "MA-J3";
        var alone = incident(territory, LONGITUDE);
        var somewhere = incident(territory, null);

        // When
        var proposal = as(DISPATCHER).get(JOINT, territory).then().statusCode(200);

        // Then
        proposal.body("assignments", empty())
                .body("unserved.find { it.incidentId == '%s' }.cause".formatted(alone), equalTo("NO_UNIT"))
                .body("unserved.find { it.incidentId == '%s' }.cause".formatted(somewhere), equalTo("PLACE_UNKNOWN"));
    }

    @Test
    void tellsTheCoverageAndWhoShouldMoveUpOnceEnoughIsKnown() {
        // Given
        var territory = "MA-J4";
        unit(territory, LONGITUDE);
        unit(territory, LONGITUDE);
        incident(territory, LONGITUDE);
        for (int i = 0; i < 60; i++) {
            pastIncident(territory, i % 2 == 0 ? LONGITUDE : LONGITUDE - 0.08);
        }

        // When
        var proposal = as(DISPATCHER).get(JOINT, territory).then().statusCode(200);
        var moveUps = as(COMMANDER)
                .get("/api/v1/units/move-ups?jurisdiction={jurisdiction}", territory)
                .then()
                .statusCode(200);

        // Then: half of the incidents are near both units, half near none
        proposal.body("coverage.now", notNullValue());
        JsonPath coverage = proposal.extract().jsonPath();
        assertThat(coverage.getDouble("coverage.now")).isBetween(0.40, 0.45);
        assertThat(coverage.getDouble("coverage.afterwards")).isBetween(0.28, 0.32);
        moveUps.body("items", hasSize(1));
        JsonPath move = moveUps.extract().jsonPath();
        assertThat(move.getDouble("items[0].to.longitude")).isBetween(LONGITUDE - 0.081, LONGITUDE - 0.079);
        assertThat(move.getDouble("items[0].coverageAfter")).isGreaterThan(move.getDouble("items[0].coverageBefore"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents/joint-assignment", "/api/v1/units/move-ups"})
    void namesTheFieldAtFault(String path) {
        as(DISPATCHER)
                .get(path + "?jurisdiction=casa")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("jurisdiction"));
    }

    private static UUID unit(String territory, double longitude) {
        var description = Map.of("callSign", callSign(), "kind", "CAR", "crew", 2, "jurisdiction", territory);
        String id = as(DISPATCHER)
                .body(description)
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(DISPATCHER)
                .body(Map.of("latitude", LATITUDE, "longitude", longitude))
                .put("/api/v1/units/{id}/position", requireNonNull(id))
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }

    private UUID incident(String territory, @Nullable Double longitude) {
        var dossierId = IdGenerator.next();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        kafka.publish(new VerdictReached(
                dossierId,
                IdGenerator.next(),
                territory,
                Verdict.PRESUMED_OFFENCE,
                3,
                "Boulevard",
                longitude == null ? null : LATITUDE,
                longitude,
                now.minusSeconds(7_200),
                null,
                now.minusSeconds(120),
                now.minusSeconds(60)));
        return Story.incidentOf(dossierId);
    }

    private void pastIncident(String territory, double longitude) {
        database.execute(
                """
                insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, type, alarm_level, state, attended,
                                      latitude, longitude, verdict_confirmed_at, verdict_withdrawn_at, opened_at, version)
                values (?, ?, ?, ?, 2, 'OTHER', 1, 'CANCELLED', false, ?, ?, now(), now(), now() - interval '3 days', 1)
                """, IdGenerator.next(), IdGenerator.next(), IdGenerator.next(), territory, LATITUDE, longitude);
    }
}
