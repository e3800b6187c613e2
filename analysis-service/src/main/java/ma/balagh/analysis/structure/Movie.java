package ma.balagh.analysis.structure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The film that a container of boxes describes.
 *
 * @param times of the film as a whole
 * @param seconds that it says it lasts, 0 where it does not say
 * @param fragmented whether its description is spread over the file, so that lengths need not stand in its header
 */
public record Movie(Times times, double seconds, boolean fragmented, List<Track> tracks) {

    /**
     * One track.
     *
     * @param kind such as {@code vide} or {@code soun}
     * @param codec of the first of its sample descriptions, such as {@code avc1}; empty where there is none
     * @param times of the track
     * @param mediaTimes of the media in it
     * @param seconds that it is shown, by its header; 0 where it does not say
     * @param hidden seconds of its media that its edit list keeps from viewers; 0 where there is no such list
     */
    public record Track(
            String kind,
            String codec,
            Times times,
            Times mediaTimes,
            double seconds,
            double mediaSeconds,
            double hidden) {

        public boolean isPicture() {
            return kind.equals("vide");
        }
    }

    /**
     * What a header's clock said, in seconds since 1904-01-01T00:00:00Z (ISO/IEC 14496-12, 8.2.2).
     *
     * @param created 0 where the clock was not set
     * @param modified 0 where the clock was not set
     */
    public record Times(long created, long modified) {

        static final Times NONE = new Times(0, 0);

        private static final Instant EPOCH = Instant.parse("1904-01-01T00:00:00Z");

        /** Beyond it, some tens of thousands of years on, there is no time that anybody meant. */
        private static final long LAST = 1L << 40;

        /** Null where the clock was not set. */
        public @Nullable Instant createdAt() {
            return at(created);
        }

        /** Null where the clock was not set. */
        public @Nullable Instant modifiedAt() {
            return at(modified);
        }

        private static @Nullable Instant at(long seconds) {
            return seconds <= 0 || seconds > LAST ? null : EPOCH.plusSeconds(seconds);
        }
    }
}
