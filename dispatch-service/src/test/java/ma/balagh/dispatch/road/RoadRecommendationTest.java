package ma.balagh.dispatch.road;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recommendations with the roads of a made-up town around the place of the incidents. */
@QuarkusTest
@TestProfile(RoadRecommendationTest.WithRoads.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RoadRecommendationTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration IMPORT = Duration.ofMinutes(2);
    /** South of the incident, in the town. */
    private static final double SOUTH = 33.56;

    /** North of the town. */
    private static final double OUTSIDE = 33.7;

    /** From west of the town to a street before its eastern edge, between unit and incident. */
    private static final List<List<Double>> BARRIER = List.of(List.of(-7.66, 33.575), List.of(-7.6, 33.5751));

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    private UUID incidentId = IdGenerator.next();
    private String callSign = callSign();

    public static final class WithRoads implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("balagh-roads");
                new SampleTown(3, 35).write(folder.resolve("town.osm.pbf"));
                return Map.of(
                        "balagh.road.extract", folder.resolve("town.osm.pbf").toString(),
                        "balagh.road.cache-directory", folder.resolve("cache").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void placesAUnit() {
        as(DISPATCHER)
                .body(Map.of("latitude", SOUTH, "longitude", LONGITUDE))
                .put("/api/v1/units/{id}/position", unit(callSign))
                .then()
                .statusCode(200);
        incidentId = incident(kafka);
        await().atMost(IMPORT).until(() -> basis().equals("ROAD"));
    }

    @Test
    void timesUnitsByRoadAsSoonAsTheRoadsAreImported() {
        // Then
        var straight = new GeoPoint(SOUTH, LONGITUDE).distanceTo(new GeoPoint(LATITUDE, LONGITUDE));
        assertThat((Integer) shown("distanceMeters")).isGreaterThan((int) straight);
        as(DISPATCHER)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'roads' }.data", equalTo(Map.of("basis", "ROAD")));
        assertThat(as(DISPATCHER).get("/q/metrics").asString()).contains("balagh_road_junctions 1225.0");
    }

    @Test
    void goesAroundAClosureAtOnceAndThroughAgainWhenItIsLifted() {
        // Given
        int open = seconds();

        // When
        String closure = as(DISPATCHER)
                .body(Map.of("reason", "a march", "geometry", Map.of("type", "LineString", "coordinates", BARRIER)))
                .post("/api/v1/road-closures")
                .then()
                .statusCode(201)
                .body("changesTimes", equalTo(true))
                .extract()
                .path("id");

        // Then
        await().atMost(AT_ONCE).until(() -> seconds() > open + 60);

        // When
        as(DISPATCHER).delete("/api/v1/road-closures/{id}", closure).then().statusCode(204);

        // Then
        await().atMost(AT_ONCE).until(() -> seconds() <= open + 1);
    }

    @Test
    void learnsOfAClosureThatAnotherReplicaWrote() {
        // Given
        int open = seconds();

        // When
        database.execute("""
                insert into road_closure (id, jurisdiction, reason, geometry, closed_until, closed_by, closed_at, version)
                values (?, 'MA-RBA', 'flood', ?, now() + interval '10 seconds', 'somebody', now(), 1)
                """, IdGenerator.next(), """
                {"type": "LineString", "coordinates": %s}""".formatted(BARRIER));

        // Then: it holds whatever the jurisdiction, and ends by itself
        await().atMost(AT_ONCE).until(() -> seconds() > open + 60);
        await().atMost(Duration.ofSeconds(30)).until(() -> seconds() <= open + 1);
    }

    @Test
    void saysWhereNoRoadWasFound() {
        // Given: a closure around the unit
        String closure = as(DISPATCHER)
                .body(Map.of(
                        "reason",
                        "an explosion",
                        "geometry",
                        Map.of("type", "Polygon", "coordinates", List.of(square(LONGITUDE, SOUTH, 0.006)))))
                .post("/api/v1/road-closures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        unitBesideIt();

        // Then
        await().atMost(AT_ONCE).until(() -> basis().equals("STRAIGHT_LINE"));
        assertThat((List<?>) shown("reasons.code")).asString().contains("NO_ROAD_FOUND");
        as(DISPATCHER).delete("/api/v1/road-closures/{id}", closure).then().statusCode(204);
    }

    @Test
    void saysWhereTheIncidentLiesOutsideOfTheExtract() {
        // Given
        var dossierId = IdGenerator.next();
        var usual = verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        kafka.publish(new VerdictReached(
                dossierId,
                usual.verdictId(),
                usual.jurisdiction(),
                usual.verdict(),
                usual.severity(),
                usual.place(),
                OUTSIDE,
                LONGITUDE,
                usual.occurredAt(),
                null,
                usual.proposedAt(),
                usual.confirmedAt()));

        // When
        incidentId = incidentOf(dossierId);

        // Then
        assertThat(basis()).isEqualTo("STRAIGHT_LINE");
        assertThat((List<?>) shown("reasons.code")).asString().contains("OUTSIDE_EXTRACT");
    }

    /** One that is still timed by road. */
    private void unitBesideIt() {
        as(DISPATCHER)
                .body(Map.of("latitude", 33.59, "longitude", LONGITUDE))
                .put("/api/v1/units/{id}/position", unit(callSign()))
                .then()
                .statusCode(200);
    }

    private static List<List<Double>> square(double longitude, double latitude, double half) {
        return List.of(
                List.of(longitude - half, latitude - half),
                List.of(longitude + half, latitude - half),
                List.of(longitude + half, latitude + half),
                List.of(longitude - half, latitude + half),
                List.of(longitude - half, latitude - half));
    }

    private int seconds() {
        return shown("estimatedSeconds");
    }

    private String basis() {
        return shown("basis");
    }

    private <T> T shown(String field) {
        return as(DISPATCHER)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.callSign == '%s' }.%s".formatted(callSign, field));
    }
}
