package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PatrolWithdrawalTest {

    private static final String REASON = "a march needs all units";
    private static final String VISITS = "/api/v1/patrol-visits";

    @Inject
    Database database;

    @Inject
    PatrolFixture fixture;

    private final String callSign = Story.callSign();
    private PatrolStory story;
    private UUID unit = new UUID(0, 0);

    @BeforeEach
    void enlistACrew() {
        story = new PatrolStory(database, fixture);
        unit = story.unit(callSign);
    }

    private ValidatableResponse withdraw(UUID plan) {
        return withdraw(story.commander(), plan, REASON);
    }

    private static ValidatableResponse withdraw(TestTokens by, UUID plan, String reason) {
        return as(by).body(Map.of("reason", reason))
                .post(PatrolStory.PATH + "/{id}/withdrawal", plan)
                .then();
    }

    private ValidatableResponse own() {
        return as(story.crew(callSign)).get(VISITS).then().statusCode(200);
    }

    /** One visit began five minutes ago, three lie ahead. */
    private UUID running() {
        var plan = story.approved(unit);
        story.giveAll(plan, unit, 20);
        story.pass(plan, Duration.ofMinutes(25));
        return plan;
    }

    @Test
    void takesAwayWhatHasNotBegun() {
        // Given
        var plan = running();
        own().body("items.state", contains("PLANNED", "PLANNED", "PLANNED", "PLANNED"));

        // When
        withdraw(plan)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnBy", equalTo("commander"))
                .body("withdrawnAt", notNullValue())
                .body("withdrawalReason", equalTo(REASON))
                .body("approvedBy", equalTo("commander"));

        // Then for desk and crew
        story.read(plan)
                .body("visits.state", contains("INTERRUPTED"))
                .body("spots[0].planned", equalTo(0))
                .body("history.kind", contains("MADE", "PROPOSED", "APPROVED", "WITHDRAWN"))
                .body("history[3].by", equalTo("commander"))
                .body("history[3].changed", equalTo(3));
        own().body("items.state", contains("INTERRUPTED"));
        as(story.commander())
                .queryParam("state", "WITHDRAWN")
                .get(PatrolStory.PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(plan.toString()));
        // and whoever asks later can still find out what was planned
        assertThat(database.one(Long.class, """
                        select count(*) from patrol_visit where plan_id = ? and state = 'WITHDRAWN' and unit_id = ?
                        """, plan, unit)).isEqualTo(3);
    }

    @Test
    void repairsNothingAfterwards() {
        // Given
        var plan = running();
        withdraw(plan).statusCode(200);

        // When
        story.status(unit, "EN_ROUTE");
        fixture.work(plan);

        // Then
        assertThat(fixture.stateOfRun(plan)).isEqualTo("DONE");
        story.status(unit, "AVAILABLE");
        assertThat(fixture.stateOfRun(plan)).isEqualTo("DONE");
        story.read(plan).body("repairs", equalTo(0)).body("visits.state", contains("INTERRUPTED"));
    }

    @Test
    void countsOnlyVisitsThatHadBegun() {
        // Given
        var plan = running();
        withdraw(plan).statusCode(200);
        dosage(plan).body("unmeasured", equalTo(1));

        // When
        story.pass(plan, Duration.ofHours(5));
        assertThat(fixture.measure()).isPositive();

        // Then
        dosage(plan)
                .body("unmeasured", equalTo(0))
                .body("spots[0].visits", equalTo(0))
                .body("spots[0].plannedMinutes", allOf(greaterThan(4.9f), lessThan(6f)));
    }

    private ValidatableResponse dosage(UUID plan) {
        return as(story.commander())
                .get(PatrolStory.PATH + "/{id}/dosage", plan)
                .then()
                .statusCode(200);
    }

    @Test
    void stillHearsWhatACrewSawUntilThen() {
        // Given
        var plan = running();
        var visits = database.list(UUID.class, "select id from patrol_visit where plan_id = ? order by start_at", plan);

        // When
        withdraw(plan).statusCode(200);

        // Then
        observe(visits.getFirst()).statusCode(200);
        observe(visits.getLast()).statusCode(409).body("type", equalTo("/problems/patrol-plan-out-of-turn"));
    }

    private ValidatableResponse observe(UUID visit) {
        return as(story.crew(callSign))
                .body(Map.of("kind", "NOTHING"))
                .put(VISITS + "/{id}/observation", visit)
                .then();
    }

    @Test
    void takesBackAPlanThatNobodyApproved() {
        // Given
        var plan = story.proposed(unit);

        // When
        withdraw(plan).statusCode(200).body("approvedAt", nullValue()).body("visits", empty());

        // Then
        story.approve(plan).statusCode(409);
        own().body("items", empty());
    }

    @Test
    void refusesWhatCannotBeWithdrawn() {
        // Given
        var solving = story.made(unit);
        var elsewhere = TestTokens.of("elsewhere", Roles.COMMANDER).withJurisdictions("XQ");

        // Then
        withdraw(solving).statusCode(409).body("type", equalTo("/problems/patrol-plan-out-of-turn"));
        fixture.work(solving);
        withdraw(story.commander(), solving, "no").statusCode(400).body("violations.field", hasItem("reason"));
        withdraw(story.commander(), solving, "x".repeat(501)).statusCode(400);
        withdraw(elsewhere, solving, REASON).statusCode(404);
        withdraw(solving).statusCode(200);
        withdraw(solving).statusCode(409);

        // Given one that is over
        var over = running();
        story.pass(over, Duration.ofHours(9));

        // Then
        withdraw(over).statusCode(409).body("detail", equalTo("its time is over"));
    }
}
