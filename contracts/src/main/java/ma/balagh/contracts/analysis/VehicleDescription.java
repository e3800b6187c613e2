package ma.balagh.contracts.analysis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the suspects' vehicle looks. There is no field for its number plate: a plate names a person, and stays with the
 * evidence.
 *
 * @param kind which vehicle
 * @param colour its colour, in words
 */
public record VehicleDescription(
        @Nullable VehicleKind kind,
        @Schema(maxLength = LONGEST_COLOUR) @Nullable String colour) {

    public static final int LONGEST_COLOUR = 40;
}
