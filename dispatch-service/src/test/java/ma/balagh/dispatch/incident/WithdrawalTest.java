package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.OFFICER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assign;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class WithdrawalTest extends Withdrawing {

    @Inject
    IncidentMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void cancelsWhatNobodyIsOn() {
        // When
        kafka.publish(withdrawn);

        // Then
        awaitWithdrawn()
                .body("state", equalTo("CANCELLED"))
                .body("timeline.kind", contains("OPENED", "VERDICT_WITHDRAWN", "CANCELLED"));
        kafka.await(IncidentCancelled.class, event -> event.incidentId().equals(incidentId));
        as(DISPATCHER)
                .get("/api/v1/incidents?state=CANCELLED&limit=200")
                .then()
                .body("items.id", hasItem(incidentId.toString()));
        assign(incidentId, unit(callSign())).statusCode(409);
    }

    @Test
    void callsBackWhoIsNotThereYet() {
        // Given
        var unitId = unit(callSign());
        var assignmentId = assigned(incidentId, unitId);
        progress(assignmentId, "EN_ROUTE").statusCode(200);

        // When
        kafka.publish(withdrawn);

        // Then
        awaitWithdrawn()
                .body("state", equalTo("CANCELLED"))
                .body("assignments[0].status", equalTo("STOOD_DOWN"))
                .body("timeline.kind", hasItem("STOOD_DOWN"));
        kafka.await(UnitStoodDown.class, event -> event.assignmentId().equals(assignmentId));
        as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().body("status", equalTo("AVAILABLE"));
    }

    @Test
    void opensAgainWhereAUnitWithoutNetworkHadBeenThere() {
        // Given
        var assignmentId = assigned(incidentId, unit(callSign()));
        var left = Instant.now();
        var there = left.plusMillis(1);
        await().until(() -> Instant.now().isAfter(there));
        kafka.publish(withdrawn);
        awaitWithdrawn().body("state", equalTo("CANCELLED"));

        // When
        report(assignmentId, "EN_ROUTE", left).statusCode(200);
        shown().body("state", equalTo("CANCELLED"));
        report(assignmentId, "ON_SCENE", there).statusCode(200).body("status", equalTo("STOOD_DOWN"));

        // Then: what it found can be told, and no unit is sent
        kafka.awaitOnly(IncidentReopened.class, event -> event.incidentId().equals(incidentId));
        shown().body("state", equalTo("OPEN"))
                .body("verdictWithdrawnAt", notNullValue())
                .body("timeline.kind", containsInRelativeOrder("ON_SCENE", "STOOD_DOWN", "CANCELLED", "REOPENED"));
        assign(incidentId, unit(callSign())).statusCode(409);
        outcome(incidentId, "ARRESTED", 1).statusCode(200);
    }

    @Test
    void staysCancelledBesideTheIncidentOfTheNextVerdict() {
        // Given
        var assignmentId = assigned(incidentId, unit(callSign()));
        var left = Instant.now();
        var there = left.plusMillis(1);
        await().until(() -> Instant.now().isAfter(there));
        kafka.publish(withdrawn);
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));
        await().atMost(PATIENCE).until(() -> incidents() == 2);

        // When
        report(assignmentId, "EN_ROUTE", left).statusCode(200);
        report(assignmentId, "ON_SCENE", there).statusCode(200);

        // Then
        shown().body("state", equalTo("CANCELLED")).body("timeline.kind", hasItem("ON_SCENE"));
    }

    @Test
    void leavesWhoIsOnTheSceneToTheDispatcher() {
        // Given
        var unitId = unit(callSign());
        var assignmentId = onScene(incidentId, unitId);
        var onItsWay = unit(callSign());
        assigned(incidentId, onItsWay);

        // When
        kafka.publish(withdrawn);

        // Then
        awaitWithdrawn().body("state", equalTo("ON_SCENE")).body("timeline.kind", hasItem("VERDICT_WITHDRAWN"));
        as(DISPATCHER).get("/api/v1/units/{id}", onItsWay).then().body("status", equalTo("AVAILABLE"));
        cancel().statusCode(409).body("detail", containsString("called back first"));
        progress(assignmentId, "CLEARED").statusCode(200);
        assign(incidentId, unitId).statusCode(409).body("detail", containsString("verdict was withdrawn"));
        as(OFFICER)
                .body(Map.of("note", "Fini"))
                .post("/api/v1/incidents/{id}/cancellation", incidentId)
                .then()
                .statusCode(403);
        cancel().statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("timeline[-1].note", equalTo("the patrol was called back"))
                .body("timeline[-1].by", equalTo("dispatcher"));
        cancel().statusCode(409);
        as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().body("status", equalTo("AVAILABLE"));
    }

    @Test
    void missesNoRightsOnceItIsCancelled() {
        // Given: somebody was held, and nobody told that anything was done for them
        var assignmentId = onScene(incidentId, unit(callSign()));
        as(DISPATCHER)
                .body(Map.of("minor", false))
                .put("/api/v1/incidents/{id}/rights/1", incidentId)
                .then()
                .statusCode(200);
        kafka.publish(withdrawn);
        awaitWithdrawn().body("missingRights", equalTo(4));
        progress(assignmentId, "CLEARED").statusCode(200);

        // When
        cancel().statusCode(200).body("missingRights", equalTo(0));

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents?missingRights=true&limit=200")
                .then()
                .body("items.id", not(hasItem(incidentId.toString())));
    }

    @Test
    void letsTheOutcomeBeToldOfWhatAUnitFound() {
        // Given
        onScene(incidentId, unit(callSign()));
        kafka.publish(withdrawn);
        awaitWithdrawn().body("state", equalTo("ON_SCENE"));

        // When
        outcome(incidentId, "NO_OFFENCE", 0).statusCode(200);

        // Then
        assertThat(kafka.await(
                                IncidentResolved.class,
                                event -> event.incidentId().equals(incidentId))
                        .verdictId())
                .isEqualTo(verdict.verdictId());
    }

    @Test
    void keepsTheOutcomeOfWhatIsOver() {
        // Given
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);

        // When
        kafka.publish(withdrawn);

        // Then
        awaitWithdrawn().body("state", equalTo("RESOLVED")).body("outcome.kind", equalTo("ARRESTED"));
        cancel().statusCode(409);
    }

    @Test
    void refusesToCancelWhatIsStillBelieved() {
        cancel().statusCode(409).body("detail", containsString("only after its verdict was withdrawn"));
    }

    @Test
    void countsNobodyAsWaitingForAUnitWhomNoneMayBeSentTo() {
        // Given: it waited longest, by far, until its verdict was withdrawn; other tests open some years ago
        var assignmentId = onScene(incidentId, unit(callSign()));
        kafka.publish(withdrawn);
        awaitWithdrawn();
        progress(assignmentId, "CLEARED").statusCode(200);
        database.execute("update incident set opened_at = opened_at - interval '100 years' where id = ?", incidentId);

        // When
        metrics.read();

        // Then
        assertThat(registry.get("balagh.incidents.oldest.unassigned.age")
                        .gauge()
                        .value())
                .isLessThan(Duration.ofDays(50 * 365).toSeconds());
    }

    @Test
    void opensNothingAgainForWhatIsToldTwice() {
        // Given
        var eventId = IdGenerator.next();
        kafka.publish(eventId, withdrawn);
        awaitWithdrawn();

        // When
        kafka.publish(eventId, withdrawn);
        kafka.publish(withdrawn);
        kafka.publish(verdict);
        awaitEverythingBefore();

        // Then
        assertThat(incidents()).isEqualTo(1);
        shown().body("timeline.kind", contains("OPENED", "VERDICT_WITHDRAWN", "CANCELLED"));
    }

    @Test
    void opensNothingForAVerdictWhoseWithdrawalWasHeardFirst() {
        // Given
        var other = verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE);

        // When
        kafka.publish(new VerdictWithdrawn(other.dossierId(), other.verdictId(), Instant.now()));
        kafka.publish(other);
        var last = verdict(other.dossierId(), Verdict.PRESUMED_OFFENCE);
        kafka.publish(last);
        incidentOf(other.dossierId());

        // Then
        assertThat(count("select count(*) from incident where verdict_id = ?", other.verdictId()))
                .isZero();
        assertThat(count("select count(*) from clock_verdict where verdict_id = ?", other.verdictId()))
                .isZero();
    }

    @Test
    void measuresAWithdrawnVerdictNoMore() {
        // Given
        assertThat(count("select count(*) from clock_verdict where verdict_id = ?", verdict.verdictId()))
                .isOne();

        // When
        kafka.publish(withdrawn);
        kafka.publish(verdict);
        awaitEverythingBefore();

        // Then
        assertThat(count("select count(*) from clock_verdict where verdict_id = ?", verdict.verdictId()))
                .isZero();
    }

    private static ValidatableResponse report(UUID assignmentId, String status, Instant at) {
        return as(DISPATCHER)
                .body(Map.of("status", status, "at", at.toString()))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then();
    }

    private ValidatableResponse cancel() {
        return as(DISPATCHER)
                .body(Map.of("note", "the patrol was called back"))
                .post("/api/v1/incidents/{id}/cancellation", incidentId)
                .then();
    }
}
