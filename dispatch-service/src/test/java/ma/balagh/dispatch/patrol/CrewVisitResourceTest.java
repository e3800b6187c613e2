package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.inJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CrewVisitResourceTest {

    private static final String PLANS = "/api/v1/patrol-plans";
    private static final String VISITS = "/api/v1/patrol-visits";
    private static final AtomicInteger TERRITORIES = new AtomicInteger();

    @Inject
    Database database;

    @Inject
    PatrolFixture fixture;

    private String territory = "";
    private String callSign = "";
    private UUID unit = new UUID(0, 0);

    @BeforeEach
    void enlistACrew() {
        territory = "XP-V%d".formatted(TERRITORIES.incrementAndGet());
        callSign = Story.callSign();
        unit = unit(callSign);
    }

    private TestTokens commander() {
        return TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);
    }

    private TestTokens dispatcher() {
        return TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions(territory);
    }

    private TestTokens crew() {
        return Story.fieldUnit(callSign).withJurisdictions(territory);
    }

    private UUID unit(String callSign) {
        String id = as(dispatcher())
                .body(Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", territory))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private UUID proposed(UUID... units) {
        var from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(5));
        String id = as(commander())
                .body(Story.patrolPlan(territory, from, units))
                .post(PLANS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var plan = UUID.fromString(id);
        fixture.work(plan);
        return plan;
    }

    private UUID approved(UUID... units) {
        var plan = proposed(units);
        var tag = as(commander()).get(PLANS + "/{id}", plan).header("ETag");
        as(commander())
                .header("If-Match", tag)
                .post(PLANS + "/{id}/approval", plan)
                .then()
                .statusCode(200);
        return plan;
    }

    private UUID first(UUID plan) {
        return database.one(
                UUID.class, "select id from patrol_visit where plan_id = ? order by start_at, id limit 1", plan);
    }

    /** The visit began two minutes ago. */
    private UUID begun(UUID plan) {
        var visit = first(plan);
        database.execute("""
                update patrol_visit set start_at = date_trunc('second', now()) - interval '2 minutes',
                    end_at = date_trunc('second', now()) - interval '2 minutes' + minutes * interval '1 minute'
                where id = ?
                """, visit);
        return visit;
    }

    private void incident(String type, int daysAgo, double latitude, boolean withdrawn) {
        database.execute(
                """
                insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, type, alarm_level, state, attended,
                                      place, latitude, longitude, occurred_at, verdict_confirmed_at, danger_continues,
                                      opened_at, verdict_withdrawn_at, version)
                values (?, ?, ?, ?, 3, ?, 1, ?, false, 'in front of the house of somebody', ?, ?,
                        now() - ? * interval '1 day', now(), false, now(), case when ? then now() end, 1)
                """,
                IdGenerator.next(),
                IdGenerator.next(),
                IdGenerator.next(),
                territory,
                type,
                withdrawn ? "CANCELLED" : "OPEN",
                latitude,
                Story.LONGITUDE,
                daysAgo,
                withdrawn);
    }

    private ValidatableResponse own() {
        return as(crew()).get(VISITS).then().statusCode(200);
    }

    private ValidatableResponse observe(TestTokens by, UUID visit, Map<String, ?> said) {
        return as(by).body(said).put(VISITS + "/{id}/observation", visit).then();
    }

    @Test
    void showsACrewWhereItGoesForHowLongAndWhatHappenedThere() {
        // Given
        incident("SNATCHING", 3, Story.LATITUDE, false);
        incident("ARMED_ROBBERY", 40, Story.LATITUDE, false);
        incident("ASSAULT", 1, Story.LATITUDE, true);
        incident("ASSAULT", 1, Story.LATITUDE + 0.02, false);
        incident("ASSAULT", 400, Story.LATITUDE, false);

        // When
        var plan = approved(unit);

        // Then
        var answer = own().body("items", hasSize(4))
                .body("items[0].id", equalTo(first(plan).toString()))
                .body("items[0].place", equalTo("Souk"))
                .body("items[0].cell.length()", equalTo(15))
                .body("items[0].latitude", equalTo((float) Story.LATITUDE))
                .body("items[0].state", equalTo("PLANNED"))
                .body("items[0].secured", equalTo(true))
                .body("items[0].reason", equalTo("Market of the week"))
                .body("items[0].expected", nullValue())
                .body("items[0].incidents", equalTo(2))
                .body("items[0].recent.type", contains("SNATCHING", "ARMED_ROBBERY"))
                .body("items[0].recent.timed", contains(true, true))
                .body("items[0].open", equalTo(false))
                .body("items[0].observations", empty())
                .extract();
        assertThat(answer.<Integer>path("items[0].minutes")).isBetween(11, 15);
        assertThat(answer.asString()).doesNotContain("somebody", plan.toString(), unit.toString());
    }

    @Test
    void showsNothingOfOtherUnitsOrOfPlansThatNobodyApproved() {
        // Given
        approved(unit(Story.callSign()));
        var other = Story.fieldUnit(callSign).withJurisdictions("XP-V");
        own().body("items", empty());

        // When
        proposed(unit);

        // Then
        own().body("items", empty());
        as(other).get(VISITS).then().statusCode(200).body("items", empty());
        as(TestTokens.of("nobody", Roles.FIELD_UNIT).withJurisdictions(territory))
                .get(VISITS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void showsNothingOfANamesakeBelowItsTerritory() {
        // Given
        String namesake = as(dispatcher())
                .body(Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", territory + "-B"))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        var visit = begun(approved(UUID.fromString(namesake)));

        // Then
        own().body("items", empty());
        observe(crew(), visit, Map.of("kind", "NOTHING")).statusCode(404);
        var crewBelow = crew().withJurisdictions(territory + "-B");
        as(crewBelow).get(VISITS).then().statusCode(200).body("items[0].id", equalTo(visit.toString()));
        observe(crewBelow, visit, Map.of("kind", "NOTHING")).statusCode(200);
    }

    @Test
    void keepsWhatACrewSawForThoseWhoPlan() {
        // Given
        var plan = approved(unit);
        var visit = begun(plan);
        own().body("items[0].open", equalTo(true));

        // When
        observe(crew(), visit, Map.of("kind", "POOR_LIGHTING", "note", "  three lamps are out "))
                .statusCode(200)
                .body("kind", equalTo("POOR_LIGHTING"))
                .body("note", equalTo("three lamps are out"));

        // Then: a lost answer is asked for again
        observe(crew(), visit, Map.of("kind", "POOR_LIGHTING", "note", "three lamps are out"))
                .statusCode(200);
        observe(crew(), visit, Map.of("kind", "CROWD")).statusCode(200).body("note", nullValue());
        own().body("items[0].observations.kind", contains("POOR_LIGHTING", "CROWD"));
        for (var desk : new TestTokens[] {commander(), dispatcher()}) {
            as(desk).get(PLANS + "/{id}/observations", plan)
                    .then()
                    .statusCode(200)
                    .body("items.kind", contains("POOR_LIGHTING", "CROWD"))
                    .body("items.visitId", contains(visit.toString(), visit.toString()))
                    .body("items[0].by", equalTo(crew().user()));
        }
    }

    @Test
    void takesWhatADispatcherHeardOnTheRadio() {
        // Given
        var visit = begun(approved(unit));

        // When
        observe(dispatcher(), visit, Map.of("kind", "NOTHING")).statusCode(200).body("by", equalTo("dispatcher"));

        // Then
        observe(
                        TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions("MA-FES"),
                        visit,
                        Map.of("kind", "CROWD"))
                .statusCode(404);
    }

    @Test
    void takesWhatWasSaidWithoutANetwork() {
        // Given
        var visit = begun(approved(unit));
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

        // Then
        observe(crew(), visit, Map.of("kind", "NOTHING", "at", at.toString()))
                .statusCode(200)
                .body("at", equalTo(inJson(at)));
    }

    @Test
    void refusesWhatIsNoObservation() {
        // Given
        var plan = approved(unit);
        var comes = first(plan);
        var elsewhere = approved(unit(Story.callSign()));

        // Then
        observe(crew(), comes, Map.of("kind", "NOTHING")).statusCode(400).body("violations.field", hasItem("at"));
        var visit = begun(plan);
        observe(crew(), visit, Map.of("kind", "OTHER"))
                .statusCode(400)
                .body("violations[0].field", equalTo("note"))
                .body("violations[0].code", equalTo("REASON_REQUIRED"));
        observe(crew(), visit, Map.of("kind", "OTHER", "note", " ")).statusCode(400);
        observe(crew(), visit, Map.of("kind", "ELEPHANTS")).statusCode(400);
        observe(crew(), visit, Map.of("note", "nobody")).statusCode(400);
        observe(crew(), visit, Map.of("kind", "CROWD", "note", "x".repeat(1001)))
                .statusCode(400);
        observe(crew(), visit, Map.of("kind", "CROWD", "at", "2999-01-01T00:00:00Z"))
                .statusCode(400);
        observe(crew(), begun(elsewhere), Map.of("kind", "NOTHING")).statusCode(404);
        observe(crew(), IdGenerator.next(), Map.of("kind", "NOTHING")).statusCode(404);
        as(TestTokens.of("commander", Roles.COMMANDER).withJurisdictions("MA-FES"))
                .get(PLANS + "/{id}/observations", plan)
                .then()
                .statusCode(404);
    }

    @Test
    void refusesWhatIsSaidOfAPlanThatNobodyApproved() {
        // Given
        var visit = begun(proposed(unit));

        // Then
        observe(crew(), visit, Map.of("kind", "NOTHING"))
                .statusCode(409)
                .body("type", equalTo("/problems/patrol-plan-out-of-turn"));
    }

    @Test
    void hearsOfOneVisitForALimitedNumberOfTimes() {
        // Given
        var visit = begun(approved(unit));
        for (int i = 0; i < 20; i++) {
            observe(crew(), visit, Map.of("kind", "CROWD", "note", "people: " + i))
                    .statusCode(200);
        }

        // Then
        observe(crew(), visit, Map.of("kind", "CROWD", "note", "people: 19")).statusCode(200);
        observe(crew(), visit, Map.of("kind", "NOTHING")).statusCode(409);
    }
}
