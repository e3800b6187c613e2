package ma.balagh.dispatch.blackspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.TranslatedText;
import ma.balagh.dispatch.blackspot.statistics.LocalStatistic;
import ma.balagh.dispatch.blackspot.statistics.RateInterval;
import ma.balagh.dispatch.blackspot.statistics.SpotTrend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpotNameFinderTest {

    private static final UUID MAP = UUID.randomUUID();
    private static final int RESOLUTION = 9;

    private final CellIndex cells = new CellIndex();
    private final SpotNameFinder names = new SpotNameFinder(cells);

    @Test
    void namesASpotAsPeopleDoAndElseAfterTheNearestPlace() {
        assertThat(names.name(spot(33.573, -7.632, "Souk", null, 3))).isEqualTo("Souk");
        assertThat(names.name(spot(33.573, -7.632, null, null, 3))).isEqualTo("المعاريف");
        assertThat(names.name(spot(24.0, -13.0, null, null, 3)))
                .as("in the desert")
                .isNull();
    }

    @Test
    void namesAClusterAfterThePlaceNearestToItsMiddle() {
        // Given
        var spots = List.of(
                spot(33.573, -7.632, "Souk", 1, 30),
                spot(33.590, -7.560, "Souk", 1, 1),
                spot(33.590, -7.560, "Souk", 2, 5),
                spot(33.590, -7.560, "Souk", null, 9),
                spot(24.0, -13.0, "Souk", 3, 5));

        // When
        var clusters = names.clusters(spots);

        // Then
        assertThat(clusters).hasSize(2);
        assertThat(clusters)
                .extractingByKey(new SpotNameFinder.SpotCluster(MAP, 1))
                .extracting(TranslatedText::en)
                .isEqualTo("Maarif");
        assertThat(clusters)
                .extractingByKey(new SpotNameFinder.SpotCluster(MAP, 2))
                .extracting(TranslatedText::fr)
                .isEqualTo("Hay Mohammadi");
    }

    private KeptBlackSpot spot(
            double latitude, double longitude, @Nullable String place, @Nullable Integer cluster, int incidents) {
        return new KeptBlackSpot(
                UUID.randomUUID(),
                MAP,
                "MA-CAS",
                1,
                cells.name(cells.cell(latitude, longitude, RESOLUTION)),
                place,
                incidents,
                new LocalStatistic(3, 0.001, 1),
                0.01,
                0.01,
                RateInterval.of(incidents, 12),
                SpotTrend.STEADY,
                10,
                5,
                cluster,
                Instant.EPOCH,
                List.of());
    }
}
