package ma.balagh.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.EventStreamReader;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two dispatchers, each at another replica: one follows what changes and sees within a second what the other one does. */
@Tag("long")
final class SharedDeskIT {

    private static final int ASSIGNMENTS = 50;
    private static final int UNITS = 5;
    private static final Duration LATEST = Duration.ofSeconds(1);
    private static final String TERRITORY = "MA-CAS-SHARED";
    private static final TestTokens SENDER = TestTokens.of("sender", "dispatcher");
    private static final TestTokens WATCHER = TestTokens.of("watcher", "dispatcher");

    @Test
    void showsAnAssignmentOfTheOtherReplicaOnceAndWithinASecond() throws Exception {
        try (var cluster = DispatchCluster.start(2, Map.of());
                var machine = PauseProbe.start(() -> cluster.query("select 1"))) {
            // Given
            var units = cluster.enlistUnits(UNITS, TERRITORY);
            var incidents = cluster.openIncidents(ASSIGNMENTS, TERRITORY);
            var delays = new ArrayList<Duration>();
            var seen = new ArrayList<UUID>();
            try (var stream = cluster.replica(0).follow(WATCHER, null)) {
                for (var i = 0; i < ASSIGNMENTS; i++) {
                    var path = "/api/v1/incidents/" + incidents.get(i);
                    var tag = cluster.replica(1)
                            .get(SENDER, path)
                            .headers()
                            .firstValue("ETag")
                            .orElseThrow();

                    // When
                    var assignmentId = send(cluster.replica(1), path, tag, units.get(i % UNITS));
                    long sent = System.nanoTime();
                    seen.addAll(until(stream, assignmentId));
                    delays.add(Duration.ofNanos(System.nanoTime() - sent));
                    callBack(cluster.replica(1), assignmentId);
                    seen.addAll(until(stream, assignmentId));
                }
            }

            // Then
            delays.sort(null);
            System.out.printf(
                    "%d assignments seen at the other replica after p50 %d, p95 %d, at most %d ms; the machine paused for %d ms%n",
                    ASSIGNMENTS,
                    delays.get(ASSIGNMENTS / 2).toMillis(),
                    delays.get(ASSIGNMENTS * 95 / 100).toMillis(),
                    delays.getLast().toMillis(),
                    machine.longest().toMillis());
            // While the machine itself stands still, nothing can be on time.
            assertThat(delays.getLast()).isLessThanOrEqualTo(LATEST.plus(machine.longest()));
            // As it was sent, and as it was called back.
            assertThat(seen).hasSize(2 * ASSIGNMENTS);
            assertThat(seen.stream().distinct()).hasSize(ASSIGNMENTS);
        }
    }

    /** Of all assignments that are told of until one is. */
    private static List<UUID> until(EventStreamReader stream, UUID assignmentId) throws InterruptedException {
        var told = new ArrayList<UUID>();
        while (!told.contains(assignmentId)) {
            told.addAll(stream.next().ids("assignments"));
        }
        return told;
    }

    private static UUID send(DispatchReplica replica, String path, String tag, UUID unitId) throws Exception {
        var body = "{\"unitId\": \"%s\"}".formatted(unitId);
        var answer = replica.post(SENDER, path + "/assignments", body, "If-Match", tag);
        assertThat(answer.statusCode()).isEqualTo(201);
        return UUID.fromString(
                SuiteClient.json().readTree(answer.body()).path("id").asText());
    }

    private static void callBack(DispatchReplica replica, UUID assignmentId) throws Exception {
        var path = "/api/v1/assignments/" + assignmentId + "/stand-down";
        assertThat(replica.post(SENDER, path, "{\"reason\": \"Needed elsewhere\"}")
                        .statusCode())
                .isEqualTo(200);
    }
}
