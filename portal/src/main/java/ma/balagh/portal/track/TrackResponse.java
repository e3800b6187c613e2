package ma.balagh.portal.track;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit has been.
 *
 * @param items the oldest first
 * @param next the first moment that is not among them; nothing where all is
 * @param erasedBefore what was before that moment is erased
 */
@TemplateData
public record TrackResponse(
        UUID unitId,
        String callSign,
        List<Point> items,
        @Nullable Instant next,
        Instant erasedBefore) {

    private static final double KILOMETRES_PER_HOUR = 3.6;

    /** @param speed in metres per second */
    @TemplateData
    public record Point(
            double latitude,
            double longitude,
            Instant at,
            @Nullable Double speed) {

        /** Whether the receiver said it, be it 0. */
        public boolean hasSpeed() {
            return speed != null;
        }

        public Long kilometresPerHour() {
            return Math.round(speed == null ? 0 : speed * KILOMETRES_PER_HOUR);
        }
    }

    /** Whether a part of what was asked for is no more. */
    public boolean isErasedSince(Instant from) {
        return from.isBefore(erasedBefore);
    }
}
