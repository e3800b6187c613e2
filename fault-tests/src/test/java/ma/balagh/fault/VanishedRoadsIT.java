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
import java.util.function.Function;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The extract of the roads that is configured is gone, and the servers of partners accept messages but never answer. Units
 * are still sent. Everybody is told what is missing, and partners get what waited as soon as they answer.
 */
@Tag("long")
final class VanishedRoadsIT {

    private static final int WARM_UP = 50;
    private static final int PAIRS = 300;
    private static final int UNITS = 20;
    private static final int PARTNERS = 8;
    /** As many messages as a replica sends at once: four to each partner. */
    private static final int MOST_AT_ONCE = 32;
    /** How long a message may hang: three times as long as usual, so that all do so while units are sent. */
    private static final String ATTEMPT = "90s";
    /** What assignment has at most, in milliseconds, whatever is away; printed beside what it took. */
    private static final int ALLOWED = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String TERRITORY = "MA-CAS-ROADS";
    private static final String CALLBACKS = "/api/v1/callbacks";
    private static final TestTokens DISPATCHER = TestTokens.of("dispatcher", "dispatcher");
    private static final TestTokens COMMANDER = TestTokens.of("commander", "commander");

    private final Random random = new Random(1);

    /** How long it took until units were proposed, and until one was sent. */
    private record Pair(Duration recommendation, Duration assignment) {}

    @Test
    void sendsUnitsAndSaysWhatIsMissing() throws Exception {
        try (var partners = SilentPartner.open();
                var cluster = DispatchCluster.start(1, settings(partners));
                var machine = PauseProbe.start(() -> cluster.query("select 1"))) {
            // Given
            var replica = cluster.replica(0);
            for (var unitId : cluster.enlistUnits(UNITS, TERRITORY)) {
                place(replica, unitId);
            }
            var incidents = cluster.openIncidents(WARM_UP + PAIRS, TERRITORY);
            register(replica, partners);
            sendAndCallBack(replica, incidents.subList(0, WARM_UP));
            AnswerPoller.until("no more is sent", PATIENCE, partners::held, held -> held >= MOST_AT_ONCE);

            // When: with each assignment, a message for each partner is written
            var pairs = sendAndCallBack(replica, incidents.subList(WARM_UP, incidents.size()));

            // Then
            print(pairs, sending(cluster), waiting(cluster).size(), machine.longest());
            assertThat(json(replica.get(DISPATCHER, "/q/health/ready"), 200).findValuesAsText("missing"))
                    .singleElement()
                    .asString()
                    .endsWith("vanished.osm.pbf does not exist, or is no file");
            assertSaysWhoIsSilent(replica);

            // When
            var waiting = waiting(cluster);
            assertThat(partners.taken()).isEmpty();
            partners.answer();

            // Then
            AnswerPoller.until("partners know all", PATIENCE, () -> waiting(cluster), List::isEmpty);
            assertThat(partners.taken()).containsExactlyInAnyOrderElementsOf(waiting);
        }
    }

    private static Map<String, String> settings(SilentPartner partners) {
        return Map.of(
                "balagh.road.extract",
                "target/vanished.osm.pbf",
                "balagh.fetch.allowed-addresses",
                partners.address(),
                "balagh.callback.schemes",
                "http",
                "balagh.fetch.answer-time",
                ATTEMPT,
                "balagh.callback.time",
                ATTEMPT,
                "balagh.callback.concurrent",
                String.valueOf(MOST_AT_ONCE));
    }

    /** Somewhere around the incidents. */
    private void place(DispatchReplica replica, UUID unitId) throws Exception {
        var position = "{\"latitude\": %s, \"longitude\": %s}"
                .formatted(33.55 + random.nextDouble() / 10, -7.65 + random.nextDouble() / 10);
        json(replica.put(DISPATCHER, "/api/v1/units/" + unitId + "/position", position), 200);
    }

    private static void register(DispatchReplica replica, SilentPartner partners) throws Exception {
        for (var number = 0; number < PARTNERS; number++) {
            var partner = TestTokens.of("partner-" + number, "partner").withJurisdictions(TERRITORY);
            var body = "{\"url\": \"http://%s/partner-%d\"}".formatted(partners.address(), number);
            json(replica.post(partner, CALLBACKS, body), 201);
        }
    }

