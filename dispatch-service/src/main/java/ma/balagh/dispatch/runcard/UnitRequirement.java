package ma.balagh.dispatch.runcard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitSearch;
import org.jspecify.annotations.Nullable;

/**
 * Units that a run card asks for.
 *
 * @param role what they are sent for
 * @param kinds any of these kinds will do; none given, any kind
 * @param skills a unit must have all of these
 * @param count how many units
 */
@Embeddable
public record UnitRequirement(
        @NotNull @Enumerated(EnumType.STRING) AssignmentRole role,

        @Size(max = 20)
        List<
                        @NotNull @Size(max = 32)
                        @Pattern(
                                regexp = "[A-Z][A-Z0-9_]{0,31}",
                                message = "must be capitals and underscores, at most 32")
                        String>
                kinds,

        @Size(max = 20)
        List<
                        @NotNull @Size(max = 32)
                        @Pattern(
                                regexp = "[A-Z][A-Z0-9_]{0,31}",
                                message = "must be capitals and underscores, at most 32")
                        String>
                skills,

        @NotNull @Min(1) @Max(20) @Column(name = "unit_count")
        Integer count) {

    /** Kinds and skills may be left out. */
    public UnitRequirement {
        kinds = given(kinds);
        skills = given(skills);
    }

    private static List<String> given(@Nullable List<String> words) {
        return words == null ? List.of() : List.copyOf(words);
    }

    public static UnitRequirement of(AssignmentRole role, int count) {
        return new UnitRequirement(role, List.of(), List.of(), count);
    }

    /** The same as a question for units. */
    UnitSearch search(IncidentNeed need) {
        return search(need.jurisdiction(), need.place());
    }

    /** @param place of the incident; null when it is not known */
    public UnitSearch search(String jurisdiction, @Nullable GeoPoint place) {
        return new UnitSearch(
                jurisdiction,
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                kinds,
                skills);
    }

    /** Whether any unit will do. */
    public boolean fitsAnyUnit() {
        return kinds.isEmpty() && skills.isEmpty();
    }

    /** Whether the unit is of such a kind and can do what is asked. */
    public boolean fits(Unit unit) {
        return fits(unit.kind(), unit.skills());
    }

    /** Whether a unit of that kind with these skills is. */
    public boolean fits(String kind, Collection<String> known) {
        return (kinds.isEmpty() || kinds.contains(kind)) && known.containsAll(skills);
    }
}
