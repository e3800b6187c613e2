package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ma.balagh.analysis.face.FaceRegion;

/** One thing that looks like a face, from before it was first seen until after it was last seen. */
final class FaceTrack {

    /** Who was seen once only must have been seen well. */
    private static final double CLEAR = 0.5;

    /** A size that was seen is kept for a while: the finder is less steady than faces are. */
    private static final double SHRINKING = 0.9;

    /** Where what was followed and what is seen are so far apart, in halves of the size, what lies between is in doubt. */
    private static final double ASTRAY = 0.4;

    private final FrameTiming timing;
    private final MovingTrack way;
    private final TemplateTracker templateTracker;
    private int lastSeen;
    private NormalizedBox lastFace;
    private int sightings;
    private double likeness;

    private FaceTrack(
            FrameTiming timing, MovingTrack way, TemplateTracker templateTracker, int frame, FaceRegion region) {
        this.timing = timing;
        this.way = way;
        this.templateTracker = templateTracker;
        this.lastSeen = frame;
        this.lastFace = templateTracker.box();
        this.sightings = 1;
        this.likeness = region.likeness();
    }

    /** Begins with a face in the newest frame, and follows it back. */
    static FaceTrack of(
            int frame,
            FrameBuffer memory,
            NormalizedBox face,
            FaceRegion region,
            FrameTiming timing,
            TrackBudget budget) {
        Patience patience = (lost, step) -> timing.isHeld(frame - step + lost - 1, frame - step);
        List<Step> before = back(memory, face, false, timing.followedBefore(frame), patience);
        MovingTrack way = new MovingTrack(RedactionBrush.MOSAIC, frame - before.size(), budget);
        for (int k = before.size() - 1; k >= 0; k--) {
            Step step = before.get(k);
            boolean guess = step.guess() || !timing.isCertain(frame - 1, frame - 1 - k);
            way.add(head(step.box()).grown(step.grown()), guess);
        }
        way.add(head(face), false);
        return new FaceTrack(timing, way, new TemplateTracker(memory.newest(), face, false), frame, region);
    }

    /** Where something was in an earlier frame. */
    record Step(NormalizedBox box, double grown, boolean guess) {}

    /** For how long it is guessed where something was that is not found. */
    @FunctionalInterface
    interface Patience {

        /**
         * @param lost steps in which it was not found, one after the other
         * @param step the last of them, from 1
         */
        boolean lasts(int lost, int step);
    }

    /**
     * Follows something from the newest frame back, one step for each frame.
     *
     * @param fits whether its size changes on the way
     * @param most steps at most
     */
    static List<Step> back(FrameBuffer memory, NormalizedBox box, boolean fits, int most, Patience patience) {
        List<Step> steps = new ArrayList<>();
        Iterator<SmallFrame> frames = memory.backwards();
        TemplateTracker templateTracker = new TemplateTracker(frames.next(), box, fits);
        while (frames.hasNext() && steps.size() < most) {
            templateTracker.follow(frames.next());
            if (templateTracker.lost() > 0 && !patience.lasts(templateTracker.lost(), steps.size() + 1)) {
                return steps;
            }
            steps.add(new Step(templateTracker.box(), templateTracker.grown(), templateTracker.lost() > 0));
        }
        return steps;
    }

    /**
     * Follows it into the next frame.
     *
     * @param cut whether another scene may begin there
     * @return whether it is still there
     */
    boolean follow(int frame, SmallFrame picture, boolean cut) {
        templateTracker.follow(picture);
        int lost = templateTracker.lost();
        boolean held = lost == 0 || !cut && timing.isHeld(frame - lost + 1, frame);
        boolean there = held && timing.isFollowed(lastSeen + 1, frame);
        if (there) {
            way.add(
                    head(templateTracker.box()).grown(templateTracker.grown()),
                    lost > 0 || !timing.isCertain(lastSeen + 1, frame));
        }
        return there;
    }

    /** It was seen in the newest frame, into which it was followed already. */
    void see(int frame, SmallFrame picture, NormalizedBox face, FaceRegion region, boolean counts) {
        NormalizedBox steady = new NormalizedBox(
                face.x(),
                face.y(),
                Math.max(face.halfWidth(), lastFace.halfWidth() * SHRINKING),
                Math.max(face.halfHeight(), lastFace.halfHeight() * SHRINKING));
        if (templateTracker.box().apart(face) > ASTRAY) {
            for (int k = lastSeen + 1; k < frame; k++) {
                NormalizedBox between = lastFace.towards(steady, (double) (k - lastSeen) / (frame - lastSeen));
                way.widen(k, head(between));
            }
        }
        way.widen(frame, head(steady));
        way.assure(frame);
        templateTracker.seen(picture, steady);
        lastSeen = frame;
        lastFace = steady;
        sightings += counts ? 1 : 0;
        likeness = Math.max(likeness, region.likeness());
    }

    /** The whole head, with hair, ears and chin, around what the finder marks: brows to chin. */
    static NormalizedBox head(NormalizedBox face) {
        return NormalizedBox.between(
                face.x() - 1.65 * face.halfWidth(),
                face.y() - 2.0 * face.halfHeight(),
                face.x() + 1.65 * face.halfWidth(),
                face.y() + 1.6 * face.halfHeight());
    }

    boolean isConfirmed() {
        return sightings > 1 || likeness >= CLEAR;
    }

    MovingTrack way() {
        return way;
    }

    NormalizedBox face() {
        return templateTracker.box();
    }

    int lastSeen() {
        return lastSeen;
    }

    NormalizedBox lastFace() {
        return lastFace;
    }
}
