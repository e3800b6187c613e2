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
    private int looked = -1;
    private int glances;

    /** @param framesPerSecond of the frames that are seen, a constant rate */
    public RedactionWatch(double framesPerSecond, List<Chosen> chosen) {
        this(framesPerSecond, chosen, new NetworkFinder(LEAST));
    }

    /** @param finder finds what is followed as a face */
    public RedactionWatch(double framesPerSecond, List<Chosen> chosen, FaceFinder finder) {
        this.rhythm = new Rhythm(framesPerSecond);
        this.finder = finder;
        this.faces = new Faces(rhythm);
        for (Chosen one : chosen) {
            switch (one) {
                case Chosen.Fixed fixed -> standing.add(fixed);
                case Chosen.Followed followed -> things.add(new Thing(followed, rhythm));
            }
        }
    }

    /**
     * Takes the next frame.
     *
     * @param frame its number, from 0, without gaps
     * @param luma rows of unsigned bytes; not kept
     */
    public void see(int frame, byte[] luma, int width, int height) {
        if (frame != frames) {
            throw new IllegalArgumentException("frame " + frame + " follows frame " + (frames - 1));
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
        } else if (frame - looked >= rhythm.look()) {
            faces.see(frame, memory, finder.glance(luma, width, height, glances++), width, height, scene);
            looked = frame;
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
            looked = frame;
        }
    }

    /** What to paint over, when the last frame was seen. */
    public RedactionPlan plan() {
        lookClosely();
        List<Trail> trails = new ArrayList<>(faces.trails());
        things.forEach(thing -> trails.addAll(thing.trails(frames, memory, scene)));
        standing.forEach(fixed -> trails.add(standing(fixed)));
        return new RedactionPlan(trails, frames, rhythm.framesPerSecond());
    }

    private Trail standing(Chosen.Fixed fixed) {
        // A rate is rarely as exact as it says: a frame too many is hidden rather than one too few.
        int from = (int) Math.max(0, Math.floor(fixed.from() * rhythm.framesPerSecond()) - 1);
        double to = Math.min(frames, Math.ceil(fixed.to() * rhythm.framesPerSecond()) + 1);
        Trail trail = new Trail(Brush.PLAIN, from);
        for (int frame = from; frame < to; frame++) {
            trail.add(Box.of(fixed.part()), false);
        }
        return trail;
    }
}
