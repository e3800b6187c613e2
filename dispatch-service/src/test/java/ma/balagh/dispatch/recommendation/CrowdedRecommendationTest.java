package ma.balagh.dispatch.recommendation;

import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incidentOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.road.SampleTown;
import ma.balagh.dispatch.unit.SampleUnits;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many units around the place, by road, with the limits that the service ships with; each test has its own territory. */
@QuarkusTest
@TestProfile(CrowdedRecommendationTest.WithShippedLimits.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CrowdedRecommendationTest {

    private static final Duration IMPORT = Duration.ofMinutes(2);
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    /** Some 700 m north of the incident, at the edge of the town. */
    private static final double NORTH = LATITUDE + 0.0065;

    /** South of the incident, behind the barrier. */
    private static final double SOUTH = LATITUDE - 0.006;

    /** From west of the town to its last streets in the east, between those in the south and the incident. */
    private static final List<List<Double>> BARRIER =
            List.of(List.of(-7.66, LATITUDE - 0.0035), List.of(-7.6, LATITUDE - 0.0034));

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    private final String territory = "MA-" + callSign().substring(6, 14);
    private final TestTokens dispatcher =
            TestTokens.of("crowd", Roles.DISPATCHER).withJurisdictions(territory);

    public static final class WithShippedLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("balagh-roads");
                new SampleTown(3, 35).write(folder.resolve("town.osm.pbf"));
                return Map.of(
                        "balagh.road.extract", folder.resolve("town.osm.pbf").toString(),
                        "balagh.road.cache-directory", folder.resolve("cache").toString(),
                        "balagh.recommendation.most-considered", "100",
                        "balagh.recommendation.most-ready", "30",
                        "balagh.recommendation.most-busy", "20");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void findsTheOneThatWasSeenLatelyBehindManyThatMayBeAnywhere() {
        // Given
        SampleUnits.enlist(database, territory, "GONE-", 150, LATITUDE, LONGITUDE, 40);
        SampleUnits.enlist(database, territory, "FRESH-", 1, NORTH, LONGITUDE, 0);

        // When
        var answer = recommended(incident());

        // Then
        answer.body("items[0].callSign", equalTo("FRESH-1"))
                .body("items[0].reasons.code", hasItem("FASTEST"))
                .body("items[1].reasons.code", hasItem("POSITION_UNKNOWN"));
    }

    @Test
    void findsTheFirstByRoadBehindManyThatAreNearerAlongTheStraightLine() {
        // Given: who is in the south goes around the barrier
        SampleUnits.enlist(database, territory, "SOUTH-", 130, SOUTH, LONGITUDE, 0);
        SampleUnits.enlist(database, territory, "NORTH-", 1, NORTH, LONGITUDE, 0);
        var incident = incident();
        Awaitility.await()
                .atMost(IMPORT)
                .until(() ->
                        recommended(incident).extract().path("items[0].basis").equals("ROAD"));
        String closure = as(dispatcher)
                .body(Map.of("reason", "a march", "geometry", Map.of("type", "LineString", "coordinates", BARRIER)))
                .post("/api/v1/road-closures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        try {
            Awaitility.await()
                    .atMost(AT_ONCE)
                    .untilAsserted(() -> recommended(incident)
                            .body("items[0].callSign", equalTo("NORTH-1"))
                            .body("items[1].estimatedSeconds", greaterThan(60)));
        } finally {
            as(dispatcher).delete("/api/v1/road-closures/{id}", closure).then().statusCode(204);
        }
    }

    @Test
    void countsOldPositionsLessAlsoWhereTheyAreManyAndNear() {
        // Given: they were seen twenty minutes ago, so that any of them is nine minutes late
        SampleUnits.enlist(database, territory, "OLD-", 130, LATITUDE, LONGITUDE, 20);
        SampleUnits.enlist(database, territory, "FRESH-", 1, NORTH, LONGITUDE, 0);

        // Then
        recommended(incident())
                .body("items[0].callSign", equalTo("FRESH-1"))
                .body("items[1].reasons.code", hasItem("POSITION_STALE"))
                .body("items[1].reasons.code", not(hasItem("POSITION_UNKNOWN")));
    }

    private ValidatableResponse recommended(UUID incidentId) {
        return as(dispatcher)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then()
                .statusCode(200);
    }

    private UUID incident() {
        var dossierId = IdGenerator.next();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        kafka.publish(new VerdictReached(
                dossierId,
                IdGenerator.next(),
                territory,
                Verdict.PRESUMED_OFFENCE,
                3,
                "Boulevard",
                LATITUDE,
                LONGITUDE,
                now.minusSeconds(7_200),
                null,
                now.minusSeconds(120),
                now.minusSeconds(60)));
        return incidentOf(dossierId);
    }
}
