package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approved plans whose units do nothing that would order a repair. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PatrolLookTest {

    private static final int AWAY_MINUTES = 60;
    private static final int DAY_MINUTES = 24 * 60;

    @Inject
    Database database;

    @Inject
    PatrolFixture fixture;

    private PatrolStory story;
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void enlistUnits() {
        story = new PatrolStory(database, fixture);
        first = story.unit();
        second = story.unit();
    }

    @Test
    void passesLaterVisitsOnWhileAUnitStaysOnAnIncident() {
        // Given a unit that is sent to an incident, and keeps what lies more than an hour ahead
        var plan = story.approved(first, second);
        story.giveAll(plan, first, 20);
        story.pass(plan, Duration.ofMinutes(6));
        story.status(first, "EN_ROUTE");
        fixture.work(plan);
        assertThat(story.within(plan, first, AWAY_MINUTES)).isZero();
        assertThat(story.within(plan, first, 5 * AWAY_MINUTES)).isGreaterThan(1);
        assertThat(fixture.isDue(plan)).isFalse();
        assertThat(secondOfNextLook(plan)).isEqualTo(secondOfNextVisit(plan, first) - 3600);

        // When it is still there an hour later
        story.pass(plan, Duration.ofHours(1));
        var ofTheOther = story.within(plan, second, DAY_MINUTES);

        // Then
        assertThat(story.within(plan, first, AWAY_MINUTES)).isPositive();
        assertThat(fixture.isDue(plan)).isTrue();
        fixture.work(plan);
        assertThat(story.within(plan, first, AWAY_MINUTES)).isZero();
        assertThat(story.within(plan, second, DAY_MINUTES)).isGreaterThan(ofTheOther);
        story.read(plan).body("repairs", equalTo(2));
        assertThat(fixture.isDue(plan)).isFalse();
    }

    private long secondOfNextLook(UUID plan) {
        return database.one(
                Long.class, "select extract(epoch from not_before)::bigint from patrol_run where plan_id = ?", plan);
    }

    private long secondOfNextVisit(UUID plan, UUID unit) {
        return database.one(Long.class, """
                select extract(epoch from min(start_at))::bigint from patrol_visit
                where plan_id = ? and unit_id = ? and state = 'PLANNED' and start_at > now()
                """, plan, unit);
    }

    @Test
    void passesVisitsOnOfAUnitThatNeverComesOnDuty() {
        // Given
        story.status(first, "OFF_DUTY");
        var plan = story.approved(first, second);
        story.giveAll(plan, first, 20);
        fixture.work(plan);
        assertThat(story.within(plan, first, AWAY_MINUTES)).isEqualTo(1);
        assertThat(fixture.isDue(plan)).isFalse();

        // When its work should have begun
        story.pass(plan, Duration.ofMinutes(6));

        // Then
        assertThat(fixture.isDue(plan)).isTrue();
        fixture.work(plan);
        assertThat(story.within(plan, first, AWAY_MINUTES)).isZero();
        story.read(plan).body("repairs", greaterThan(0));

        // When the next one comes within reach
        story.pass(plan, Duration.ofMinutes(30));
        assertThat(story.within(plan, first, AWAY_MINUTES)).isPositive();

        // Then
        assertThat(fixture.isDue(plan)).isTrue();
        fixture.work(plan);
        assertThat(story.within(plan, first, AWAY_MINUTES)).isZero();
    }

    @Test
    void leavesAPlanWhoseUnitsWork() {
        // Given
        var plan = story.approved(first, second);
        assertThat(fixture.isDue(plan)).isFalse();

        // When all of them have begun
        story.pass(plan, Duration.ofMinutes(6));
        assertThat(fixture.isDue(plan)).isTrue();
        fixture.work(plan);

        // Then
        assertThat(fixture.stateOfRun(plan)).isEqualTo("DONE");
        story.read(plan).body("repairs", equalTo(0));
    }

    @Test
    void ordersNothingForAPlanThatIsOver() {
        // Given a unit that never came
        story.status(first, "OFF_DUTY");
        var plan = story.approved(first);
        assertThat(fixture.stateOfRun(plan)).isEqualTo("QUEUED");

        // When
        story.pass(plan, Duration.ofHours(9));
        fixture.work(plan);

        // Then
        assertThat(fixture.stateOfRun(plan)).isEqualTo("DONE");
        story.read(plan).body("repairs", equalTo(0));
        story.status(first, "AVAILABLE");
        assertThat(fixture.stateOfRun(plan)).isEqualTo("DONE");
    }

    @Test
    void repairsNothingForAVisitWhosePlaceHasNoTimeLeft() {
        // Given a visit that no unit made, minutes before the end of the plan
        var plan = withOpenVisit(Duration.ofHours(8));
        var tag = tag(plan);

        // When
        story.status(first, "EN_ROUTE");
        fixture.work(plan);

        // Then
        story.read(plan).body("repairs", equalTo(0));
        assertThat(tag(plan)).isEqualTo(tag);
    }

    @Test
    void notesNoRepairThatChangesNothing() {
        // Given an open visit for which there is time, though not for a unit that is away
        var plan = withOpenVisit(Duration.ofMinutes(8 * 60 - 40));
        var tag = tag(plan);

        // When
        story.status(first, "EN_ROUTE");
        fixture.work(plan);

        // Then
        story.read(plan).body("repairs", equalTo(0)).body("history.kind", not(hasItem("REPAIRED")));
        assertThat(tag(plan)).isEqualTo(tag);

        // When it comes back
        story.status(first, "AVAILABLE");
        fixture.work(plan);

        // Then
        story.read(plan)
                .body("repairs", equalTo(1))
                .body("history.find { it.kind == 'REPAIRED' }.changed", greaterThan(0));
        assertThat(tag(plan)).isNotEqualTo(tag);
    }

    /** An approved plan of eight hours of which the last visit has no unit, once so much time has passed. */
    private UUID withOpenVisit(Duration passed) {
        var plan = story.approved(first);
        story.giveAll(plan, first, 20);
        database.execute("""
                update patrol_visit
                set state = 'UNASSIGNED', unit_id = null, travel_seconds = null, start_at = null, end_at = null
                where id = (select id from patrol_visit where plan_id = ? order by id desc limit 1)
                """, plan);
        story.pass(plan, passed);
        return plan;
    }

    private String tag(UUID plan) {
        return as(story.commander()).get(PatrolStory.PATH + "/{id}", plan).header("ETag");
    }

    @Test
    void looksAtOnceWhenAUnitChangesWhileTheClockRuns() {
        // Given
        var plan = story.approved(first, second);
        assertThat(fixture.isDue(plan)).isFalse();

        // When
        story.status(first, "EN_ROUTE");

        // Then
        assertThat(fixture.isDue(plan)).isTrue();
    }

    @Test
    void keepsThePauseOfALookThatFailed() {
        // Given
        var plan = story.approved(first, second);
        database.execute("update patrol_run set failures = 1, last_failure = 'no roads' where plan_id = ?", plan);

        // When
        story.status(first, "EN_ROUTE");

        // Then
        assertThat(fixture.isDue(plan)).isFalse();
    }
}
