package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.inJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One unit is in one approved plan at a time. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PatrolDutyTest {

    @Inject
    Database database;

    @Inject
    DataSource pool;

    @Inject
    PatrolFixture fixture;

    private final String callSign = Story.callSign();
    private PatrolStory story;
    private UUID unit = new UUID(0, 0);

    @BeforeEach
    void enlistAUnit() {
        story = new PatrolStory(database, fixture);
        unit = story.unit(callSign);
    }

    @Test
    void refusesToApproveAPlanWhoseUnitAnotherOneHas() {
        // Given
        var first = story.proposed(unit);
        var second = story.proposed(story.unit(), unit);
        story.approve(first).statusCode(200);
        String from = story.read(first).extract().path("units[0].from");
        String to = story.read(first).extract().path("units[0].to");

        // Then
        story.approve(second)
                .statusCode(409)
                .body("type", equalTo("/problems/patrol-unit-taken"))
                .body("violations.code", contains("UNIT_IN_OTHER_PLAN"))
                .body("violations.params.unit", contains(callSign))
                .body("violations.params.plan", contains(first.toString()))
                .body("violations.params.from", contains(Instant.parse(from).toString()))
                .body("violations.params.to", contains(Instant.parse(to).toString()));
        story.read(second).body("state", equalTo("PROPOSED"));

        // When the first one is withdrawn
        as(story.commander())
                .body("{\"reason\": \"the other plan is better\"}")
                .post(PatrolStory.PATH + "/{id}/withdrawal", first)
                .then()
                .statusCode(200);

        // Then
        story.approve(second).statusCode(200);
    }

    @RepeatedTest(3)
    void letsOneOfTwoSimultaneousApprovalsWin() throws Exception {
        // Given
        var plans = List.of(story.proposed(unit), story.proposed(unit));
        var tags = plans.stream()
                .map(plan -> as(story.commander())
                        .get(PatrolStory.PATH + "/{id}", plan)
                        .header("ETag"))
                .toList();
        var together = new CyclicBarrier(2);

        // When neither can take the unit before both have begun
        List<Future<Response>> answers;
        try (var threads = Executors.newFixedThreadPool(2);
                var held = pool.getConnection();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("lock table patrol_duty in share mode");
            answers = IntStream.range(0, 2)
                    .mapToObj(each -> threads.submit(() -> {
                        together.await(20, TimeUnit.SECONDS);
                        return as(story.commander())
                                .header("If-Match", tags.get(each))
                                .post(PatrolStory.PATH + "/{id}/approval", plans.get(each));
                    }))
                    .toList();
            await().until(() -> waiting() >= 2);
            held.rollback();
        }

        // Then
        var both = List.of(answers.getFirst().get(), answers.getLast().get());
        assertThat(both).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(both)
                .filteredOn(answer -> answer.statusCode() == 409)
                .extracting(answer -> answer.<String>path("violations[0].code"))
                .containsExactly("UNIT_IN_OTHER_PLAN");
    }

    private long waiting() {
        return database.one(Long.class, """
                select count(*) from pg_locks
                where not granted and database = (select oid from pg_database where datname = current_database())
                """);
    }

    @Test
    void standsInTheDatabaseToo() {
        // Given
        var first = story.proposed(unit);
        var second = story.proposed(unit);
        story.approve(first).statusCode(200);

        // Then
        assertThatThrownBy(() -> database.execute("""
                        update patrol_plan set state = 'APPROVED', approved_at = now(), approved_by = 'x' where id = ?
                        """, second)).hasStackTraceContaining("patrol_duty_once");
    }

    @Test
    void plansAroundWhatOtherPlansHave() {
        // Given
        var other = story.unit();
        var first = story.proposed(unit);
        story.approve(first).statusCode(200);
        var from = PatrolStory.soon().plus(Duration.ofHours(4));

        // When
        var second = story.make(new UUID[] {unit, other}, from);
        fixture.work(second);

        // Then the unit comes when the first plan lets it go
        String free = story.read(first).extract().path("to");
        story.read(second)
                .body("units.find { it.id == '%s' }.from".formatted(unit), equalTo(free))
                .body("units.find { it.id == '%s' }.from".formatted(other), equalTo(inJson(from)));
        assertThat(database.one(Long.class, """
                        select count(*) from patrol_visit early join patrol_plan plan on plan.id = ?
                        where early.plan_id = ? and early.unit_id = ? and early.start_at < plan.to_at
                        """, first, second, unit)).isZero();
        story.approve(second).statusCode(200);
    }

    @Test
    void saysWhoIsTakenWhereNobodyIsLeft() {
        // Given
        var first = story.proposed(unit);
        story.approve(first).statusCode(200);

        // Then for one who is asked for, and for all who would be meant to work
        refused(unit)
                .body("violations.field", contains("units[0]"))
                .body("violations.code", contains("UNIT_IN_OTHER_PLAN"))
                .body("violations.params.plan", contains(first.toString()));
        refused().body("violations.field", contains("units")).body("violations.params.unit", contains(callSign));
    }

    private ValidatableResponse refused(UUID... units) {
        return as(story.commander())
                .body(story.command(PatrolStory.soon(), units))
                .post(PatrolStory.PATH)
                .then()
                .statusCode(400);
    }
}
