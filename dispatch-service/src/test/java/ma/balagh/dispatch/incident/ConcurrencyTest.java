package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assign;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class ConcurrencyTest {

    private static final int DISPATCHERS = 8;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void sendsAUnitToOneOfTwoIncidentsOnly() throws Exception {
        // Given
        var unitId = unit(callSign());
        var incidents =
                IntStream.range(0, DISPATCHERS).mapToObj(i -> incident(kafka)).toList();

        // When
        var statuses = atOnce(incidents.stream()
                .<Callable<Integer>>map(id -> () -> statusOf(id, unitId))
                .toList());

        // Then
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(DISPATCHERS - 1);
    }

    @Test
    void sendsEachUnitThatItSaysItSent() throws Exception {
        // Given
        var incidentId = incident(kafka);
        var units =
                IntStream.range(0, DISPATCHERS).mapToObj(i -> unit(callSign())).toList();

        // When
        var statuses = atOnce(units.stream()
                .<Callable<Integer>>map(id -> () -> statusOf(incidentId, id))
                .toList());

        // Then: whoever had read an older version has sent nobody
        assertThat(statuses).hasSize(DISPATCHERS).isSubsetOf(201, 412).contains(201);
        var sent = units.stream()
                .filter(id -> statusOfUnit(id).equals("ASSIGNED"))
                .map(UUID::toString)
                .toList();
        assertThat(sent).hasSize(Collections.frequency(statuses, 201));
        assertThat(as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).<List<String>>path("assignments.unitId"))
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void sendsOnceForOneIdempotencyKey() throws Exception {
        // Given
        var incidentId = incident(kafka);
        var unitId = unit(callSign());
        var key = UUID.randomUUID().toString();
        var read = as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).header("ETag");
        Callable<String> request = () -> as(DISPATCHER)
                .header("If-Match", read)
                .header("Idempotency-Key", key)
                .body(Map.of("unitId", unitId))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        var ids = atOnce(Collections.nCopies(4, request));

        // Then
        assertThat(ids).doesNotContainNull().containsOnly(ids.getFirst());
        kafka.awaitOnly(UnitAssigned.class, event -> event.incidentId().equals(incidentId));
    }

    @Test
    void takesAStepOfAnAssignmentOnce() throws Exception {
        // Given
        var assignmentId = assigned(incident(kafka), unit(callSign()));
        Callable<Integer> request =
                () -> progress(assignmentId, "EN_ROUTE").extract().statusCode();

        // When
        var statuses = atOnce(Collections.nCopies(DISPATCHERS, request));

        // Then
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(DISPATCHERS - 1);
    }

    @Test
    void callsAUnitBackOnce() throws Exception {
        // Given
        var assignmentId = assigned(incident(kafka), unit(callSign()));
        Callable<Integer> request = () -> as(DISPATCHER)
                .body(Map.of("reason", "somebody else was nearer"))
                .post("/api/v1/assignments/{id}/stand-down", assignmentId)
                .statusCode();

        // When
        var statuses = atOnce(Collections.nCopies(DISPATCHERS, request));

        // Then
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(DISPATCHERS - 1);
    }

    private static int statusOf(UUID incidentId, UUID unitId) {
        return assign(incidentId, unitId).extract().statusCode();
    }

    private static String statusOfUnit(UUID unitId) {
        return as(DISPATCHER).get("/api/v1/units/{id}", unitId).then().extract().path("status");
    }

    private static <T> List<T> atOnce(List<Callable<T>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<T>>();
            for (var request : requests) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
