package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.fingerprint.Fingerprint;
import ma.balagh.analysis.fingerprint.Pdq;
import ma.balagh.analysis.fingerprint.Picture;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * Collects the frames of a medium. Where they are more than {@link Timeline#FRAME_LIMIT}, because the container lied
 * about its length or said nothing, every second one is dropped, as often as needed. For one thread.
 */
public final class FootageRecorder {

    /** A frame with its fingerprint in each transformation, in their order. */
    private record Frame(int millis, boolean isPlain, List<Fingerprint> variants) {

        Fingerprint plain() {
            return variants.getFirst();
        }
    }

    /** Frames within this distance of the first of a run belong to it. */
    private static final int RUN_DISTANCE = 10;

    /** Local features are taken so often. */
    private static final int KEYFRAME_MILLIS = 500;

    private final int quality;
    private final Pdq pdq = new Pdq();
    private final KeyframeRecorder keyframes = new KeyframeRecorder(KEYFRAME_MILLIS);
    private List<Frame> frames = new ArrayList<>();
    private int stride = 1;
    private int seen;
    private int lastMillis;

    /**
     * A recorder of one medium.
     *
     * @param quality below which a frame is too plain to say anything by itself
     */
    public FootageRecorder(int quality) {
        this.quality = quality;
    }

    /**
     * Sees the next frame.
     *
     * @param at seconds from the start, later than the frame before
     * @param luma rows of unsigned bytes
     */
    public void see(double at, byte[] luma, int width, int height) {
        Picture picture = pdq.picture(luma, width, height);
        add(at, picture);
        keyframes.see(lastMillis, picture.fingerprint(), luma, width, height);
    }

    /** Adds the next frame as a whole, without its features. */
    void add(double at, Picture picture) {
        lastMillis = (int) Math.min(Integer.MAX_VALUE, Math.round(at * 1000));
        boolean sampled = seen++ % stride == 0;
        if (!sampled) {
            return;
        }
        frames.add(new Frame(
                lastMillis,
                picture.quality() < quality,
                Transformation.ALL.stream().map(picture::fingerprint).toList()));
        if (frames.size() > Timeline.FRAME_LIMIT) {
            halve();
        }
    }

    private void halve() {
        List<Frame> kept = new ArrayList<>();
        for (int k = 0; k < frames.size(); k += 2) {
            kept.add(frames.get(k));
        }
        frames = kept;
        stride *= 2;
    }

    /** What was collected, ready to be compared. */
    public FootageQuery query() {
        int size = frames.size();
        int interval = seen < 2 ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) lastMillis * stride / (seen - 1));
        var millis = new int[size];
        var plain = new boolean[size];
        var variants = new long[Transformation.ALL.size()][size * Footage.WORDS];
        for (int k = 0; k < size; k++) {
            Frame frame = frames.get(k);
            millis[k] = frame.millis();
            plain[k] = frame.isPlain();
            for (int v = 0; v < variants.length; v++) {
                write(frame.variants().get(v), variants[v], k * Footage.WORDS);
            }
        }
        long duration = (long) lastMillis + interval / stride;
        var timeline = new Timeline(duration, interval, millis, runs(), plain);
        return new FootageQuery(new Footage(timeline, variants[0], keyframes.keyframes(duration)), variants);
    }

    private int[] runs() {
        var runs = new int[frames.size()];
        for (int k = 1, first = 0; k < runs.length; k++) {
            if (frames.get(k).plain().distance(frames.get(first).plain()) > RUN_DISTANCE) {
                first = k;
                runs[k] = runs[k - 1] + 1;
            } else {
                runs[k] = runs[k - 1];
            }
        }
        return runs;
    }

    private static void write(Fingerprint fingerprint, long[] words, int offset) {
        words[offset] = fingerprint.w0();
        words[offset + 1] = fingerprint.w1();
        words[offset + 2] = fingerprint.w2();
        words[offset + 3] = fingerprint.w3();
    }
}
