package ma.balagh.portal.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.blackspot.BlackSpotsResponse.BlackSpot;
import ma.balagh.portal.blackspot.BlackSpotsResponse.Corner;
import ma.balagh.portal.blackspot.BlackSpotsResponse.MonthlyRate;
import org.junit.jupiter.api.Test;

class SpotPlanTest {

    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void saysWhatCameStayedAndWent() {
        // When
        var plan = SpotPlan.of(
                List.of(spot("8a", 33.59), spot("8b", 33.60)), List.of(spot("8b", 33.60), spot("8c", 33.61)));

        // Then
        assertThat(plan.all())
                .extracting(cell -> cell.spot().cell(), SpotPlan.Hexagon::change, SpotPlan.Hexagon::mark)
                .containsExactly(
                        tuple("8a", SpotChange.CAME, "+1"),
                        tuple("8b", SpotChange.STAYED, "2"),
                        tuple("8c", SpotChange.WENT, "−3"));
        assertThat(plan.isCompared()).isTrue();
        assertThat(plan.came()).isEqualTo(1);
        assertThat(plan.stayed()).isEqualTo(1);
    }

    @Test
    void comparesNothingWhereThereWasNoMap() {
        // When
        var plan = SpotPlan.of(List.of(spot("8a", 33.59)), null);

        // Then
        assertThat(plan.isCompared()).isFalse();
        assertThat(plan.all())
                .extracting(SpotPlan.Hexagon::change, SpotPlan.Hexagon::mark)
                .containsExactly(tuple(null, "1"));
    }

    @Test
    void keepsWhatIsGoneOnThePlane() {
        // When
        var plan = SpotPlan.of(List.of(spot("8a", 33.59)), List.of(spot("8c", 33.70)));

        // Then
        assertThat(plan.all()).allSatisfy(cell -> {
            assertThat(cell.x()).isBetween(0.0, SpotPlan.WIDTH);
            assertThat(cell.y()).isBetween(0.0, SpotPlan.HEIGHT);
        });
        assertThat(plan.gone().getFirst().y())
                .isLessThan(plan.hexagons().getFirst().y());
    }

    private static BlackSpot spot(String cell, double latitude) {
        var outline = Stream.of(0, 1, 2, 3, 4, 5)
                .map(corner -> new Corner(
                        latitude + 0.001 * Math.sin(corner * Math.PI / 3),
                        -7.61 + 0.001 * Math.cos(corner * Math.PI / 3)))
                .toList();
        return new BlackSpot(
                UUID.randomUUID(),
                cell,
                null,
                "MA-CAS",
                latitude,
                -7.61,
                outline,
                12,
                4.2,
                0.001,
                0.01,
                null,
                20,
                3,
                null,
                SINCE,
                List.of(),
                new MonthlyRate(1, 0.5, 2));
    }
}
