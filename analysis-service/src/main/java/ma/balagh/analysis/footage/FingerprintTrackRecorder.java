package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.fingerprint.Fingerprint;
import ma.balagh.analysis.fingerprint.PdqCoefficients;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;

/**
 * Collects the frames of a track. Where they are more than {@link FrameTimeline#FRAME_LIMIT}, because the container lied
 * about its length or said nothing, every second one is dropped, as often as needed. For one thread.
 */
final class FingerprintTrackRecorder {

    /** A frame with its fingerprint in each transformation, in their order. */
    private record Frame(int millis, boolean isPlain, Rectangle area, List<Fingerprint> variants) {

        Fingerprint plain() {
            return variants.getFirst();
        }
    }

    /** Frames within this distance of the first of a run belong to it. */
    private static final int RUN_DISTANCE = 10;

    private final int quality;
    private List<Frame> frames = new ArrayList<>();
    private int stride = 1;
    private int seen;
    private int lastMillis;

    /** @param quality below which a frame is too plain to say anything by itself */
    FingerprintTrackRecorder(int quality) {
        this.quality = quality;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Adds the next frame, later than the one before. */
    void add(int millis, PdqCoefficients picture, Rectangle area) {
        lastMillis = millis;
        boolean sampled = seen++ % stride == 0;
        if (!sampled) {
            return;
        }
        frames.add(new Frame(
                millis,
                picture.quality() < quality,
                area,
                Transformation.ALL.stream().map(picture::fingerprint).toList()));
        if (frames.size() > FrameTimeline.FRAME_LIMIT) {
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

    /** Between two frames, on average; 0 for a still. */
    int intervalMillis() {
        return seen < 2 ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) lastMillis * stride / (seen - 1));
    }

    /** Until the end of the last frame; 0 for a still. */
    long durationMillis() {
        return (long) lastMillis + intervalMillis() / stride;
    }

    /** What was collected, ready to be compared. */
    QueryTrack track(long durationMillis, int intervalMillis) {
        int size = frames.size();
        var millis = new int[size];
        var plain = new boolean[size];
        var variants = new long[Transformation.ALL.size()][size * FingerprintTrack.WORDS];
        for (int k = 0; k < size; k++) {
            Frame frame = frames.get(k);
            millis[k] = frame.millis();
            plain[k] = frame.isPlain();
            for (int v = 0; v < variants.length; v++) {
                write(frame.variants().get(v), variants[v], k * FingerprintTrack.WORDS);
            }
        }
        var timeline = new FrameTimeline(durationMillis, intervalMillis * stride, millis, runs(), plain);
        List<Rectangle> areas = frames.stream().map(Frame::area).toList();
        boolean isWhole = areas.stream().allMatch(Rectangle.ALL::equals);
        return new QueryTrack(
                new FingerprintTrack(timeline, variants[0], isWhole ? List.of(Rectangle.ALL) : areas), variants);
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
