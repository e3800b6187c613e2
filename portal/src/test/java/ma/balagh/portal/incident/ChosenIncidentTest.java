package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.portal.incident.RunCardCoverageResponse.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChosenIncidentTest {

    @Test
    void showsTheUnitsThatHaveAKeyAndWhoeverElseIsTheFirstToFitARole() {
        // Given
        var units = Stream.of(
                        IntStream.range(0, 9).mapToObj(i -> unit("KEY-" + i, i == 3 ? Role.LEAD : null)),
                        Stream.of(unit("LATER", null), unit("LEAD-2", Role.LEAD), unit("SEARCH-1", Role.SEARCH)))
                .flatMap(each -> each)
                .toList();

        // Then
        assertThat(ChosenIncident.foremost(units))
                .extracting(RecommendationResponse::callSign)
                .hasSize(10)
                .endsWith("KEY-8", "SEARCH-1");
    }

    @Test
    void showsFewUnitsAsTheyAre() {
        var units = List.of(unit("KEY-0", null), unit("KEY-1", null));
        assertThat(ChosenIncident.foremost(units)).isEqualTo(units);
    }

    private static RecommendationResponse unit(String callSign, @Nullable Role role) {
        return new RecommendationResponse(
                UUID.randomUUID(),
                callSign,
                "CAR",
                2,
                UnitResponse.Status.AVAILABLE,
                true,
                false,
                null,
                null,
                500.0,
                60.0,
                null,
                role,
                List.of());
    }
}
