package ma.balagh.analysis.verdict;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.VehicleDescription;
import ma.balagh.contracts.analysis.VehicleKind;
import ma.balagh.contracts.analysis.WeaponKind;
import org.jspecify.annotations.Nullable;

/** What happened, as a proposal says and the database keeps it; for the fields see {@link OffenceFacts}. */
@Embeddable
record StatedFacts(
        @Enumerated(EnumType.STRING) @Nullable OffenceKind offence,
        @Nullable String summary,
        @Nullable Integer suspects,
        @Nullable Integer victims,
        @Enumerated(EnumType.STRING) @Nullable VehicleKind vehicleKind,
        @Nullable String vehicleColour,
        @Enumerated(EnumType.STRING) @Nullable WeaponKind weapon,
        @Nullable String direction,
        @Nullable Boolean dangerContinues) {

    static final StatedFacts NONE = new StatedFacts(null, null, null, null, null, null, null, null, null);

    OffenceFacts published() {
        return new OffenceFacts(
                offence,
                summary,
                suspects,
                victims,
                vehicleKind == null && vehicleColour == null
                        ? null
                        : new VehicleDescription(vehicleKind, vehicleColour),
                weapon,
                direction,
                dangerContinues);
    }
}
