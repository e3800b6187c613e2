package ma.balagh.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two replicas of dispatch, of which one after the other is killed at moments that nobody chose while steps of escalation are
 * due every moment: each step is done once, and within a second of its time. {@code -Dbalagh.kills=20} kills more often.
 */
@Tag("long")
final class KilledDispatchIT {

    private static final int KILLS = Integer.getInteger("balagh.kills", 4);
    /** Between two kills. */
    private static final int INCIDENTS = 10;

    /** Those that follow for an incident to which nobody sends a unit. */
    private static final Set<EscalationStep> STEPS =
            EnumSet.of(EscalationStep.NEXT_UNIT_PROPOSED, EscalationStep.SUPERVISOR, EscalationStep.COMMANDER);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_LIFE_MILLIS = 2_000;
    private static final Duration LATEST = Duration.ofSeconds(1);
    private static final String TERRITORY = "MA-CAS-FAULT";
    private static final TestTokens COMMANDER = TestTokens.of("commander", "commander");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void doesEachStepOnceAndOnTime() throws Exception {
        try (var cluster = DispatchCluster.start(2, Map.of());
                var machine = PauseProbe.start(() -> cluster.query("select 1"))) {
            // Given
            setTargets(cluster.replica(0));

            // When
            for (var kill = 0; kill < KILLS; kill++) {
                for (var incident = 0; incident < INCIDENTS; incident++) {
                    cluster.confirmOffence(TERRITORY);
                }
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                cluster.replace(kill % 2);
            }
            var steps = KILLS * INCIDENTS * STEPS.size();
            AnswerPoller.until("every step is done", PATIENCE, () -> done(cluster), done -> done == steps);

            // Then
            var times = times(cluster);
            var latest = times.stream()
                    .map(step -> Duration.between(step.due(), step.done()))
                    .max(Duration::compareTo)
                    .orElseThrow();
            System.out.printf(
                    "%d kills by seed %d, %d steps, the latest %d ms late; the machine paused for %d ms at most%n",
                    KILLS, seed, steps, latest.toMillis(), machine.longest().toMillis());
            // While the machine itself stands still, nothing can be on time.
            assertThat(times).allSatisfy(step -> {
                assertThat(step.done()).isAfterOrEqualTo(step.due());
                assertThat(machine.late(step.due(), step.done())).isLessThanOrEqualTo(LATEST);
            });
            assertThat(told(cluster)).hasSize(steps).doesNotHaveDuplicates();
            assertThat(published(cluster.kafka(), steps)).hasSize(steps).doesNotHaveDuplicates();
        }
    }

    /** Stages last some seconds, and each further step follows a little later. */
    private static void setTargets(DispatchReplica replica) throws Exception {
        var path = "/api/v1/escalation-policies/" + TERRITORY;
        var stages = Stream.of(IncidentStage.values())
                .map(stage -> """
                        {"stage": "%s", "targetSeconds": 3, "steps": [%s{"step": "SUPERVISOR", "afterSeconds": 6},
                         {"step": "COMMANDER", "afterSeconds": 9}]}""".formatted(
                                stage,
                                stage.compareTo(IncidentStage.ON_SCENE_TO_OUTCOME) < 0
                                        ? "{\"step\": \"NEXT_UNIT_PROPOSED\", \"afterSeconds\": 3}, "
                                        : ""))
                .collect(Collectors.joining(",", "{\"stages\": [", "]}"));
        var tag = replica.get(COMMANDER, path).headers().firstValue("ETag").orElseThrow();
        assertThat(replica.put(COMMANDER, path, stages, "If-Match", tag).statusCode())
                .isEqualTo(200);
    }

    private static int done(DispatchCluster cluster) {
        return cluster.query("select id from escalation where state = 'FIRED'").size();
    }

    /** When a step was to come, and when it did. */
    private record StepTimes(Instant due, Instant done) {}

    private static List<StepTimes> times(DispatchCluster cluster) {
        return cluster.query("""
                        select (extract(epoch from due_at) * 1000)::bigint || ' ' || (extract(epoch from fired_at) * 1000)::bigint
                        from escalation where state = 'FIRED'
                        """).stream()
                .map(row -> row.split(" "))
                .map(row -> new StepTimes(
                        Instant.ofEpochMilli(Long.parseLong(row[0])), Instant.ofEpochMilli(Long.parseLong(row[1]))))
                .toList();
    }

    /** The steps in the timelines of incidents. */
    private static List<String> told(DispatchCluster cluster) {
        return cluster.query("select incident_id || ' ' || step from incident_entry where kind = 'ESCALATED'");
    }

    /** The steps told to other services. Who is killed between sending and noting it sends the same event again. */
    private static List<String> published(KafkaProbe kafka, int steps) {
        return AnswerPoller.until(
                        "every step is told",
                        PATIENCE,
                        () -> Set.copyOf(kafka.events(IncidentEscalated.class)),
                        events -> events.size() >= steps)
                .stream()
                .map(event -> event.incidentId() + " " + event.step())
                .toList();
    }
}
