package ma.balagh.contracts.intake;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When and where the alleged event happened, in the words of whoever reported it; nothing here is verified.
 *
 * @param occurredAt when it happened, as claimed
 * @param place the place in words, as claimed
 * @param latitude degrees north, WGS 84, -90 to 90
 * @param longitude degrees east, WGS 84, -180 to 180
 */
public record Claim(
        @Nullable Instant occurredAt,
        @Schema(maxLength = LONGEST_PLACE) @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public static final int LONGEST_PLACE = 300;
}
