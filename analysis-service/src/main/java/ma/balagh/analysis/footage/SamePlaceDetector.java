package ma.balagh.analysis.footage;

import ma.balagh.analysis.feature.AffinePlacement;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * Detects whether the details of two media lie at the same places once their pictures are aligned. Where the alignment
 * is known, a few details suffice.
 */
final class SamePlaceDetector {

    private static final int CLOSE_MILLIS = 130;

    private final FootageQuery query;
    private final KeyframesReader other;

    SamePlaceDetector(FootageQuery query, KeyframesReader other) {
        this.query = query;
        this.other = other;
    }

    /** @param millis of this medium and of the other; where no keyframe stands at both, the answer is no */
    boolean isSeen(Transformation variant, int millis, int otherMillis) {
        int frame = at(query.keyframes().timeline(), millis);
        MediumKeyframes known = other.read();
        int otherFrame = at(known.timeline(), otherMillis);
        if (frame < 0 || otherFrame < 0) {
            return false;
        }
        LocalFeatures mine = query.features(variant).get(frame);
        LocalFeatures theirs = known.features().get(otherFrame);
        return LocalFeatureMatcher.isConfirmed(
                AffinePlacement.stretched(mine, theirs).between(mine, theirs));
    }

    /** What is near a keyframe is not yet what it shows: only the frames at its time are. */
    private static int at(FrameTimeline keyframes, int millis) {
        int frame = keyframes.at(millis);
        return frame >= 0 && Math.abs(keyframes.millis()[frame] - millis) <= CLOSE_MILLIS ? frame : -1;
    }
}
