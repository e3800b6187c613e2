package ma.balagh.contracts.analysis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatcher and a crew need to know of a presumed offence. Nobody is named: people are counts.
 *
 * @param offence which kind of offence
 * @param summary what happened, in a few lines
 * @param suspects how many suspects are to be seen
 * @param victims how many victims are to be seen
 * @param vehicle what the suspects drive
 * @param weapon which weapon is to be seen
 * @param direction where the suspects went, in words
 * @param dangerContinues whether people are still in danger; absent where nobody can tell
 */
public record OffenceFacts(
        @Nullable OffenceKind offence,
        @Schema(maxLength = LONGEST_SUMMARY) @Nullable String summary,
        @Nullable Integer suspects,
        @Nullable Integer victims,
        @Nullable VehicleDescription vehicle,
        @Nullable WeaponKind weapon,
        @Schema(maxLength = LONGEST_DIRECTION) @Nullable String direction,
        @Nullable Boolean dangerContinues) {

    public static final int LONGEST_SUMMARY = 600;
    public static final int LONGEST_DIRECTION = 200;
    public static final int MOST_PEOPLE = 500;
}