    private static List<Pair> sendAndCallBack(DispatchReplica replica, List<UUID> incidents) throws Exception {
        var pairs = new ArrayList<Pair>();
        for (var incidentId : incidents) {
            var path = "/api/v1/incidents/" + incidentId;
            long asked = System.nanoTime();
            var best = json(replica.get(DISPATCHER, path + "/recommendations"), 200)
                    .path("items")
                    .path(0);
            long recommended = System.nanoTime();
            assertSaysWhatIsMissing(best);
            var tag = replica.get(DISPATCHER, path).headers().firstValue("ETag").orElseThrow();
            var body = "{\"unitId\": \"%s\"}".formatted(best.path("unitId").asText());
            long sending = System.nanoTime();
            var sent = json(replica.post(DISPATCHER, path + "/assignments", body, "If-Match", tag), 201);
            long assigned = System.nanoTime();
            callBack(replica, sent.path("id").asText());
            pairs.add(new Pair(Duration.ofNanos(recommended - asked), Duration.ofNanos(assigned - sending)));
        }
        return pairs;
    }

    private static void assertSaysWhatIsMissing(JsonNode recommendation) {
        assertThat(recommendation.path("basis").asText()).isEqualTo("STRAIGHT_LINE");
        assertThat(recommendation.path("reasons").findValuesAsText("code")).contains("ROADS_MISSING");
    }

    private static void callBack(DispatchReplica replica, String assignmentId) throws Exception {
        var path = "/api/v1/assignments/" + assignmentId + "/stand-down";
        json(replica.post(DISPATCHER, path, "{\"reason\": \"Needed elsewhere\"}"), 200);
    }

    /** Once attempts have run out of time, commanders see of each partner that it fails, and how much waits. */
    private static void assertSaysWhoIsSilent(DispatchReplica replica) {
        var callbacks = AnswerPoller.until(
                "attempts are given up",
                PATIENCE,
                () -> callbacks(replica),
                known -> known.stream()
                        .allMatch(callback -> callback.path("state").asText().equals("FAILING")));
        assertThat(callbacks).hasSize(PARTNERS).allSatisfy(callback -> {
            assertThat(callback.path("failure").asText()).isNotBlank();
            assertThat(callback.path("pending").asLong()).isGreaterThanOrEqualTo(WARM_UP + PAIRS);
            assertThat(callback.hasNonNull("deliveredAt")).isFalse();
        });
        System.out.printf("what a commander reads of a silent partner: %s%n", callbacks.getFirst());
    }

    private static List<JsonNode> callbacks(DispatchReplica replica) {
        try {
            return json(replica.get(COMMANDER, CALLBACKS), 200)
                    .path("items")
                    .valueStream()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages are being sent, and so lie at servers that do not answer. */
    private static String sending(DispatchCluster cluster) {
        return cluster.query("select count(lease_owner) from callback_delivery").getFirst();
    }

    /** The messages that no partner has taken, as partners would know them. */
    private static List<String> waiting(DispatchCluster cluster) {
        return cluster.query("select 'msg_' || id from callback_delivery");
    }

    private static void print(List<Pair> pairs, String sending, int waiting, Duration pause) {
        System.out.printf(
                "%d pairs: recommendation p50 %d, p99 %d ms; assignment p50 %d, p99 %d ms of %d allowed;"
                        + " partners held %d messages before and %s after, and %d waited; the machine paused for %d ms%n",
                PAIRS,
                quantile(pairs, Pair::recommendation, 50),
                quantile(pairs, Pair::recommendation, 99),
                quantile(pairs, Pair::assignment, 50),
                quantile(pairs, Pair::assignment, 99),
                ALLOWED,
                MOST_AT_ONCE,
                sending,
                waiting,
                pause.toMillis());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return SuiteClient.json().readTree(answer.body());
    }

    private static long quantile(List<Pair> pairs, Function<Pair, Duration> part, int percent) {
        var sorted = pairs.stream().map(part).sorted().toList();
        return sorted.get(sorted.size() * percent / 100).toMillis();
    }
}
