package ma.balagh.fault;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two hundred assignments at once, of twenty dispatchers who want the same ten units, on two replicas of which either is
 * killed again and again, at moments that nobody chose. {@code -Dbalagh.kills=20} kills more often.
 */
@Tag("long")
final class ContestedUnitsIT {

    private static final int KILLS = Integer.getInteger("balagh.kills", 4);
    private static final int UNITS = 10;
    private static final int INCIDENTS = 80;

    private static final int LONGEST_LIFE_MILLIS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TERRITORY = "MA-CAS-FAULT";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void sendsNoUnitTwiceAndForgetsNoAssignment() throws Exception {
        try (var cluster = DispatchCluster.start(2, Map.of());
                var follower = RestlessFollower.start(cluster, seed);
                var contest = new UnitContest(
                        cluster, cluster.enlistUnits(UNITS, TERRITORY), cluster.openIncidents(INCIDENTS, TERRITORY))) {
            // When
            contest.begin(seed);
            for (var kill = 0; kill < KILLS; kill++) {
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                cluster.replace(random.nextInt(2));
            }
            contest.end();

            // Then
            var made = contest.assignments().stream()
                    .collect(groupingBy(
                            UnitContest.Acknowledged::key, mapping(UnitContest.Acknowledged::assignmentId, toSet())));
            System.out.printf(
                    "%d kills by seed %d: %d units sent, refused %s, %d requests unanswered; the follower moved %d times%n",
                    KILLS, seed, made.size(), contest.refusals(), contest.unanswered(), follower.moves());
            assertThat(made.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            var sent = made.values().stream().flatMap(Set::stream).toList();
            assertThat(sent).doesNotHaveDuplicates();
            assertThat(cluster.query("select id from assignment").stream().map(UUID::fromString))
                    .containsExactlyInAnyOrderElementsOf(sent);
            assertThat(contest.releases()).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(UnitHistory.contradictions(assignments(cluster))).isEmpty();
            assertThat(UnitHistory.contradictions(timeline(cluster))).isEmpty();
            var told = events(cluster.kafka(), sent.size());
            assertThat(told.stream().filter(UnitHistory.Step::isSent).map(UnitHistory.Step::assignmentId))
                    .containsExactlyInAnyOrderElementsOf(sent);
            assertThat(UnitHistory.contradictions(told)).isEmpty();
            var changes = changes(cluster);
            AnswerPoller.until(
                    "the follower has caught up",
                    PATIENCE,
                    () -> total(follower.told()),
                    total -> total >= total(changes));
            assertThat(follower.told()).isEqualTo(changes);
        }
    }

    private static List<UnitHistory.Step> assignments(DispatchCluster cluster) {
        return steps(cluster, """
                select concat_ws(' ', unit_id, id, (extract(epoch from at) * 1000)::bigint, is_sent)
                from (select unit_id, id, assigned_at as at, true as is_sent from assignment
                      union all
                      select unit_id, id, released_at, false from assignment where released_at is not null) as step
                """);
    }

    private static List<UnitHistory.Step> timeline(DispatchCluster cluster) {
        return steps(cluster, """
                select concat_ws(' ', assignment.unit_id, assignment.id,
                                 (extract(epoch from entry.recorded_at) * 1000)::bigint, entry.kind = 'ASSIGNED')
                from incident_entry as entry
                join assignment on assignment.id = entry.assignment_id
                where entry.kind in ('ASSIGNED', 'CLEARED', 'STOOD_DOWN')
                """);
    }

    private static List<UnitHistory.Step> steps(DispatchCluster cluster, String query) {
        return cluster.query(query).stream().map(UnitHistory.Step::parse).toList();
    }

    /** What other services are told. Who is killed between sending and noting it sends the same event again. */
    private static Set<UnitHistory.Step> events(KafkaProbe kafka, int assignments) {
        return AnswerPoller.until(
                "each assignment and its end are told",
                PATIENCE,
                () -> Stream.of(
                                kafka.events(UnitAssigned.class).stream()
                                        .map(event -> new UnitHistory.Step(
                                                event.unitId(), event.assignmentId(), event.assignedAt(), true)),
                                kafka.events(UnitStoodDown.class).stream()
                                        .map(event -> new UnitHistory.Step(
                                                event.unitId(), event.assignmentId(), event.stoodDownAt(), false)),
                                kafka.events(UnitProgressed.class).stream()
                                        .filter(event -> event.status() == ProgressStatus.CLEARED)
                                        .map(event -> new UnitHistory.Step(
                                                event.unitId(), event.assignmentId(), event.at(), false)))
                        .flatMap(steps -> steps)
                        .collect(toSet()),
                steps -> steps.size() >= 2 * assignments);
    }

    /** In how many transactions each assignment changed. */
    private static Map<UUID, Integer> changes(DispatchCluster cluster) {
        return cluster.query("""
                        select assignment_id || ' ' || count(distinct transaction)
                        from desk_change
                        where assignment_id is not null
                        group by assignment_id
                        """).stream()
                .map(row -> row.split(" "))
                .collect(toMap(row -> UUID.fromString(row[0]), row -> Integer.parseInt(row[1])));
    }

    private static int total(Map<UUID, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
