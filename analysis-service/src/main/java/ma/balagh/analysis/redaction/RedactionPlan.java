package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import ma.balagh.analysis.packet.TimeSpan;

/** What is painted over in each frame of a medium. It proposes: a person looks before anything leaves the agency. */
public final class RedactionPlan {

    /** Guesses that are nearer to each other are one place to look at, in seconds. */
    private static final double APART = 0.5;

    private final List<Track> trails;
    private final int faces;
    private final int frames;
    private final FrameTiming timing;

    /** @param faces how many of the trails are of something that was seen as a face */
    RedactionPlan(List<Track> trails, int faces, int frames, FrameTiming timing) {
        this.trails = List.copyOf(trails);
        this.faces = faces;
        this.frames = frames;
        this.timing = timing;
    }

    /**
     * Paints over what is to be hidden in a frame.
     *
     * @param frame its number, as it was seen
     * @param yuv420p a plane of luma and two of chroma, of half the width and height, rounded up; painted in place. The
     *     picture may have another size than when it was seen, but must show the same
     */
    public void hide(int frame, byte[] yuv420p, int width, int height) {
        for (Track trail : trails) {
            NormalizedBox box = trail.hidden(frame);
            if (box != null) {
                trail.brush().paint(yuv420p, width, height, box);
            }
        }
    }

    /** Parts of the picture that are hidden in a frame. */
    public List<PicturePart> hidden(int frame) {
        return trails.stream()
                .map(trail -> trail.hidden(frame))
                .filter(Objects::nonNull)
                .map(NormalizedBox::part)
                .toList();
    }

    /** Seconds in which something is hidden by a guess, so that a person has to look at them first. */
    public List<TimeSpan> doubtful() {
        BitSet guesses = new BitSet(frames);
        for (Track trail : trails) {
            for (int frame = trail.first(); frame < Math.min(frames, trail.end()); frame++) {
                if (trail.isGuess(frame)) {
                    guesses.set(frame);
                }
            }
        }
        List<TimeSpan> spans = new ArrayList<>();
        int from = guesses.nextSetBit(0);
        while (from >= 0) {
            int to = guesses.nextClearBit(from);
            int next = guesses.nextSetBit(to);
            while (next >= 0 && timing.second(next) - timing.second(to) < APART) {
                to = guesses.nextClearBit(next);
                next = guesses.nextSetBit(to);
            }
            spans.add(new TimeSpan(timing.second(from), timing.second(to)));
            from = next;
        }
        return List.copyOf(spans);
    }

    /** How many times something that looks like a face was followed; one person can be followed several times. */
    public int faces() {
        return faces;
    }

    /** Frames in which anything is hidden. */
    public int framesTouched() {
        BitSet touched = new BitSet(frames);
        for (Track trail : trails) {
            int first = Math.max(0, trail.first() - 1);
            touched.set(first, Math.max(first, Math.min(frames, trail.end() + 1)));
        }
        return touched.cardinality();
    }

    /** Frames seen. */
    public int frames() {
        return frames;
    }
}
