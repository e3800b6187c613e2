package ma.balagh.dispatch.joint;

import static java.util.Objects.requireNonNull;
import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.dispatch.unit.SampleUnits;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
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
    void looksPastAnyNumberOfUnitsThatAreFurtherAway() {
        // Given: by call sign all others come first
        var territory = "MA-J5";
        SampleUnits.enlist(database, territory, "A-", 1_100, LATITUDE + 0.2, LONGITUDE, 0);
        SampleUnits.enlist(database, territory, "GONE-", 1, LATITUDE, LONGITUDE, 31);
        var near = unit(territory, LONGITUDE);
        var incident = incident(territory, LONGITUDE);

        // When
        var proposal = as(DISPATCHER).get(JOINT, territory).then().statusCode(200);

        // Then
        proposal.body("assignments.incidentId", contains(incident.toString()))
                .body("assignments.unitId", contains(near.toString()))
                .body("greedyAssignments.unitId", contains(near.toString()));
    }

    @Test
    void sendsWhatTheRunCardsAskFor() {
        // Given: the motorcycle is the nearest to both, and one of them needs it
        var territory = "MA-J6";
        runCard(
                territory,
                Map.of("role", "SEARCH", "kinds", List.of("MOTORCYCLE"), "skills", List.of("ALLEYS"), "count", 1));
        var other = enlist(territory, "MOTORCYCLE", List.of(), LONGITUDE);
        var motorcycle = enlist(territory, "MOTORCYCLE", List.of("ALLEYS"), LONGITUDE + 0.002);
        var search = incident(territory, LONGITUDE);
        classify(search, "SNATCHING", 1);
        var usual = incident(territory, LONGITUDE + 0.002);

        // When
        var proposal = as(DISPATCHER).get(JOINT, territory).then().statusCode(200);

        // Then
        for (var plan : List.of("assignments", "greedyAssignments")) {
            proposal.body(of(plan, search) + ".unitId", equalTo(motorcycle.toString()))
                    .body(of(plan, search) + ".role", equalTo("SEARCH"))
                    .body(of(plan, usual) + ".unitId", equalTo(other.toString()))
                    .body(of(plan, usual) + ".role", equalTo("LEAD"));
        }
    }

    @Test
    void saysWhereNobodyIsWhatTheRunCardAsksFor() {
        // Given
        var territory = "MA-J7";
        runCard(territory, Map.of("role", "LEAD", "kinds", List.of("SPEEDBOAT"), "count", 1));
        unit(territory, LONGITUDE);
        var incident = incident(territory, LONGITUDE);
        classify(incident, "SNATCHING", 1);

        // Then
        as(DISPATCHER)
                .get(JOINT, territory)
                .then()
                .statusCode(200)
                .body("assignments", empty())
                .body("unserved.find { it.incidentId == '%s' }.cause".formatted(incident), equalTo("NO_FITTING_UNIT"));
    }

    @Test
    void looksForWhatIsStillOpenOnceSomebodyIsThere() {
        // Given
        var territory = "MA-J8";
        var first = unit(territory, LONGITUDE);
        var second = unit(territory, LONGITUDE + 0.01);
        unit(territory, LONGITUDE + 0.1);
        var incident = incident(territory, LONGITUDE);
        classify(incident, "STREET_ROBBERY", 2);
        as(DISPATCHER)
                .get(JOINT, territory)
                .then()
                .body("assignments.unitId", contains(first.toString(), second.toString()))
                .body("assignments.role", contains("LEAD", "SUPPORT"));

        // When
        Story.assigned(incident, first);

        // Then
        as(DISPATCHER)
                .get(JOINT, territory)
                .then()
                .body("assignments.incidentId", contains(incident.toString()))
                .body("assignments.unitId", contains(second.toString()))
                .body("assignments.role", contains("SUPPORT"))
                .body("unserved", empty());
    }

    @Test
    void sendsUnitsThatANeighbourLends() {
        // Given
        var territory = "MA-J9";
        var dispatcher = TestTokens.of("asking", Roles.DISPATCHER).withJurisdictions(territory);
        var neighbours = TestTokens.of("asked", Roles.DISPATCHER).withJurisdictions("MA-J10");
        var lent = unit("MA-J10", LONGITUDE);
        var incident = incident(territory, LONGITUDE);
        as(dispatcher)
                .get(JOINT, territory)
                .then()
                .body("assignments", empty())
                .body("unserved.cause", contains("NO_UNIT"));

        // When
        var request = Map.of(
                "asking",
                territory,
                "asked",
                "MA-J10",
                "reason",
                "match at the stadium",
                "until",
                Instant.now().plusSeconds(3_600).toString());
        String help = as(dispatcher)
                .body(request)
                .post("/api/v1/help-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(neighbours)
                .body(Map.of())
                .post("/api/v1/help-requests/{id}/grant", help)
                .then()
                .statusCode(200);

        // Then
        for (var asked : List.of("?jurisdiction=" + territory, "")) {
            as(dispatcher)
                    .get("/api/v1/incidents/joint-assignment" + asked)
                    .then()
                    .statusCode(200)
                    .body("assignments.incidentId", contains(incident.toString()))
                    .body("assignments.unitId", contains(lent.toString()));
        }
        as(neighbours)
                .get("/api/v1/incidents/joint-assignment")
                .then()
                .statusCode(200)
                .body("assignments", empty());
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

    private static String of(String plan, UUID incident) {
        return "%s.find { it.incidentId == '%s' }".formatted(plan, incident);
    }

    /** For a snatching at the lowest level. */
    private static void runCard(String territory, Map<String, Object> requirement) {
        var card = Map.of(
                "jurisdiction", territory, "type", "SNATCHING", "alarmLevel", 1, "requirements", List.of(requirement));
        as(DISPATCHER).body(card).post("/api/v1/run-cards").then().statusCode(201);
    }

    private static void classify(UUID incident, String type, int level) {
        as(DISPATCHER)
                .body(Map.of("type", type, "alarmLevel", level))
                .put("/api/v1/incidents/{id}/classification", incident)
                .then()
                .statusCode(200);
    }

    private static UUID unit(String territory, double longitude) {
        return enlist(territory, "CAR", List.of(), longitude);
    }

    private static UUID enlist(String territory, String kind, List<String> skills, double longitude) {
        var description =
                Map.of("callSign", callSign(), "kind", kind, "crew", 2, "jurisdiction", territory, "skills", skills);
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
