package ma.balagh.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without the extract of the roads that is configured, units are sent all the same, and everybody is told what is missing. */
@Tag("long")
final class VanishedRoadsIT {

    private static final int WARM_UP = 50;
    private static final int PAIRS = 300;
    private static final int UNITS = 20;
    private static final int INCIDENTS = 30;

    private static final Map<String, String> VANISHED = Map.of("balagh.road.extract", "target/vanished.osm.pbf");
    private static final String TERRITORY = "MA-CAS-ROADS";
    private static final TestTokens DISPATCHER = TestTokens.of("dispatcher", "dispatcher");

    private final Random random = new Random(1);

    @Test
    void sendsUnitsAndSaysWhatIsMissing() throws Exception {
        try (var cluster = DispatchCluster.start(1, VANISHED);
                var machine = PauseProbe.start(() -> cluster.query("select 1"))) {
            // Given
            var replica = cluster.replica(0);
            for (var unitId : cluster.enlistUnits(UNITS, TERRITORY)) {
                place(replica, unitId);
            }
            var incidents = cluster.openIncidents(INCIDENTS, TERRITORY);

            // When
            var recommendations = new ArrayList<Duration>();
            var assignments = new ArrayList<Duration>();
            for (var i = 0; i < WARM_UP + PAIRS; i++) {
                var path = "/api/v1/incidents/" + incidents.get(i % INCIDENTS);
                long asked = System.nanoTime();
                var best = json(replica.get(DISPATCHER, path + "/recommendations"), 200)
                        .path("items")
                        .path(0);
                long recommended = System.nanoTime();
                assertSaysWhatIsMissing(best);
                var tag = replica.get(DISPATCHER, path)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
                var body = "{\"unitId\": \"%s\"}".formatted(best.path("unitId").asText());
                long sending = System.nanoTime();
                var sent = json(replica.post(DISPATCHER, path + "/assignments", body, "If-Match", tag), 201);
                long assigned = System.nanoTime();
                callBack(replica, sent.path("id").asText());
                if (i >= WARM_UP) {
                    recommendations.add(Duration.ofNanos(recommended - asked));
                    assignments.add(Duration.ofNanos(assigned - sending));
                }
            }

            // Then
            System.out.printf(
                    "%d pairs, ms: recommendation p50 %d, p99 %d; assignment p50 %d, p99 %d; the machine paused for %d%n",
                    PAIRS,
                    quantile(recommendations, 50).toMillis(),
                    quantile(recommendations, 99).toMillis(),
                    quantile(assignments, 50).toMillis(),
                    quantile(assignments, 99).toMillis(),
                    machine.longest().toMillis());
            assertThat(json(replica.get(DISPATCHER, "/q/health/ready"), 200).findValuesAsText("missing"))
                    .singleElement()
                    .asString()
                    .endsWith("vanished.osm.pbf does not exist, or is no file");
        }
    }

    /** Somewhere around the incidents. */
    private void place(DispatchReplica replica, UUID unitId) throws Exception {
        var position = "{\"latitude\": %s, \"longitude\": %s}"
                .formatted(33.55 + random.nextDouble() / 10, -7.65 + random.nextDouble() / 10);
        json(replica.put(DISPATCHER, "/api/v1/units/" + unitId + "/position", position), 200);
    }

    private static void assertSaysWhatIsMissing(JsonNode recommendation) {
        assertThat(recommendation.path("basis").asText()).isEqualTo("STRAIGHT_LINE");
        assertThat(recommendation.path("reasons").findValuesAsText("code")).contains("ROADS_MISSING");
    }

    private static void callBack(DispatchReplica replica, String assignmentId) throws Exception {
        var path = "/api/v1/assignments/" + assignmentId + "/stand-down";
        json(replica.post(DISPATCHER, path, "{\"reason\": \"Needed elsewhere\"}"), 200);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return SuiteClient.json().readTree(answer.body());
    }

    private static Duration quantile(List<Duration> durations, int percent) {
        return durations.stream().sorted().toList().get(durations.size() * percent / 100);
    }
}
