package ma.balagh.dispatch.unit;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search around a place stops early, and must answer as one through all units would. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class UnitsAroundTest {

    private static final double LATITUDE = 33.6;
    private static final double LONGITUDE = -7.6;
    private static final int UNITS = 40;
    private static final Duration LATELY = Duration.ofMinutes(30);

    @Inject
    UnitService units;

    @Inject
    Database database;

    private record Placed(UUID id, boolean available, double latitude, double longitude) {

        double distance() {
            return Math.hypot(latitude - LATITUDE, (longitude - LONGITUDE) * Math.cos(Math.toRadians(LATITUDE)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 40})
    void findsTheReadyOnesFirstAndThenTheNearest(int limit) {
        // Given: most within a few kilometres, some far beyond each circle
        var random = new Random(limit);
        var territory = "MA-A" + limit;
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < UNITS; i++) {
            double degrees = 0.6 * Math.pow(random.nextDouble(), 3);
            double bearing = 2 * Math.PI * random.nextDouble();
            placed.add(place(
                    territory,
                    random.nextInt(4) > 0,
                    LATITUDE + degrees * Math.sin(bearing),
                    LONGITUDE + degrees * Math.cos(bearing)));
        }

        // When
        var found = QuarkusTransaction.requiringNew()
                .call(() -> units.around(territory, LATITUDE, LONGITUDE, LATELY, limit).stream()
                        .map(Unit::id)
                        .toList());

        // Then
        assertThat(found).isEqualTo(nearest(placed, limit));
    }

    @Test
    void findsWhoWasSeenLatelyBeforeManyWhoMayBeAnywhere() {
        // Given
        var territory = "MA-AC";
        SampleUnits.enlist(database, territory, "GONE-", 150, LATITUDE, LONGITUDE, 31);
        var fresh = place(territory, true, LATITUDE + 0.2, LONGITUDE);
        var search = new UnitSearch(territory, LATITUDE, LONGITUDE, List.of(), List.of());

        // When
        var around = QuarkusTransaction.requiringNew()
                .call(() -> units.around(territory, LATITUDE, LONGITUDE, LATELY, 100).stream()
                        .map(Unit::id)
                        .toList());
        var ready = QuarkusTransaction.requiringNew()
                .call(() ->
                        units.ready(search, LATELY, 100).stream().map(Unit::id).toList());

        // Then: the others take what is left
        assertThat(around).hasSize(100).startsWith(fresh.id());
        assertThat(ready).hasSize(100).startsWith(fresh.id());
    }

    @Test
    void findsThoseWithinADistance() {
        // Given
        var territory = "MA-AD";
        var near = place(territory, true, LATITUDE + 0.01, LONGITUDE);
        place(territory, true, LATITUDE + 0.03, LONGITUDE);
        place(territory, false, LATITUDE, LONGITUDE);
        SampleUnits.enlist(database, territory, "GONE-", 1, LATITUDE, LONGITUDE, 31);

        // When: a hundredth of a degree is 1.1 km
        var found = QuarkusTransaction.requiringNew()
                .call(() -> units.readyWithin(2_000, territory, LATITUDE, LONGITUDE, LATELY, 10).stream()
                        .map(Unit::id)
                        .toList());

        // Then
        assertThat(found).containsExactly(near.id());
    }

    @Test
    void findsTheNearestBusyOnesApart() {
        // Given
        var territory = "MA-AB";
        var far = busy(place(territory, true, LATITUDE + 0.2, LONGITUDE));
        var near = busy(place(territory, true, LATITUDE + 0.1, LONGITUDE));
        busy(place(territory, true, LATITUDE + 0.3, LONGITUDE));
        place(territory, true, LATITUDE, LONGITUDE);
        place(territory, false, LATITUDE, LONGITUDE);

        // When
        var found = QuarkusTransaction.requiringNew()
                .call(() -> units.busyAround(territory, LATITUDE, LONGITUDE, 2).stream()
                        .map(Unit::id)
                        .toList());

        // Then
        assertThat(found).containsExactly(near, far);
    }

    private static UUID busy(Placed unit) {
        as(DISPATCHER)
                .body(Map.of("status", "BUSY", "reason", "BREAK"))
                .put("/api/v1/units/{id}/status", unit.id())
                .then()
                .statusCode(200);
        return unit.id();
    }

    private static List<UUID> nearest(List<Placed> placed, int limit) {
        return placed.stream()
                .sorted(Comparator.comparing(Placed::available).reversed().thenComparing(Placed::distance))
                .limit(limit)
                .map(Placed::id)
                .toList();
    }

    private static Placed place(String territory, boolean available, double latitude, double longitude) {
        String id = as(DISPATCHER)
                .body(Map.of(
                        "callSign",
                        callSign(),
                        "kind",
                        "CAR",
                        "crew",
                        3,
                        "jurisdiction",
                        territory,
                        "status",
                        available ? "AVAILABLE" : "OFF_DUTY"))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(DISPATCHER)
                .body(Map.of("latitude", latitude, "longitude", longitude))
                .put("/api/v1/units/{id}/position", id)
                .then()
                .statusCode(200);
        return new Placed(UUID.fromString(id), available, latitude, longitude);
    }
}
