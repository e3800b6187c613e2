package ma.balagh.analysis.verdict;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.VehicleDescription;
import ma.balagh.contracts.analysis.VehicleKind;
import ma.balagh.contracts.analysis.WeaponKind;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as far as the proposer says so.
 *
 * @param summary a few lines; what is between the first and the last word
 * @param dangerContinues absent where nobody can tell
 */
record ProposeFacts(
        @Nullable OffenceKind offence,
        @Size(max = OffenceFacts.LONGEST_SUMMARY) @Nullable String summary,
        @Min(0) @Max(OffenceFacts.MOST_PEOPLE) @Nullable Integer suspects,
        @Min(0) @Max(OffenceFacts.MOST_PEOPLE) @Nullable Integer victims,
        @Valid @Nullable Vehicle vehicle,
        @Nullable WeaponKind weapon,

        @Size(max = OffenceFacts.LONGEST_DIRECTION) @Nullable
        String direction,

        @Nullable Boolean dangerContinues) {

    /** How it looks; no number plate. */
    record Vehicle(
            @Nullable VehicleKind kind,

            @Size(max = VehicleDescription.LONGEST_COLOUR) @Nullable
            String colour) {}

    /** Null where nothing is said. */
    @Nullable
    StatedFacts stated() {
        var facts = new StatedFacts(
                offence,
                ProposeVerdict.stated(summary),
                suspects,
                victims,
                vehicle == null ? null : vehicle.kind(),
                vehicle == null ? null : ProposeVerdict.stated(vehicle.colour()),
                weapon,
                ProposeVerdict.stated(direction),
                dangerContinues);
        return facts.equals(StatedFacts.NONE) ? null : facts;
    }
}
