package ma.balagh.analysis.footage;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;
import org.jspecify.annotations.Nullable;

/** The first stage of matching: compares the fingerprints of all frames of two tracks, in all eight transformations. */
final class FingerprintMatcher {

    /** How far apart frames may be that continue a span: unrelated ones were never nearer than 72. */
    private static final int CARRIED = 60;
    /** So may those be that are nearer by far than other moments of the same medium: a caption lies over them, say. */
    private static final int ALIKE = 88;

    private static final int DISTINCT = 24;
    private static final int BESIDE = 1;
    /** Pictures that have to agree. */
    private static final int PICTURES = 2;
    /** By which factor there is more evidence for another speed, if it is another. */
    private static final double CLEARLY = 1.1;

    private final QueryTrack query;
    private final FrameTimeline mine;
    private final FingerprintTrack other;
    private final FootageConfig config;
    private final @Nullable SamePlaceDetector place;

    /** @param place where both are whole pictures */
    FingerprintMatcher(
            QueryTrack query, FingerprintTrack other, FootageConfig config, @Nullable SamePlaceDetector place) {
        this.place = place;
        this.query = query;
        this.mine = query.track().timeline();
        this.other = other;
        this.config = config;
    }

    List<FootageMatch> matches(UUID evidenceId) {
        FrameHitList hits = collect();
        if (hits.size() == 0) {
            return List.of();
        }
        return new TemporalAlignmentMatcher(
                        mine,
                        other.timeline(),
                        hits,
                        config.agreement(),
                        config.gap(),
                        PICTURES,
                        CLEARLY,
                        this::carriesOn)
                .matches(evidenceId).stream().map(this::placed).toList();
    }

    private FrameHitList collect() {
        var hits = new FrameHitList();
        long[] words = other.words();
        int threshold = config.distance();
        int last = other.size() * FingerprintTrack.WORDS;
        for (int variant = 0; variant < query.variants().length; variant++) {
            long[] frames = query.variants()[variant];
            for (int frame = 0; frame < mine.size(); frame++) {
                if (mine.plain()[frame]) {
                    continue;
                }
                long w0 = frames[frame * FingerprintTrack.WORDS];
                long w1 = frames[frame * FingerprintTrack.WORDS + 1];
                long w2 = frames[frame * FingerprintTrack.WORDS + 2];
                long w3 = frames[frame * FingerprintTrack.WORDS + 3];
                for (int k = 0; k < last; k += FingerprintTrack.WORDS) {
                    // Half of a hash tells nearly all pairs apart.
                    int distance = Long.bitCount(w0 ^ words[k]) + Long.bitCount(w1 ^ words[k + 1]);
                    if (distance <= threshold) {
                        distance += Long.bitCount(w2 ^ words[k + 2]) + Long.bitCount(w3 ^ words[k + 3]);
                        if (distance <= threshold) {
                            add(hits, variant, frame, k / FingerprintTrack.WORDS, distance);
                        }
                    }
                }
            }
        }
        return hits;
    }

    private void add(FrameHitList hits, int variant, int frame, int otherFrame, int distance) {
        if (!other.timeline().plain()[otherFrame]) {
            hits.add(variant, frame, otherFrame, distance);
        }
    }

    /** Beside frames that agree: what is further apart, and plain frames beside plain ones. */
    private boolean carriesOn(int variant, int frame, int otherFrame) {
        int distance = other.distance(otherFrame, query.variants()[variant], frame);
        return distance <= CARRIED
                || distance <= ALIKE
                        && !mine.plain()[frame]
                        && distance + DISTINCT <= elsewhere(variant, frame, otherFrame)
                || mine.plain()[frame] && other.timeline().plain()[otherFrame]
                || place != null
                        && place.isSeen(
                                Transformation.ALL.get(variant),
                                mine.millis()[frame],
                                other.timeline().millis()[otherFrame]);
    }

    /** How far a frame is from those of other moments, on average. */
    private double elsewhere(int variant, int frame, int otherFrame) {
        return IntStream.range(0, other.size())
                .filter(k -> Math.abs(k - otherFrame) > BESIDE)
                .map(k -> other.distance(k, query.variants()[variant], frame))
                .average()
                .orElse(0);
    }

    /** Between insets, with the areas at its middle. */
    private FootageMatch placed(FootageMatch match) {
        FootageMatch.Span span = match.spans().getFirst();
        int frame = mine.at(500 * (span.from() + span.to()));
        int otherFrame = other.timeline().at(500 * (span.otherFrom() + span.otherTo()));
        Rectangle inThis = query.track().area(Math.max(0, frame));
        Rectangle inOther = other.area(Math.max(0, otherFrame));
        boolean isWhole = inThis.equals(Rectangle.ALL) && inOther.equals(Rectangle.ALL);
        return isWhole
                ? match
                : match.with(PictureAlignment.of(
                        inThis, inOther, match.transformation().inverse()));
    }
}
