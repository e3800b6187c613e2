package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
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
class PatrolEffectResourceTest {

    private static final String PLANS = "/api/v1/patrol-plans";
    private static final double NEXT_CELL = Story.LATITUDE + 0.004;
    private static final double FAR = Story.LATITUDE + 0.03;
    private static final AtomicInteger TERRITORIES = new AtomicInteger();

    @Inject
    Database database;

    @Inject
    PatrolFixture fixture;

    private String territory = "";

    @BeforeEach
    void takeATerritory() {
        territory = "XP-E%d".formatted(TERRITORIES.incrementAndGet());
    }

    private TestTokens commander() {
        return TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);
    }

    private ValidatableResponse effect() {
        return as(TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions(territory))
                .get(PLANS + "/effect")
                .then()
                .statusCode(200);
    }

    /** A plan that was approved, whose first visit was so many days ago; the others are to come. */
    private void visited(int daysAgo) {
        var plan = plan();
        approve(plan);
        beginFirstVisit(plan, daysAgo);
    }

    private UUID plan() {
        String unit = as(TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions(territory))
                .body(Map.of("callSign", Story.callSign(), "kind", "CAR", "crew", 2, "jurisdiction", territory))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(5));
        String id = as(commander())
                .body(Story.patrolPlan(territory, from, UUID.fromString(unit)))
                .post(PLANS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var plan = UUID.fromString(id);
        fixture.work(plan);
        return plan;
    }

    private void beginFirstVisit(UUID plan, int daysAgo) {
        database.execute("""
                update patrol_visit set start_at = date_trunc('second', now()) - ? * interval '1 day',
                    end_at = date_trunc('second', now()) - ? * interval '1 day' + minutes * interval '1 minute'
                where id = (select id from patrol_visit where plan_id = ? order by start_at limit 1)
                """, daysAgo, daysAgo, plan);
    }

    private void approve(UUID plan) {
        var tag = as(commander()).get(PLANS + "/{id}", plan).header("ETag");
        as(commander())
                .header("If-Match", tag)
                .post(PLANS + "/{id}/approval", plan)
                .then()
                .statusCode(200);
    }

    private void incidents(int count, int daysAgo, double latitude) {
        for (int i = 0; i < count; i++) {
            database.execute(
                    """
                    insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, type, alarm_level, state,
                                          attended, latitude, longitude, occurred_at, verdict_confirmed_at,
                                          danger_continues, opened_at, version)
                    select ?, ?, ?, ?, 3, 'STREET_ROBBERY', 1, 'OPEN', false, ?, ?, at, at, false, at, 1
                    from (select now() - ? * interval '1 day' as at) day
                    """,
                    IdGenerator.next(),
                    IdGenerator.next(),
                    IdGenerator.next(),
                    territory,
                    latitude,
                    Story.LONGITUDE,
                    daysAgo);
        }
    }

    @Test
    void comparesThePlaceAndWhatLiesAroundItBeforeAndAfterTheFirstVisit() {
        // Given
        incidents(1, 500, FAR);
        incidents(40, 300, Story.LATITUDE);
        incidents(3, 60, Story.LATITUDE);
        incidents(20, 300, NEXT_CELL);
        incidents(6, 60, NEXT_CELL);
        // Verdicts of these days are not complete.
        incidents(30, 2, Story.LATITUDE);

        // When
        visited(120);

        // Then
        effect().body("items", hasSize(1))
                .body("leastIncidents", equalTo(10))
                .body("items[0].name", equalTo("Souk"))
                .body("items[0].visits", equalTo(1))
                .body("items[0].spot.verdict", equalTo("FEWER"))
                .body("items[0].spot.before", equalTo(40))
                .body("items[0].spot.after", equalTo(3))
                .body("items[0].spot.weeksBefore.doubleValue()", closeTo(365 / 7.0, 0.01))
                .body("items[0].spot.weeksAfter.doubleValue()", closeTo(106 / 7.0, 0.01))
                .body("items[0].spot.ratio.doubleValue()", closeTo(3 / 106.0 / (40 / 365.0), 0.001))
                .body("items[0].spot.to", lessThan(1f))
                .body("items[0].ring.verdict", equalTo("UNCLEAR"))
                .body("items[0].ring.before", equalTo(20))
                .body("items[0].ring.after", equalTo(6));
    }

    @Test
    void saysThatItIsTooSoonAndThatTooLittleHappened() {
        // Given
        incidents(1, 500, FAR);
        incidents(40, 300, Story.LATITUDE);
        incidents(4, 300, NEXT_CELL);

        // When
        visited(30);

        // Then
        effect().body("items[0].spot.verdict", equalTo("TOO_FEW"))
                .body("items[0].spot.ratio", nullValue())
                .body("items[0].ring.verdict", equalTo("TOO_FEW"));
    }

    @Test
    void knowsOnlyPlansThatWereApprovedAndIncidentsFromTheFirstOn() {
        // Given
        incidents(12, 100, Story.LATITUDE);
        var plan = plan();
        beginFirstVisit(plan, 91);
        effect().body("items", empty());

        // When: what was over before the approval was made by nobody
        approve(plan);
        effect().body("items", empty());
        beginFirstVisit(plan, 90);

        // Then: no incident was known before
        effect().body("items[0].spot.weeksBefore.doubleValue()", closeTo(10 / 7.0, 0.01))
                .body("items[0].spot.verdict", equalTo("TOO_FEW"));
        as(TestTokens.of("commander", Roles.COMMANDER).withJurisdictions("XP-E"))
                .get(PLANS + "/effect")
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
