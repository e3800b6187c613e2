package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches all frames of a medium go by, in order, and says afterwards what to paint over in each. What it keeps are
 * places, never pictures of faces nor anything that could tell one face from another.
 */
public final class RedactionWatch {

    private final double framesPerSecond;
    private final List<Chosen> chosen;
    private int frames;

    /** @param framesPerSecond of the frames that are seen, a constant rate */
    public RedactionWatch(double framesPerSecond, List<Chosen> chosen) {
        if (!(framesPerSecond > 0)) {
            throw new IllegalArgumentException("no rate of frames: " + framesPerSecond);
        }
        this.framesPerSecond = framesPerSecond;
        this.chosen = List.copyOf(chosen);
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
        frames++;
    }

    /** What to paint over, when the last frame was seen. */
    public RedactionPlan plan() {
        List<Trail> trails = new ArrayList<>();
        for (Chosen one : chosen) {
            if (one instanceof Chosen.Fixed fixed) {
                trails.add(standing(fixed));
            }
        }
        return new RedactionPlan(trails, frames, framesPerSecond);
    }

    private Trail standing(Chosen.Fixed fixed) {
        // A rate is rarely as exact as it says: a frame too many is hidden rather than one too few.
        int from = (int) Math.max(0, Math.floor(fixed.from() * framesPerSecond) - 1);
        double to = Math.min(frames, Math.ceil(fixed.to() * framesPerSecond) + 1);
        Trail trail = new Trail(Brush.PLAIN, from);
        for (int frame = from; frame < to; frame++) {
            trail.add(Box.of(fixed.part()), false);
        }
        return trail;
    }
}
