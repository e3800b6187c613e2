package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assign;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.referral;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an incident whose verdict was withdrawn when another one is reached. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class NextVerdictTest extends Withdrawing {

    @Test
    void goesOnForTheNextVerdictWhileAUnitIsOut() {
        // Given: the next one says that life is in danger
        onScene(incidentId, unit(callSign()));
        shown().body("alarmLevel", equalTo(1));
        var next = ofSeverity(4, verdict(dossierId, Verdict.PRESUMED_OFFENCE));

        // When
        kafka.publish(withdrawn);
        kafka.publish(next);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> shown().body("timeline.kind", hasItem("VERDICT_REACHED_AGAIN"))
                        .body("verdictWithdrawnAt", nullValue())
                        .body("severity", equalTo(4))
                        .body("alarmLevel", equalTo(2)));
        assertThat(incidents()).isEqualTo(1);
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
        assertThat(kafka.await(
                                IncidentResolved.class,
                                event -> event.incidentId().equals(incidentId))
                        .verdictId())
                .isEqualTo(next.verdictId());
    }

    private static VerdictReached ofSeverity(int severity, VerdictReached verdict) {
        return new VerdictReached(
                verdict.dossierId(),
                verdict.verdictId(),
                verdict.jurisdiction(),
                verdict.verdict(),
                severity,
                verdict.place(),
                verdict.latitude(),
                verdict.longitude(),
                verdict.occurredAt(),
                null,
                verdict.proposedAt(),
                verdict.confirmedAt());
    }

    @Test
    void hasItsOutcomeForTheNextVerdictOnceItIsOver() {
        // Given: somebody was arrested and presented to a prosecutor
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
        referral(incidentId).statusCode(200);
        kafka.publish(withdrawn);
        awaitWithdrawn();
        var next = verdict(dossierId, Verdict.PRESUMED_OFFENCE);

        // When
        kafka.publish(next);

        // Then: it is told again, and no unit is asked for
        var resolved =
                kafka.await(IncidentResolved.class, event -> next.verdictId().equals(event.verdictId()));
        assertThat(resolved.incidentId()).isEqualTo(incidentId);
        assertThat(resolved.outcome()).isEqualTo(OutcomeKind.ARRESTED);
        kafka.await(IncidentReferred.class, event -> next.verdictId().equals(event.verdictId()));
        shown().body("state", equalTo("REFERRED")).body("verdictWithdrawnAt", nullValue());
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void standsOnNoVerdictThatWasWithdrawn() {
        // Given: a unit is out, and the second verdict was withdrawn, too
        onScene(incidentId, unit(callSign()));
        kafka.publish(withdrawn);
        var next = verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        kafka.publish(new VerdictWithdrawn(dossierId, next.verdictId(), Instant.now()));

        // When
        kafka.publish(next);
        awaitEverythingBefore();

        // Then
        shown().body("verdictWithdrawnAt", notNullValue()).body("timeline.kind", not(hasItem("VERDICT_REACHED_AGAIN")));
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void opensAnotherForTheNextVerdictAfterTheFirstWasCancelled() {
        // When
        kafka.publish(withdrawn);
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));

        // Then
        await().atMost(PATIENCE).until(() -> incidents() == 2);
        shown().body("state", equalTo("CANCELLED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_FOUND", "NO_OFFENCE"})
    void opensAnotherForTheNextVerdictAfterNobodyWasFound(String kind) {
        // Given
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, kind, 0).statusCode(200);
        kafka.publish(withdrawn);
        awaitWithdrawn();

        // When
        var next = verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        kafka.publish(next);

        // Then
        var opened = kafka.await(
                IncidentOpened.class,
                event -> event.dossierId().equals(dossierId)
                        && !event.incidentId().equals(incidentId));
        assertThat(count("select count(*) from incident where verdict_id = ?", next.verdictId()))
                .isOne();
        assign(opened.incidentId(), unit(callSign())).statusCode(201);
        shown().body("state", equalTo("RESOLVED")).body("verdictWithdrawnAt", notNullValue());
        as(DISPATCHER)
                .body(Map.of("reason", "he was seen again"))
                .post("/api/v1/incidents/{id}/reopening", incidentId)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/other-incident-open"));
    }
}
