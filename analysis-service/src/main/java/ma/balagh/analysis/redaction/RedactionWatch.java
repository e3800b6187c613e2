package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.face.FaceFinder;
import ma.balagh.analysis.face.NetworkFinder;

/**
 * Watches all frames of a medium go by, in order, and says afterwards what to paint over in each. What it keeps are
 * places and the last few seconds, small and grey; nothing that could tell one face from another.
 */
public final class RedactionWatch {

    /** What is told by the finder; less is chance. */
    private static final double LEAST = 0.15;

    private final Rhythm rhythm;
    private final FaceFinder finder;
    private final FrameMemory memory = new FrameMemory();
    private final Faces faces;
    private final List<Chosen.Fixed> standing = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
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
    public RedactionWatch(long[] micros, List<Chosen> chosen) {
        this(micros, chosen, new NetworkFinder(LEAST));
    }

    /** @param finder finds what is followed as a face */
    public RedactionWatch(long[] micros, List<Chosen> chosen, FaceFinder finder) {
        this(micros, chosen, finder, Places.MOST);
    }

    /** @param most places of what moves that are remembered */
    RedactionWatch(long[] micros, List<Chosen> chosen, FaceFinder finder, int most) {
        this.rhythm = new Rhythm(micros);
        this.finder = finder;
        Places places = new Places(most);
        this.faces = new Faces(rhythm, places);
        for (Chosen one : chosen) {
            switch (one) {
                case Chosen.Fixed fixed -> standing.add(fixed);
                case Chosen.Followed followed -> things.add(new Thing(followed, rhythm, places));
            }
        }
    }

    /**
     * Takes the next frame.
     *
     * @param frame its number, from 0, without gaps
     * @param luma rows of unsigned bytes; not kept
     * @throws TooMuchToHide when no more can be remembered
     */
    public void see(int frame, byte[] luma, int width, int height) {
        if (frame != frames || frame >= rhythm.count()) {
            throw new IllegalArgumentException(
                    "frame " + frame + " follows frame " + (frames - 1) + ", times are of " + rhythm.count());
        }
        SmallFrame small = SmallFrame.of(luma, width, height);
        boolean cut = memory.isCutBefore(small);
        if (cut) {
            lookClosely();
            scene = frame;
        }
        memory.add(small, cut);
        faces.follow(frame, small, cut);
        keep(luma, width, height);
        frames++;
        if (frame == scene) {
            lookClosely();
        } else if (faces.isLookDue(frame)) {
            faces.see(frame, memory, finder.glance(luma, width, height, glances++), width, height, scene);
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
            faces.see(frame, memory, finder.find(last, lastWidth, lastHeight), lastWidth, lastHeight, scene);
        }
    }

    /**
     * What to paint over, when the last frame was seen.
     *
     * @throws TooMuchToHide when no more can be remembered
     */
    public RedactionPlan plan() {
        lookClosely();
        List<Trail> followed = faces.followed();
        List<Trail> trails = new ArrayList<>(followed);
        trails.addAll(faces.guesses());
        things.forEach(thing -> trails.addAll(thing.trails(frames, memory, scene)));
        standing.forEach(fixed -> trails.add(standing(fixed)));
        return new RedactionPlan(trails, followed.size(), frames, rhythm);
    }

    private Trail standing(Chosen.Fixed fixed) {
        // Times are rarely as exact as they say: a frame too many is hidden rather than one too few.
        int first = Math.max(0, rhythm.shownAt(fixed.from()) - 1);
        int end = rhythm.shownAt(fixed.to()) + 2;
        return new Standing(Brush.PLAIN, Box.of(fixed.part()), first, end, false);
    }
}
