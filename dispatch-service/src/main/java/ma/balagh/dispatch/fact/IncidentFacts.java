package ma.balagh.dispatch.fact;

import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.VehicleDescription;
import ma.balagh.contracts.analysis.WeaponKind;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as far as the two people who reached the verdict said so. What is absent was not said.
 *
 * @param summary a few lines
 * @param suspects how many
 * @param victims how many
 * @param direction where the suspects went
 * @param dangerContinues absent where nobody can tell
 * @param claim time and place as the first report claims them, beside the incident's, which were judged
 * @param placeCertainty how sure the incident's place is
 * @param reports how many reports there are, those among them that came after the verdict; absent where an earlier release
 *     told the verdict
 */
public record IncidentFacts(
        @Nullable OffenceKind offence,
        @Nullable String summary,
        @Nullable Integer suspects,
        @Nullable Integer victims,
        @Nullable VehicleDescription vehicle,
        @Nullable WeaponKind weapon,
        @Nullable String direction,
        @Nullable Boolean dangerContinues,
        @Nullable Claim claim,
        @Nullable PlaceCertainty placeCertainty,
        @Nullable Integer reports) {}
