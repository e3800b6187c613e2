package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskWorkers;
import ma.balagh.taskqueue.WakeUpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that are done by the workers of two replicas, at a second or so after their stage begins. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class EscalationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofSeconds(1);

    /** Half of the time between two steps: a longer pause lets both be due. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(500);

    @Inject
    EscalationQueue queue;

    @Inject
    EscalationWorker worker;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    private final List<TaskWorkers<EscalationTask>> replicas = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // started before each test
    private PauseProbe machine;

    /** What other tests left waiting must not hold up what is measured here. */
    @BeforeEach
    void endWhatOthersLeft() {
        database.execute("update escalation set state = 'ENDED' where state = 'QUEUED'");
        machine = PauseProbe.start(() -> database.one(Integer.class, "select 1"));
    }

    @AfterEach
    void stopReplicas() throws InterruptedException {
        machine.close();
        for (var replica : replicas) {
            replica.stop();
        }
    }

    @Test
    void doesEachStepOnceAndOnTimeOnTwoReplicas() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);
        startReplica();
        startReplica();

        // When
        var incidents = IntStream.range(0, 10)
                .mapToObj(i -> Policies.incident(kafka, territory))
                .toList();

        // Then
        await().atMost(PATIENCE).until(() -> fired(territory) == 30);
        assertOnTime(territory);
        for (var incident : incidents) {
            assertInOrder(steps(incident), "NEXT_UNIT_PROPOSED", "SUPERVISOR", "COMMANDER");
            kafka.await(
                    IncidentEscalated.class,
                    event -> event.incidentId().equals(incident) && event.step() == EscalationStep.COMMANDER);
            assertInOrder(
                    kafka.events(IncidentEscalated.class).stream()
                            .filter(event -> event.incidentId().equals(incident))
                            .map(IncidentEscalated::step)
                            .toList(),
                    EscalationStep.NEXT_UNIT_PROPOSED,
                    EscalationStep.SUPERVISOR,
                    EscalationStep.COMMANDER);
        }
    }

    @Test
    void takesAStepOverInTimeFromAReplicaThatDied() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);
        Policies.incident(kafka, territory);

        // When
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> queue.tasks().claim().isPresent());
        startReplica();

        // Then
        await().atMost(PATIENCE).until(() -> fired(territory) == 3);
        assertOnTime(territory);
    }

    @Test
    void doesNothingWhereTheStageEndedJustBefore() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);
        var incident = Policies.incident(kafka, territory);
        var task = await().atMost(PATIENCE).until(queue.tasks()::claim, claimed -> claimed.isPresent());

        // When
        assigned(incident, unit(callSign()));

        // Then
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> worker.work(task.orElseThrow()));
        assertThat(steps(incident)).isEmpty();
        assertThat(database.list(String.class, """
                select escalation.state from escalation
                join incident_stage on incident_stage.id = stage_id
                where incident_id = ? and stage = 'OPEN_TO_ASSIGNED'
                """, incident))
                .containsOnly("ENDED")
                .hasSize(3);
    }

    @Test
    void proposesTheNextUnitInPlaceOfTheOneThatDoesNotAnswer() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);
        var incident = Policies.incident(kafka, territory);
        var silent = unit(callSign());
        var assignment = assigned(incident, silent);
        unit(callSign());

        // When
        startReplica();

        // Then
        var event = kafka.await(
                IncidentEscalated.class,
                told -> incident.equals(told.incidentId()) && told.step() == EscalationStep.NEXT_UNIT_PROPOSED);
        assertThat(event.stage()).isEqualTo(IncidentStage.ASSIGNED_TO_ACKNOWLEDGED);
        assertThat(event.assignmentId()).isEqualTo(assignment);
        assertThat(event.proposedUnitId()).isNotNull().isNotEqualTo(silent);
        String proposed = as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incident)
                .path("timeline.find { it.kind == 'ESCALATED' }.escalation.proposedCallSign");
        assertThat(proposed)
                .isEqualTo(
                        database.one(String.class, "select call_sign from unit where id = ?", event.proposedUnitId()));
    }

    @Test
    void namesNoUnitWhenReplicasDiedOverTheStep() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);
        var incident = Policies.incident(kafka, territory);
        var task = await().atMost(PATIENCE)
                .until(queue.tasks()::claim, claimed -> claimed.isPresent())
                .orElseThrow();

        // When
        worker.giveUp(task);

        // Then
        assertThat(steps(incident)).containsExactly("NEXT_UNIT_PROPOSED");
        assertThat(database.list(
                        String.class,
                        "select proposed_call_sign from incident_entry where incident_id = ? and step is not null",
                        incident))
                .containsOnlyNulls();
    }

    @Test
    void countsFromTheDatabasesClockWhateverTheReportSays() {
        // Given
        var territory = Policies.territory();
        Policies.put(territory, Policies.ofSeconds()).statusCode(200);
        var incident = Policies.incident(kafka, territory);
        var assignment = assigned(incident, unit(callSign()));

        // When
        progress(assignment, "ACKNOWLEDGED").statusCode(200);

        // Then
        assertThat(database.one(Boolean.class, """
                select bool_and(due_at = started_at + case step when 'NEXT_UNIT_PROPOSED' then interval '1 s'
                    when 'SUPERVISOR' then interval '2 s' else interval '3 s' end)
                from escalation join incident_stage on incident_stage.id = stage_id
                where incident_id = ?
                """, incident)).isTrue();
    }

    private void startReplica() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(EscalationWorkersConfig.class)
                .build()
                .getConfigMapping(EscalationWorkersConfig.class);
        var replica = new TaskWorkers<>(
                queue.tasks(), worker, WakeUpCalls.NONE, config, new SimpleMeterRegistry(), Thread.ofPlatform());
        replica.start();
        replicas.add(replica);
    }

    private long fired(String territory) {
        return database.one(Long.class, """
                select count(*) from escalation
                join incident_stage on incident_stage.id = stage_id
                join incident on incident.id = incident_id
                where incident.jurisdiction = ? and escalation.state = 'FIRED'
                """, territory);
    }

    /** But for the time in which the machine itself stood still. */
    private void assertOnTime(String territory) {
        var steps = database.list(String.class, """
                select (extract(epoch from due_at) * 1000)::bigint || ' ' || (extract(epoch from fired_at) * 1000)::bigint
                from escalation
                join incident_stage on incident_stage.id = stage_id
                join incident on incident.id = incident_id
                where incident.jurisdiction = ? and escalation.state = 'FIRED'
                """, territory);
        assertThat(steps).allSatisfy(step -> {
            var times = Stream.of(step.split(" "))
                    .map(milliseconds -> Instant.ofEpochMilli(Long.parseLong(milliseconds)))
                    .toList();
            var due = times.getFirst();
            var done = times.getLast();
            assertThat(done).isAfterOrEqualTo(due);
            assertThat(machine.late(due, done)).isLessThanOrEqualTo(LATEST);
        });
    }

    /** Where the machine stood still until several were due, two replicas do them at once, in any order. */
    @SafeVarargs
    private <T> void assertInOrder(List<T> steps, T... expected) {
        if (machine.longest().compareTo(LONG_PAUSE) < 0) {
            assertThat(steps).containsExactly(expected);
        } else {
            assertThat(steps).containsExactlyInAnyOrder(expected);
        }
    }

    private List<String> steps(UUID incident) {
        return database.list(
                String.class,
                "select step from incident_entry where incident_id = ? and kind = 'ESCALATED' order by id",
                incident);
    }
}
