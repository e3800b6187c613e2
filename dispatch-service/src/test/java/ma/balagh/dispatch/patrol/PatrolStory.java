package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestTokens;

/** A territory of its own with units and plans, in which hours pass when a test says so. */
final class PatrolStory {

    static final String PATH = "/api/v1/patrol-plans";

    private static final AtomicInteger TERRITORIES = new AtomicInteger();

    private final String territory = "XP-S%d".formatted(TERRITORIES.incrementAndGet());
    private final Database database;
    private final PatrolFixture fixture;

    PatrolStory(Database database, PatrolFixture fixture) {
        this.database = database;
        this.fixture = fixture;
    }

    TestTokens commander() {
        return TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);
    }

    TestTokens crew(String callSign) {
        return Story.fieldUnit(callSign).withJurisdictions(territory);
    }

    UUID unit() {
        return unit(Story.callSign());
    }

    TestTokens dispatcher() {
        return TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions(territory);
    }

    UUID unit(String callSign) {
        String id = as(dispatcher())
                .body(Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", territory))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    void status(UUID unit, String status) {
        database.execute("update unit set status = ? where id = ?", status, unit);
    }

    /** From in five minutes on, for eight hours. */
    UUID made(UUID... units) {
        return make(units, soon());
    }

    UUID make(UUID[] units, Instant from) {
        String id = as(commander())
                .body(command(from, units))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    Map<String, Object> command(Instant from, UUID... units) {
        return Story.patrolPlan(territory, from, units);
    }

    static Instant soon() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(5));
    }

    UUID proposed(UUID... units) {
        var plan = made(units);
        fixture.work(plan);
        return plan;
    }

    UUID approved(UUID... units) {
        var plan = proposed(units);
        approve(plan).statusCode(200);
        fixture.work(plan);
        return plan;
    }

    ValidatableResponse approve(UUID plan) {
        var tag = as(commander()).get(PATH + "/{id}", plan).header("ETag");
        return as(commander())
                .header("If-Match", tag)
                .post(PATH + "/{id}/approval", plan)
                .then();
    }

    ValidatableResponse read(UUID plan) {
        return as(commander()).get(PATH + "/{id}", plan).then().statusCode(200);
    }

    /** The unit makes all four visits, the first in so many minutes, each 70 minutes after the one before, without a break. */
    void giveAll(UUID plan, UUID unit, int first) {
        database.execute("update patrol_unit set break_from = null, break_to = null where plan_id = ?", plan);
        database.execute("""
                update patrol_visit visit
                set state = 'PLANNED', unit_id = ?, travel_seconds = 0, start_at = due.at,
                    end_at = due.at + visit.minutes * interval '1 minute'
                from (select id, date_trunc('minute', now())
                                 + (? + 70 * (row_number() over (order by id) - 1)) * interval '1 minute' as at
                      from patrol_visit where plan_id = ?) due
                where due.id = visit.id
                """, unit, first, plan);
    }

    /** All that the plan has happens so much earlier: as if that time had passed. */
    void pass(UUID plan, Duration time) {
        var seconds = time.toSeconds();
        shift("patrol_plan", "id", plan, seconds, "from_at", "to_at");
        shift("patrol_spot", "plan_id", plan, seconds, "from_at", "to_at");
        shift("patrol_unit", "plan_id", plan, seconds, "from_at", "to_at", "break_from", "break_to");
        shift("patrol_duty", "plan_id", plan, seconds, "from_at", "to_at");
        shift("patrol_visit", "plan_id", plan, seconds, "start_at", "end_at");
        shift("patrol_run", "plan_id", plan, seconds, "not_before");
    }

    private void shift(String table, String key, UUID plan, long seconds, String... columns) {
        String changes = Stream.of(columns)
                .map(column -> "%1$s = %1$s - interval '%2$d seconds'".formatted(column, seconds))
                .collect(Collectors.joining(", "));
        database.execute("update %s set %s where %s = ?".formatted(table, changes, key), plan);
    }

    /** Visits of the unit that begin within so many minutes from now on. */
    long within(UUID plan, UUID unit, int minutes) {
        return database.one(Long.class, """
                select count(*) from patrol_visit
                where plan_id = ? and unit_id = ? and state = 'PLANNED' and start_at > now()
                  and start_at < now() + ? * interval '1 minute'
                """, plan, unit, minutes);
    }
}
