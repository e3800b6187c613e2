package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.face.FaceDetector;
import ma.balagh.analysis.face.NetworkFaceDetector;

/**
 * Analyses all frames of a medium in order, and then plans what to paint over in each. It keeps places and the last few
 * seconds, small and grey; nothing that could tell one face from another.
 */
public final class RedactionPlanRecorder {

    /** What is told by the finder; less is chance. */
    private static final double LEAST = 0.15;

    private final FrameTiming timing;
    private final FaceDetector finder;
    private final FrameBuffer memory = new FrameBuffer();
    private final FaceTracker faceTracker;
    private final List<ManualSelection.Fixed> standing = new ArrayList<>();
    private final List<ManualTracker> things = new ArrayList<>();
    private byte[] last = new byte[0];
    private int lastWidth;
    private int lastHeight;
    private int frames;
    private int scene;
    private int glances;

    /**
     * @param micros microseconds at which each frame is shown, from the medium's start, each later than the one before;
     *     of no fewer frames than are seen
     */
    public RedactionPlanRecorder(long[] micros, List<ManualSelection> chosen) {
        this(micros, chosen, new NetworkFaceDetector(LEAST));
    }

    /** @param finder finds what is followed as a face */
    public RedactionPlanRecorder(long[] micros, List<ManualSelection> chosen, FaceDetector finder) {
        this(micros, chosen, finder, TrackBudget.MOST);
    }

    /** @param most places of what moves that are remembered */
    RedactionPlanRecorder(long[] micros, List<ManualSelection> chosen, FaceDetector finder, int most) {
        this.timing = new FrameTiming(micros);
        this.finder = finder;
        TrackBudget budget = new TrackBudget(most);
        this.faceTracker = new FaceTracker(timing, budget);
        for (ManualSelection one : chosen) {
            switch (one) {
                case ManualSelection.Fixed fixed -> standing.add(fixed);
                case ManualSelection.Followed followed -> things.add(new ManualTracker(followed, timing, budget));
            }
        }
    }

    /**
     * Takes the next frame.
     *
     * @param frame its number, from 0, without gaps
     * @param luma rows of unsigned bytes; not kept
     * @throws TrackBudgetExceededException when no more can be remembered
     */
    public void see(int frame, byte[] luma, int width, int height) {
        if (frame != frames || frame >= timing.count()) {
            throw new IllegalArgumentException(
                    "frame " + frame + " follows frame " + (frames - 1) + ", times are of " + timing.count());
        }
        SmallFrame small = SmallFrame.of(luma, width, height);
        boolean cut = memory.isCutBefore(small);
        if (cut) {
            lookClosely();
            scene = frame;
        }
        memory.add(small, cut);
        faceTracker.follow(frame, small, cut);
        keep(luma, width, height);
        frames++;
        if (frame == scene) {
            lookClosely();
        } else if (faceTracker.isLookDue(frame)) {
            faceTracker.see(frame, memory, finder.glance(luma, width, height, glances++), width, height, scene);
        }
        things.forEach(thing -> thing.see(frame, memory, scene));
    }

    private void keep(byte[] luma, int width, int height) {
        if (last.length != width * height) {
            last = new byte[width * height];
        }
        System.arraycopy(luma, 0, last, 0, last.length);
        lastWidth = width;
        lastHeight = height;
    }

    /** At the first and the last frame of a scene, beyond which nothing can be followed. */
    private void lookClosely() {
        if (frames > 0) {
            int frame = frames - 1;
            faceTracker.see(frame, memory, finder.find(last, lastWidth, lastHeight), lastWidth, lastHeight, scene);
        }
    }

    /**
     * What to paint over, when the last frame was seen.
     *
     * @throws TrackBudgetExceededException when no more can be remembered
     */
    public RedactionPlan plan() {
        lookClosely();
        List<Track> followed = faceTracker.followed();
        List<Track> trails = new ArrayList<>(followed);
        trails.addAll(faceTracker.guesses());
        things.forEach(thing -> trails.addAll(thing.trails(frames, memory, scene)));
        standing.forEach(fixed -> trails.add(standing(fixed)));
        return new RedactionPlan(trails, followed.size(), frames, timing);
    }

    private Track standing(ManualSelection.Fixed fixed) {
        // Times are rarely as exact as they say: a frame too many is hidden rather than one too few.
        int first = Math.max(0, timing.shownAt(fixed.from()) - 1);
        int end = timing.shownAt(fixed.to()) + 2;
        return new StaticTrack(RedactionBrush.PLAIN, NormalizedBox.of(fixed.part()), first, end, false);
    }
}
