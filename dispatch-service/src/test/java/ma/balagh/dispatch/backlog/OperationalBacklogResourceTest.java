package ma.balagh.dispatch.backlog;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class OperationalBacklogResourceTest {

    private static final String BACKLOG = "/api/v1/statistics/backlog";
    private static final String FOR_A_UNIT = "stages.find { it.stage == 'OPEN_TO_ASSIGNED' }.";

    /** A territory that no other test has. */
    private final String territory =
            "MA-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private final TestTokens commander =
            TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    @Test
    void countsIncidentsByWhatTheyWaitFor() {
        // Given
        var late = incident();
        incident();
        database.execute("""
                update incident_stage
                set started_at = '2026-01-01T00:00:00Z', target_at = '2026-01-01T00:01:00Z'
                where incident_id = ?
                """, late);

        // When // Then
        backlog(commander)
                .body("stages.size()", equalTo(6))
                .body(FOR_A_UNIT + "incidents", equalTo(2))
                .body(FOR_A_UNIT + "overdue", equalTo(1))
                .body(FOR_A_UNIT + "since", equalTo("2026-01-01T00:00:00.000Z"))
                .body("stages.find { it.stage == 'OUTCOME_TO_REFERRED' }.incidents", equalTo(0))
                .body("stages.find { it.stage == 'OUTCOME_TO_REFERRED' }.since", nullValue());
    }

    @Test
    void countsMissingRightsAndReferrals() {
        // Given
        var id = incident();
        Story.onScene(id, Story.unit(Story.callSign(), territory));
        Story.outcome(id, "ARRESTED", 1).statusCode(200);

        // When // Then
        var since = backlog(commander)
                .body("missingRights.count", equalTo(1))
                .body("stages.find { it.stage == 'OUTCOME_TO_REFERRED' }.incidents", equalTo(1))
                .body(FOR_A_UNIT + "incidents", equalTo(0))
                .extract()
                .<String>path("missingRights.since");
        assertThat(Instant.parse(since)).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void countsDraftsOfCommuniques() {
        // Given
        var texts = Map.of(
                "ar", "بلاغ للعموم\n\nتم توقيف شخصين يشتبه في تورطهما في السرقة.",
                "fr", "Arrestations à Casablanca\n\nDeux personnes soupçonnées de vol ont été arrêtées.",
                "en", "Arrests in Casablanca\n\nTwo people suspected of theft were arrested.");
        as(commander)
                .body(Map.of("jurisdiction", territory, "kind", "STATEMENT", "texts", texts))
                .post("/api/v1/communiques")
                .then()
                .statusCode(201);

        // When // Then
        backlog(commander).body("communiquesToApprove.count", equalTo(1));
        backlog(elsewhere()).body("communiquesToApprove.count", equalTo(0));
    }

    @Test
    void countsPatrolPlansThatWaitForAnApprovalUntilTheyAreOver() {
        // Given
        plan("2999-01-01T00:00:00Z");
        plan("2026-01-01T08:00:00Z");

        // When // Then
        backlog(commander)
                .body("patrolPlansToApprove.count", equalTo(1))
                .body("patrolPlansToApprove.since", equalTo("2025-12-31T12:05:00.000Z"));
        backlog(elsewhere()).body("patrolPlansToApprove.count", equalTo(0));
    }

    private void plan(String to) {
        database.execute("""
                insert into patrol_plan (id, jurisdiction, from_at, to_at, state, seed, made_at, made_by, solved_at,
                                         hard_score, medium_score, soft_score, repairs, version)
                values (?, ?, '2026-01-01T00:00:00Z', cast(? as timestamptz), 'PROPOSED', 1, '2025-12-31T12:00:00Z', 'badr',
                        '2025-12-31T12:05:00Z', 0, 0, 0, 0, 1)
                """, IdGenerator.next(), territory, to);
    }

    @Test
    void countsOnlyWhatLiesInTheViewersTerritory() {
        // Given
        incident();

        // When // Then
        backlog(elsewhere()).body("stages.incidents.sum()", equalTo(0));
        as(Story.COMMANDER)
                .get(BACKLOG + "?jurisdiction={code}", territory)
                .then()
                .statusCode(200)
                .body(FOR_A_UNIT + "incidents", equalTo(1));
        as(Story.COMMANDER)
                .get(BACKLOG + "?jurisdiction=casa")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("jurisdiction"));
    }

    private TestTokens elsewhere() {
        return TestTokens.of("elsewhere", Roles.COMMANDER).withJurisdictions(territory + "-X");
    }

    private static ValidatableResponse backlog(TestTokens person) {
        return as(person).get(BACKLOG).then().statusCode(200);
    }

    private UUID incident() {
        var dossierId = IdGenerator.next();
        var usual = Story.verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        kafka.publish(new VerdictReached(
                dossierId,
                usual.verdictId(),
                territory,
                usual.verdict(),
                usual.severity(),
                usual.place(),
                usual.latitude(),
                usual.longitude(),
                usual.occurredAt(),
                null,
                usual.proposedAt(),
                usual.confirmedAt()));
        return Story.incidentOf(dossierId);
    }
}
