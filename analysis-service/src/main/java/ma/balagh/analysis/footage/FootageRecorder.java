package ma.balagh.analysis.footage;

import java.util.List;
import ma.balagh.analysis.fingerprint.PdqCoefficients;
import ma.balagh.analysis.fingerprint.PdqHasher;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;
import ma.balagh.analysis.motion.ThumbnailRecorder;

/** Collects from the frames of a medium all that it is compared by. For one thread. */
public final class FootageRecorder {

    /** Local features are taken so often. */
    private static final int KEYFRAME_MILLIS = 1000;

    private final PdqHasher pdq = new PdqHasher();
    private final FingerprintTrackRecorder whole;
    private final InsetRecorder insets;
    private final KeyframeRecorder keyframes = new KeyframeRecorder(KEYFRAME_MILLIS);
    private final ThumbnailRecorder thumbnails = new ThumbnailRecorder();

    /**
     * A recorder of one medium.
     *
     * @param quality below which a frame is too plain to say anything by itself
     */
    public FootageRecorder(int quality) {
        this.whole = new FingerprintTrackRecorder(quality);
        this.insets = new InsetRecorder(quality);
    }

    /**
     * Sees the next frame.
     *
     * @param at seconds from the start, later than the frame before
     * @param luma rows of unsigned bytes
     */
    public void see(double at, byte[] luma, int width, int height) {
        PdqCoefficients picture = pdq.picture(luma, width, height);
        int millis = add(at, picture);
        insets.see(millis, luma, width, height);
        keyframes.see(millis, picture.fingerprint(), luma, width, height);
        thumbnails.see(millis, luma, width, height);
    }

    /** Adds the next frame as a whole and nothing else of it. */
    int add(double at, PdqCoefficients picture) {
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.round(at * 1000));
        whole.add(millis, picture, Rectangle.ALL);
        return millis;
    }

    /** What was collected, ready to be compared. */
    public FootageQuery query() {
        long duration = whole.durationMillis();
        int interval = whole.intervalMillis();
        List<QueryTrack> found = insets.tracks(duration, interval);
        return new FootageQuery(
                whole.track(duration, interval),
                found,
                keyframes.keyframes(duration),
                keyframes.pictures(duration),
                thumbnails.thumbnails());
    }
}
