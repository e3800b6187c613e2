package ma.balagh.dispatch.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.taskqueue.LeaseLostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What maps are computed from, when, and into which versions. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class BlackSpotMapTest {

    private static final int MANY = 1_000;

    /** A crossing in the planted city where nothing is planted. */
    private static final double LATITUDE = 33.5777;

    private static final double LONGITUDE = -7.6222;

    @Inject
    Database database;

    @Inject
    BlackSpotFixture fixture;

    @Inject
    BlackSpotMapService maps;

    @Inject
    BlackSpotConfig config;

    @Tag("long")
    @Test
    void changesByNoBitWithArrestsPositionsAndUnverifiedReports() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.plant(territory);
        var calculator = new BlackSpotCalculator(new CellIndex(), config);
        var inputs = maps.inputs(territory);
        var before = calculator.compute(inputs.incidents(), inputs.asOf());
        assertThat(before.windows().getFirst().spots()).isNotEmpty();
        fixture.compute(territory);

        // When
        arrest(territory);
        patrol(territory);
        reportWithoutVerdict(territory);

        // Then
        var after = maps.inputs(territory);
        assertThat(after.digest()).isEqualTo(inputs.digest());
        assertThat(after.isKnown()).isTrue();
        assertThat(calculator.compute(after.incidents(), after.asOf())).isEqualTo(before);
        fixture.compute(territory);
        assertThat(fixture.maps(territory)).hasSize(1);
    }

    private void arrest(String territory) {
        var arrested = database.list(
                UUID.class,
                "select id from incident where jurisdiction like ? || '-%' order by id limit " + MANY,
                territory);
        assertThat(arrested).hasSize(MANY);
        for (var id : arrested) {
            database.execute("""
                    update incident set state = 'RESOLVED', attended = true, outcome_kind = 'ARRESTED', outcome_persons = 2,
                        resolved_at = now(), resolved_by = 'x' where id = ?
                    """, id);
            database.execute("""
                    insert into rights_entry (id, incident_id, person, duty, done, at, recorded_at, recorded_by)
                    values (?, ?, 1, 'RIGHTS_READ', true, now(), now(), 'x')
                    """, IdGenerator.next(), id);
        }
    }

    private void patrol(String territory) {
        var unit = IdGenerator.next();
        database.execute("""
                insert into unit (id, call_sign, kind, crew, jurisdiction, status, version, created_at, updated_at)
                values (?, ?, 'CAR', 2, ?, 'AVAILABLE', 1, now(), now())
                """, unit, Story.callSign(), territory);
        database.execute("""
                insert into unit_track (unit_id, at, latitude, longitude)
                select ?, now() - second * interval '1 second', ?, ? from generate_series(1, 1000) second
                """, unit, LATITUDE, LONGITUDE);
        database.execute("""
                insert into unit_position (unit_id, jurisdiction, latitude, longitude, position_at,
                                           tracked_latitude, tracked_longitude, tracked_at)
                values (?, ?, ?, ?, now(), ?, ?, now())
                """, unit, territory, LATITUDE, LONGITUDE, LATITUDE, LONGITUDE);
        seeSuspiciousPeople(territory);
    }

    /** What crews say of a visit. */
    private void seeSuspiciousPeople(String territory) {
        var plan = IdGenerator.next();
        var visit = IdGenerator.next();
        database.execute("""
                insert into patrol_plan (id, jurisdiction, from_at, to_at, state, seed, made_at, made_by, repairs, version)
                values (?, ?, now() - interval '1 day', now(), 'FAILED', 1, now(), 'x', 0, 1)
                """, plan, territory);
        database.execute("""
                insert into patrol_spot (plan_id, number, jurisdiction, cell, latitude, longitude, weight, secured,
                                         from_at, to_at, visits)
                values (?, 0, ?, '893936a8b27ffff', ?, ?, 1, false, now() - interval '1 day', now(), 1)
                """, plan, territory, LATITUDE, LONGITUDE);
        database.execute("""
                insert into patrol_visit (id, plan_id, spot, minutes, state, why) values (?, ?, 0, 12, 'UNASSIGNED', '{}')
                """, visit, plan);
        database.execute("""
                insert into visit_observation (id, plan_id, visit_id, kind, at, recorded_at, recorded_by)
                select uuidv7(), ?, ?, 'SUSPICIOUS_PEOPLE', now(), now(), 'x' from generate_series(1, 1000)
                """, plan, visit);
    }

    /** Reports, and incidents whose verdict was withdrawn. */
    private void reportWithoutVerdict(String territory) {
        database.execute("""
                insert into clock_report (report_id, jurisdiction, published_at, received_at)
                select uuidv7(), ?, now(), now() from generate_series(1, 1000)
                """, territory);
        fixture.add(
                territory + "-OLD", crossing(MANY, BlackSpotFixture.endOfDay().minusSeconds(1)), true);
    }

    @Test
    void learnsOfOneDossierOnce() {
        // Given two incidents of one dossier: the first was over before the second.
        var territory = BlackSpotFixture.territory();
        fixture.add(territory, crossing(2, Instant.now().minusSeconds(60)), false);
        database.execute("""
                update incident set state = 'RESOLVED', attended = true, outcome_kind = 'NOT_FOUND', outcome_persons = 0,
                    resolved_at = now(), resolved_by = 'x' where jurisdiction = ?
                """, territory);
        database.execute("""
                update incident set dossier_id = (select min(dossier_id::text)::uuid from incident where jurisdiction = ?)
                where jurisdiction = ?
                """, territory, territory);

        // Then
        assertThat(maps.inputs(territory).incidents()).hasSize(1);
    }

    @Test
    void isOrderedByIncidentsAndByNothingElseThatHappensToThem() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.add(territory + "-A", crossing(3, Instant.now().minusSeconds(60)), false);
        var ordered = changedAt(territory);
        assertThat(notBefore(territory)).isAfter(Instant.now().plusSeconds(200));

        // When
        database.execute("update incident set severity = 4, attended = true where jurisdiction = ?", territory + "-A");

        // Then
        assertThat(changedAt(territory)).isEqualTo(ordered);

        // When
        database.execute("update incident set verdict_withdrawn_at = now() where jurisdiction = ?", territory + "-A");

        // Then
        assertThat(changedAt(territory)).isAfter(ordered);
    }

    @Test
    void isComputedAgainSoonWhereSomethingChangedMeanwhileAndElseTomorrow() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.add(territory, crossing(3, Instant.now().minusSeconds(60)), false);

        // When
        fixture.compute(territory);

        // Then
        assertThat(notBefore(territory)).isEqualTo(BlackSpotFixture.endOfDay().plusSeconds(600));

        // When
        var task = fixture.claim(territory);
        fixture.add(territory, crossing(1, Instant.now().minusSeconds(50)), false);
        maps.keep(task, maps.inputs(territory));

        // Then
        assertThat(notBefore(territory)).isBefore(Instant.now().plusSeconds(400));
    }

    @Test
    void publishesNothingOnceAnotherReplicaHasTheTask() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.add(territory, crossing(3, Instant.now().minusSeconds(60)), false);
        var task = fixture.claim(territory);
        var inputs = maps.inputs(territory);
        var map = new BlackSpotCalculator(new CellIndex(), config).compute(inputs.incidents(), inputs.asOf());
        database.execute(
                "update black_spot_run set lease_owner = ? where territory = ?", IdGenerator.next(), territory);

        // Then
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> maps.publish(task, inputs, map));
        assertThat(fixture.maps(territory)).isEmpty();
    }

    @Test
    void isWrittenAgainWithANewIncidentAndKeepsSinceWhen() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.plant(territory);
        fixture.compute(territory);
        var first = fixture.maps(territory).getFirst();
        var since = since(first);
        assertThat(since).isNotEmpty();

        // When
        fixture.add(territory, crossing(1, Instant.now().minusSeconds(60)), false);
        fixture.compute(territory);

        // Then
        var versions = fixture.maps(territory);
        assertThat(versions).hasSize(2).startsWith(first);
        assertThat(since(first)).isEqualTo(since);
        assertThat(since(versions.getLast())).containsAnyElementsOf(since);
    }

    @Test
    void forgetsWhatIsTooOld() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.plant(territory);
        fixture.compute(territory);
        database.execute(
                "update black_spot_map set computed_at = now() - interval '501 days' where territory = ?", territory);

        // When
        fixture.add(territory, crossing(1, Instant.now().minusSeconds(60)), false);
        fixture.compute(territory);

        // Then
        assertThat(fixture.maps(territory)).hasSize(1);
        assertThat(database.one(Long.class, """
                select count(*) from black_spot spot
                where not exists (select from black_spot_map where id = spot.map_id)
                """)).isZero();
    }

    private List<String> since(UUID map) {
        return database.list(
                String.class,
                "select cell || ' ' || since::text from black_spot where map_id = ? and hour is null order by 1",
                map);
    }

    private Instant changedAt(String territory) {
        return database.one(
                        java.sql.Timestamp.class,
                        "select changed_at from black_spot_run where territory = ?",
                        territory)
                .toInstant();
    }

    private Instant notBefore(String territory) {
        return database.one(
                        java.sql.Timestamp.class,
                        "select not_before from black_spot_run where territory = ?",
                        territory)
                .toInstant();
    }

    private static List<VerifiedIncident> crossing(int count, Instant at) {
        return IntStream.range(0, count)
                .mapToObj(k -> new VerifiedIncident(IdGenerator.next(), "", LATITUDE, LONGITUDE, at, true, "crossing"))
                .toList();
    }
}
