package ma.balagh.analysis.circumstance;

import java.time.Instant;
import ma.balagh.analysis.media.RecordedLocation;
import org.jspecify.annotations.Nullable;

/**
 * When and where a report claims that the event happened; each null where it does not say.
 *
 * @param publishedAt when it was published
 * @param occurredAt when it is said to have happened
 * @param receivedAt when it reached us
 * @param place its name
 * @param latitude WGS 84 degrees, north is positive
 * @param longitude WGS 84 degrees, east is positive
 */
public record ClaimedCircumstances(
        @Nullable Instant publishedAt,
        @Nullable Instant occurredAt,
        @Nullable Instant receivedAt,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /** Of a file that came without a report. */
    public static final ClaimedCircumstances NOTHING = new ClaimedCircumstances(null, null, null, null, null, null);

    @Nullable
    RecordedLocation location() {
        return latitude == null || longitude == null ? null : new RecordedLocation(latitude, longitude);
    }
}
