package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A track that is compared with others.
 *
 * @param variants the frames' words as each of the eight transformations would show them, in the order of {@link
 *     ma.balagh.analysis.fingerprint.Transformation#ALL}
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record QueryTrack(FingerprintTrack track, long[][] variants) {

    /** Of a negative of the medium: all coefficients change their signs, and the bits that compare them with the median. */
    QueryTrack negative() {
        return with(track.timeline(), QueryTrack::complement);
    }

    /** Of the medium played backwards. */
    QueryTrack reversed() {
        return with(track.timeline().reversed(), QueryTrack::backwards);
    }

    /** Without any frame, but as long. */
    QueryTrack nothing() {
        FrameTimeline timeline = track.timeline();
        var none = new FrameTimeline(
                timeline.durationMillis(), timeline.intervalMillis(), new int[0], new int[0], new boolean[0]);
        return with(none, words -> new long[0]);
    }

    private QueryTrack with(FrameTimeline timeline, UnaryOperator<long[]> change) {
        long[][] changed = Arrays.stream(variants).map(change).toArray(long[][]::new);
        return new QueryTrack(new FingerprintTrack(timeline, changed[0], areas(timeline)), changed);
    }

    private List<PictureAlignment.Rectangle> areas(FrameTimeline timeline) {
        return timeline.size() == 0
                        || timeline == track.timeline()
                        || track.areas().size() == 1
                ? track.areas()
                : track.areas().reversed();
    }

    private static long[] complement(long[] words) {
        return Arrays.stream(words).map(word -> ~word).toArray();
    }

    private static long[] backwards(long[] words) {
        var turned = new long[words.length];
        for (int at = 0; at < words.length; at += FingerprintTrack.WORDS) {
            System.arraycopy(words, at, turned, words.length - FingerprintTrack.WORDS - at, FingerprintTrack.WORDS);
        }
        return turned;
    }
}
