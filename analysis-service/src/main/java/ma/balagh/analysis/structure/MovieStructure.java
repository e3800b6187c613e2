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
public record MovieStructure(Times times, double seconds, boolean fragmented, List<Track> tracks) {

    /**
     * One track.
     *
     * @param kind such as {@code vide} or {@code soun}
     * @param codec of the first of its sample descriptions, such as {@code avc1}; empty where there is none
     * @param times of the track
     * @param mediaTimes of the media in it
     * @param seconds that it is shown, by its header; 0 where it does not say
     * @param mediaSeconds that the media in it last, by their header; 0 where it does not say
     * @param edits what its edit list shows of them
     * @param samples how many there are, and how long they last, by its tables
     * @param sampleSeconds that the samples last by their tables; 0 where these do not say
     */
    public record Track(
            String kind,
            String codec,
            Times times,
            Times mediaTimes,
            double seconds,
            double mediaSeconds,
            EditList edits,
            SampleCounts samples,
            double sampleSeconds) {

        public boolean isPicture() {
            return kind.equals("vide");
        }

        /** Whether header and tables contradict each other about how long it lasts, by more than writers round. */
        boolean timesContradict() {
            double slip = Math.max(1, Math.min(sampleSeconds, mediaSeconds) / 50);
            return sampleSeconds > 0 && mediaSeconds > 0 && Math.abs(sampleSeconds - mediaSeconds) > slip;
        }

        /** By the tables, which count, and else by the header. */
        double lasting() {
            return sampleSeconds > 0 ? sampleSeconds : mediaSeconds;
        }

        /** Seconds of its media that its edit list keeps from viewers; 0 where there is no such list. */
        public double hidden() {
            return edits.hidden();
        }

        /** Samples that its edit list keeps from viewers, at most; none where header and tables contradict each other. */
        public long hiddenSamples() {
            return timesContradict() || lasting() <= 0
                    ? 0
                    : (long) Math.ceil(samples.stated() * Math.min(1, hidden() / lasting()));
        }
    }

    /** The picture that a stream of that number is; null where it is none, or has no tables of its own. */
    public @Nullable Track picture(int stream) {
        if (fragmented || stream >= tracks.size()) {
            return null;
        }
        Track track = tracks.get(stream);
        return track.isPicture() && track.samples().stated() > 0 ? track : null;
    }

    /**
     * The longest that a header says the film or a track of pictures or sound lasts, in seconds; 0 where none says so. What
     * an edit list hides does not count.
     */
    public double claimed() {
        return fragmented
                ? 0
                : tracks.stream()
                        .filter(track -> track.isPicture() || track.kind().equals("soun"))
                        .mapToDouble(track -> Math.max(track.seconds(), track.mediaSeconds() - track.hidden()))
                        .reduce(seconds, Math::max);
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
