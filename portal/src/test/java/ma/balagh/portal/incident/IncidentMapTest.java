package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentMapTest {

    private static final Instant AT = Instant.parse("2026-11-24T21:30:00Z");

    @Test
    void putsNorthAboveAndEastToTheRight() {
        // When
        IncidentMap map = IncidentMap.of(
                List.of(incident(33.60, -7.60, IncidentResponse.State.OPEN)), List.of(unit(33.58, -7.58)));

        // Then
        IncidentMap.IncidentMark incident = map.incidents().getFirst();
        IncidentMap.UnitMark unit = map.units().getFirst();
        assertThat(incident.y()).isLessThan(unit.y());
        assertThat(incident.x()).isLessThan(unit.x());
    }

    @Test
    void measuresAlikeInBothDirections() {
        // When
        IncidentMap map = IncidentMap.of(
                List.of(
                        incident(33.50, -7.60, IncidentResponse.State.OPEN),
                        incident(33.55, -7.60, IncidentResponse.State.ON_SCENE),
                        incident(33.50, -7.54, IncidentResponse.State.OPEN)),
                List.of());

        // Then
        double metresPerStep = map.barMetres() / map.bar();
        IncidentMap.IncidentMark corner = map.incidents().get(0);
        double north = corner.y() - map.incidents().get(1).y();
        double east = map.incidents().get(2).x() - corner.x();
        assertThat(north * metresPerStep).isCloseTo(5560, within(60.0));
        assertThat(east * metresPerStep).isCloseTo(5562, within(60.0));
        assertThat(map.barMetres()).isEqualTo(2000);
    }

    @Test
    void keepsEverythingOnThePlane() {
        // When
        IncidentMap map = IncidentMap.of(
                List.of(incident(35.78, -5.81, IncidentResponse.State.OPEN)),
                List.of(unit(30.42, -9.60), unit(33.58, -7.6)));

        // Then
        assertThat(map.units()).allSatisfy(unit -> {
            assertThat(unit.x()).isBetween(0.0, IncidentMap.WIDTH);
            assertThat(unit.y()).isBetween(0.0, IncidentMap.HEIGHT);
        });
    }

    @Test
    void leavesOutWhatIsOverOrNowhere() {
        // When
        IncidentMap map = IncidentMap.of(
                List.of(
                        incident(33.6, -7.6, IncidentResponse.State.RESOLVED),
                        incident(null, null, IncidentResponse.State.OPEN)),
                List.of());

        // Then
        assertThat(map.isEmpty()).isTrue();
    }

    private static IncidentRow incident(
            @Nullable Double latitude, @Nullable Double longitude, IncidentResponse.State state) {
        UUID id = UUID.randomUUID();
        return new IncidentRow(
                id,
                "\"1\"",
                id,
                "MA-CAS",
                3,
                IncidentTypeCode.THEFT,
                1,
                null,
                state,
                "somewhere",
                latitude,
                longitude,
                null,
                AT,
                List.of(),
                null,
                List.of(),
                0,
                null,
                null,
                List.of());
    }

    private static UnitResponse unit(double latitude, double longitude) {
        return new UnitResponse(
                UUID.randomUUID(),
                "UNIT-1",
                "CAR",
                2,
                "MA-CAS",
                UnitResponse.Status.AVAILABLE,
                new UnitResponse.Position(latitude, longitude, AT, null),
                null);
    }
}
