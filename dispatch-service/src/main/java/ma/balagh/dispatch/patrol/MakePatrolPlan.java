package ma.balagh.dispatch.patrol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is to be made for.
 *
 * @param units whose visits are planned; absent for all that are meant to work then
 * @param places secured in advance, beside the black spots
 * @param seed what times are drawn from, so that the same request gives the same draw; absent for one that nobody knows
 */
record MakePatrolPlan(
        @NotNull
        @Size(max = Jurisdictions.LONGEST)
        @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
        String jurisdiction,

        @NotNull Instant from,
        @NotNull Instant to,
        @Size(max = 200) @Nullable List<@NotNull UUID> units,
        @Size(max = 50) @Nullable List<@Valid @NotNull SecuredPlace> places,
        @Nullable Long seed) {

    List<UUID> unitIds() {
        return units == null ? List.of() : units.stream().distinct().toList();
    }

    List<SecuredPlace> securedPlaces() {
        return places == null ? List.of() : places;
    }
}
