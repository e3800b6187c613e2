package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.inJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PatrolPlanResourceTest {

    private static final String PATH = "/api/v1/patrol-plans";
    private static final AtomicInteger TERRITORIES = new AtomicInteger();

    @Inject
    Database database;

    @Inject
    PatrolFixture fixture;

    @Inject
    PatrolMetrics metrics;

    @Inject
    MeterRegistry meters;

    private String territory = "";

    @BeforeEach
    void takeATerritory() {
        territory = "XP-T%d".formatted(TERRITORIES.incrementAndGet());
    }

    private TestTokens commander() {
        return TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);
    }

    private TestTokens dispatcher() {
        return TestTokens.of("dispatcher", Roles.DISPATCHER).withJurisdictions(territory);
    }

    private UUID unit() {
        String id = as(dispatcher())
                .body(Map.of("callSign", Story.callSign(), "kind", "CAR", "crew", 2, "jurisdiction", territory))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private static Instant soon() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(5));
    }

    private UUID made(UUID... units) {
        String id = as(commander())
                .body(Story.patrolPlan(territory, soon(), units))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private ValidatableResponse approve(UUID plan) {
        var tag = as(commander()).get(PATH + "/{id}", plan).header("ETag");
        return as(commander())
                .header("If-Match", tag)
                .post(PATH + "/{id}/approval", plan)
                .then();
    }

    private ValidatableResponse read(UUID plan) {
        return as(dispatcher()).get(PATH + "/{id}", plan).then().statusCode(200);
    }

    @Test
    void plansVisitsOfUnitsToPlacesThatAreSecured() {
        // Given
        var first = unit();
        var second = unit();

        // When
        var plan = made(first, second);

        // Then
        read(plan)
                .body("state", equalTo("SOLVING"))
                .body("seed", equalTo(1))
                .body("visits", empty())
                .body("score", nullValue())
                .body("units.id", hasSize(2))
                .body("units.breakFrom", everyItem(notNullValue()))
                .body("history.kind", contains("MADE"));

        // When
        fixture.work(plan);

        // Then
        read(plan)
                .body("state", equalTo("PROPOSED"))
                .body("score.hard", equalTo(0))
                .body("spots", hasSize(1))
                .body("spots[0].name", equalTo("Souk"))
                .body("spots[0].secured", equalTo(true))
                .body("spots[0].wanted", equalTo(4))
                .body("spots[0].planned", equalTo(4))
                .body("visits", hasSize(4))
                .body("visits.state", everyItem(equalTo("PLANNED")))
                .body("visits.spotName", everyItem(equalTo("Souk")))
                .body("visits.callSign", everyItem(notNullValue()))
                .body("visits[0].why.code", hasItem("DOSAGE"))
                .body("history.kind", contains("MADE", "PROPOSED"));
        assertThat(fixture.stateOfRun(plan)).isEqualTo("DONE");
        as(commander()).get(PATH).then().statusCode(200).body("items.id", contains(plan.toString()));
    }

    @Test
    void keepsWhyAPlaceIsSecured() {
        // Given
        var unit = unit();

        // Then
        place(unit, " Match Raja – Wydad ").body("spots[0].reason", equalTo("Match Raja – Wydad"));
        place(unit, "  ").body("spots[0].reason", nullValue());
        place(unit, "x".repeat(200)).body("spots[0].reason", equalTo("x".repeat(200)));
        place(unit, null).body("spots[0].reason", nullValue());
        refused("places", List.of(secured("x".repeat(201))), unit)
                .body("violations.field", contains("places[0].reason"))
                .body("violations.code", contains("TOO_LONG"))
                .body("violations[0].params.max", equalTo(200));
    }

    private ValidatableResponse place(UUID unit, @Nullable String reason) {
        var command = new HashMap<>(Story.patrolPlan(territory, soon(), unit));
        command.put("places", List.of(secured(reason)));
        String id = as(commander())
                .body(command)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return read(UUID.fromString(id));
    }

    private static Map<String, Object> secured(@Nullable String reason) {
        var from = soon().plus(Duration.ofMinutes(1));
        var place = new HashMap<String, Object>(Map.of(
                "name",
                "Souk",
                "latitude",
                33.5,
                "longitude",
                -7.6,
                "from",
                from.toString(),
                "to",
                from.plus(Duration.ofHours(4)).toString(),
                "visits",
                1));
        place.put("reason", reason);
        return place;
    }

    @Test
    void saysThatNoUnitIsOnDuty() {
        // Given
        var command = new HashMap<>(Story.patrolPlan(territory, soon()));
        command.remove("units");

        // Then
        as(commander())
                .body(command)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("units"))
                .body("violations.code", contains("NO_UNIT_ON_DUTY"));
    }

    @Test
    void takesTheUnitsThatAreMeantToWork() {
        // Given one on duty, one whose shift comes, one whose shift is over before
        var soon = soon();
        var onDuty = unit();
        var later = unit();
        var tomorrow = unit();
        shift(later, soon.plus(Duration.ofHours(2)), soon.plus(Duration.ofHours(6)));
        shift(tomorrow, soon.plus(Duration.ofHours(20)), soon.plus(Duration.ofHours(23)));
        var command = new HashMap<>(Story.patrolPlan(territory, soon));
        command.remove("units");

        // When
        List<String> units = as(commander())
                .body(command)
                .post(PATH)
                .then()
                .statusCode(201)
                .body(
                        "units.find { it.id == '%s' }.to".formatted(later),
                        equalTo(inJson(soon.plus(Duration.ofHours(6)))))
                .extract()
                .path("units.id");

        // Then
        assertThat(units).containsExactlyInAnyOrder(onDuty.toString(), later.toString());
    }

    private void shift(UUID unit, Instant begins, Instant ends) {
        as(dispatcher())
                .body(Map.of("beginsAt", begins.toString(), "endsAt", ends.toString()))
                .put("/api/v1/units/{id}/shift", unit)
                .then()
                .statusCode(200);
    }

    @Test
    void isApprovedOnceAndAsItWasRead() {
        // Given
        var plan = made(unit());
        approve(plan).statusCode(409);
        var tag = as(commander()).get(PATH + "/{id}", plan).header("ETag");
        fixture.work(plan);

        // Then
        as(commander()).post(PATH + "/{id}/approval", plan).then().statusCode(428);
        as(commander())
                .header("If-Match", tag)
                .post(PATH + "/{id}/approval", plan)
                .then()
                .statusCode(412);
        approve(plan)
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy", equalTo("commander"))
                .body("history.kind", contains("MADE", "PROPOSED", "APPROVED"));
        approve(plan).statusCode(409).body("type", equalTo("/problems/patrol-plan-out-of-turn"));
    }

    @Test
    void isRepairedWhenAUnitIsSentSomewhereAndWhenItComesBack() {
        // Given
        var first = unit();
        var second = unit();
        var plan = made(first, second);
        fixture.work(plan);
        approve(plan).statusCode(200);
        fixture.work(plan);
        read(plan).body("repairs", equalTo(0));
        beginNow(plan, first);

        // When
        status(first, "EN_ROUTE");
        fixture.work(plan);

        // Then
        read(plan)
                .body("state", equalTo("APPROVED"))
                .body("repairs", equalTo(1))
                .body("history.kind", contains("MADE", "PROPOSED", "APPROVED", "REPAIRED"))
                .body("visits.findAll { it.state == 'INTERRUPTED' }.unitId", contains(first.toString()));
        assertThat(soonOf(plan, first)).isZero();

        // When
        status(first, "AVAILABLE");

        // Then
        assertThat(fixture.isDue(plan)).isTrue();
        fixture.work(plan);
        assertThat(fixture.isDue(plan)).isFalse();
    }

    /** A visit of the unit runs. */
    private void beginNow(UUID plan, UUID unit) {
        database.execute("""
                update patrol_visit set unit_id = ?, start_at = date_trunc('second', now()) - interval '2 minutes',
                    end_at = date_trunc('second', now()) - interval '2 minutes' + minutes * interval '1 minute'
                where id = (select id from patrol_visit where plan_id = ? order by start_at limit 1)
                """, unit, plan);
    }

    private void status(UUID unit, String status) {
        database.execute("update unit set status = ? where id = ?", status, unit);
    }

    private long soonOf(UUID plan, UUID unit) {
        return database.one(Long.class, """
                select count(*) from patrol_visit
                where plan_id = ? and unit_id = ? and state = 'PLANNED' and start_at < now() + interval '1 hour'
                """, plan, unit);
    }

    @Test
    void measuresHowLongUnitsWereThere() {
        // Given a visit that is over, in which the unit came two minutes late
        var unit = unit();
        var plan = made(unit);
        fixture.work(plan);
        approve(plan).statusCode(200);
        database.execute("""
                update patrol_visit set start_at = date_trunc('minute', now()) - interval '90 minutes',
                    end_at = date_trunc('minute', now()) - interval '90 minutes' + minutes * interval '1 minute'
                where id = (select id from patrol_visit where plan_id = ? order by start_at limit 1)
                """, plan);
        database.execute("""
                insert into unit_track (unit_id, at, latitude, longitude)
                select ?, date_trunc('minute', now()) - interval '90 minutes' + minute * interval '1 minute',
                       case when minute between 2 and 11 then %s else %s + 0.05 end, %s
                from generate_series(-5, 20) minute
                """.formatted(Story.LATITUDE, Story.LATITUDE, Story.LONGITUDE), unit);

        // When
        assertThat(fixture.measure()).isPositive();

        // Then
        read(plan).body("visits[0].presentSeconds", equalTo(600));
        as(dispatcher())
                .get(PATH + "/{id}/dosage", plan)
                .then()
                .statusCode(200)
                .body("deliveredMinutes", equalTo(10.0f))
                .body("unmeasured", equalTo(3))
                .body("spots[0].visits", equalTo(1))
                .body("spots[0].kept", equalTo(1))
                .body("error", notNullValue());
        assertThat(fixture.measure()).isZero();
    }

    @Test
    void countsAUnitOnceWhereTwoPlacesLieInOneCell() {
        // Given a unit that stayed for half an hour, first for one of them and then for the other
        var unit = unit();
        var from = soon();
        var command = new HashMap<>(Story.patrolPlan(territory, from, unit));
        command.put("places", List.of(place("Souk", from), place("Gare", from)));
        String id = as(commander())
                .body(command)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var plan = UUID.fromString(id);
        fixture.work(plan);
        approve(plan).statusCode(200);
        database.execute("""
                update patrol_visit set minutes = 12,
                    start_at = date_trunc('minute', now()) - make_interval(mins => 90 - 16 * spot),
                    end_at = date_trunc('minute', now()) - make_interval(mins => 78 - 16 * spot)
                where plan_id = ?
                """, plan);
        database.execute("""
                insert into unit_track (unit_id, at, latitude, longitude)
                select ?, date_trunc('minute', now()) - interval '91 minutes' + minute * interval '1 minute',
                       case when minute <= 30 then %s else %s + 0.05 end, %s
                from generate_series(1, 40) minute
                """.formatted(Story.LATITUDE, Story.LATITUDE, Story.LONGITUDE), unit);

        // When
        assertThat(fixture.measure()).isPositive();

        // Then: from 90 minutes ago to the last position before the middle between the visits, and from there
        as(dispatcher())
                .get(PATH + "/{id}/dosage", plan)
                .then()
                .statusCode(200)
                .body("spots.visits", contains(1, 1))
                .body("spots.deliveredMinutes", contains(13.0f, 16.0f));
    }

    private static Map<String, Object> place(String name, Instant from) {
        return Map.of(
                "name",
                name,
                "latitude",
                Story.LATITUDE,
                "longitude",
                Story.LONGITUDE,
                "from",
                from.toString(),
                "to",
                from.plus(Duration.ofHours(8)).toString(),
                "visits",
                1);
    }

    @Test
    void countsNoVisitThatWasOverBeforeAnybodyApprovedIt() {
        // Given a plan that a commander gets to late
        var plan = made(unit());
        fixture.work(plan);
        database.execute("""
                update patrol_visit set start_at = now() - interval '90 minutes', end_at = now() - interval '75 minutes'
                where id = (select id from patrol_visit where plan_id = ? order by start_at limit 1)
                """, plan);

        // When
        approve(plan).statusCode(200);

        // Then
        read(plan).body("visits.state", contains("PLANNED", "PLANNED", "PLANNED", "UNASSIGNED"));
        fixture.measure();
        as(dispatcher())
                .get(PATH + "/{id}/dosage", plan)
                .then()
                .statusCode(200)
                .body("plannedMinutes", equalTo(0.0f))
                .body("unmeasured", equalTo(3));
    }

    /** A unit is called away after five minutes, and another one makes the visit whole. */
    @Test
    void countsAnInterruptedVisitByTheMinutesUntilThen() {
        // Given
        var unit = unit();
        var plan = made(unit);
        fixture.work(plan);
        approve(plan).statusCode(200);
        database.execute("""
                with numbered as (
                    select id, row_number() over (order by start_at) as number from patrol_visit where plan_id = ?)
                update patrol_visit visit set minutes = 12, spot = 0,
                    state = case numbered.number when 1 then 'INTERRUPTED' else 'PLANNED' end,
                    start_at = date_trunc('minute', now()) - make_interval(mins => 180 - 60 * numbered.number::integer),
                    end_at = date_trunc('minute', now()) - make_interval(mins => 180 - 60 * numbered.number::integer)
                             + make_interval(mins => case numbered.number when 1 then 5 else 12 end)
                from numbered where numbered.id = visit.id and numbered.number <= 2
                """, plan);
        database.execute("""
                insert into unit_track (unit_id, at, latitude, longitude)
                select ?, date_trunc('minute', now()) - interval '120 minutes' + minute * interval '1 minute',
                       case when minute between 0 and 3 or minute between 60 and 71 then %s else %s + 0.05 end, %s
                from generate_series(-5, 90) minute
                """.formatted(Story.LATITUDE, Story.LATITUDE, Story.LONGITUDE), unit);

        // When
        assertThat(fixture.measure()).isPositive();

        // Then
        as(dispatcher())
                .get(PATH + "/{id}/dosage", plan)
                .then()
                .statusCode(200)
                .body("spots[0].visits", equalTo(1))
                .body("spots[0].kept", equalTo(1))
                .body("plannedMinutes", equalTo(17.0f))
                .body("deliveredMinutes", equalTo(16.0f));
    }

    @Test
    void failsWhereWorkersDieOverIt() {
        // Given
        var plan = made(unit());

        // When
        fixture.giveUp(plan);

        // Then
        read(plan).body("state", equalTo("FAILED")).body("history.kind", contains("MADE", "FAILED"));
        approve(plan).statusCode(409);
        metrics.read();
        assertThat(meters.get("balagh.patrol.plans.failed").gauge().value()).isPositive();
    }

    @Test
    void countsHowLongAPlanHasNotBeenComputed() {
        // Given
        var plan = made(unit());
        database.execute("update patrol_plan set made_at = now() - interval '1 hour' where id = ?", plan);

        // When
        metrics.read();

        // Then
        assertThat(meters.get("balagh.patrol.plans.oldest.solving.age").gauge().value())
                .isGreaterThanOrEqualTo(3600);
    }

    @Test
    void refusesWhatCannotBePlanned() {
        // Given
        var unit = unit();

        // Then
        refused("jurisdiction", "MA-CAS", unit).body("violations.field", hasItem("jurisdiction"));
        refused("to", soon().minus(Duration.ofHours(1)).toString(), unit).body("violations.field", hasItem("to"));
        refused("to", soon().plus(Duration.ofHours(25)).toString(), unit).body("violations.field", hasItem("to"));
        refused("from", soon().minus(Duration.ofDays(1)).toString(), unit).body("violations.field", hasItem("to"));
        refused("units", List.of(UUID.randomUUID()), unit).body("violations.field", hasItem("units"));
        refused("places", List.of(), unit).body("violations.field", hasItem("places"));
        refused("places", List.of(Map.of("name", "Souk")), unit).body("violations", not(empty()));
        refused(
                        "places",
                        List.of(Map.of(
                                "name",
                                "Souk",
                                "latitude",
                                33.5,
                                "longitude",
                                -7.6,
                                "from",
                                soon().minus(Duration.ofDays(2)).toString(),
                                "to",
                                soon().minus(Duration.ofDays(1)).toString(),
                                "visits",
                                1)),
                        unit)
                .body("violations.field", hasItem("places[0].to"));
    }

    private ValidatableResponse refused(String field, Object value, UUID unit) {
        var command = new HashMap<>(Story.patrolPlan(territory, soon(), unit));
        command.put(field, value);
        return as(commander()).body(command).post(PATH).then().statusCode(400);
    }

    @Test
    void isListedForTheHoursThatItIsOf() {
        // Given
        var plan = made(unit()).toString();
        String from = read(UUID.fromString(plan)).extract().path("from");
        String to = read(UUID.fromString(plan)).extract().path("to");

        // When // Then
        listed("from", from, "to", to).statusCode(200).body("items.id", hasItem(plan));
        listed("from", to).body("items.id", not(hasItem(plan)));
        listed("to", from).body("items.id", not(hasItem(plan)));
        listed("to", to).body("items.id", hasItem(plan));
        listed("from", to, "to", from).statusCode(400).body("violations.field", contains("to"));
    }

    private ValidatableResponse listed(String name, String value, Object... more) {
        return as(commander()).queryParams(name, value, more).get(PATH).then();
    }

    @Test
    void existsForItsTerritoryAlone() {
        // Given
        var plan = made(unit());
        var elsewhere = TestTokens.of("elsewhere", Roles.COMMANDER).withJurisdictions("XQ");

        // Then
        as(elsewhere).get(PATH + "/{id}", plan).then().statusCode(404);
        as(elsewhere).get(PATH + "/{id}/dosage", plan).then().statusCode(404);
        as(elsewhere)
                .header("If-Match", "\"1\"")
                .post(PATH + "/{id}/approval", plan)
                .then()
                .statusCode(404);
        as(elsewhere).get(PATH).then().statusCode(200).body("items", empty());
    }
}
