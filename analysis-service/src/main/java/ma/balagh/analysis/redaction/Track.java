package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ma.balagh.analysis.face.FaceRegion;

/** One thing that looks like a face, from before it was first seen until after it was last seen. */
final class Track {

    /** Who was seen once only must have been seen well. */
    private static final double CLEAR = 0.5;

    /** A size that was seen is kept for a while: the finder is less steady than faces are. */
    private static final double SHRINKING = 0.9;

    /** Where what was followed and what is seen are so far apart, in halves of the size, what lies between is in doubt. */
    private static final double ASTRAY = 0.4;

    private final Rhythm rhythm;
    private final Way way;
    private final Follower follower;
    private int lastSeen;
    private Box lastFace;
    private int sightings;
    private double likeness;

    private Track(Rhythm rhythm, Way way, Follower follower, int frame, FaceRegion region) {
        this.rhythm = rhythm;
        this.way = way;
        this.follower = follower;
        this.lastSeen = frame;
        this.lastFace = follower.box();
        this.sightings = 1;
        this.likeness = region.likeness();
    }

    /** Begins with a face in the newest frame, and follows it back. */
    static Track of(int frame, FrameMemory memory, Box face, FaceRegion region, Rhythm rhythm, Places places) {
        Patience patience = (lost, step) -> rhythm.isHeld(frame - step + lost - 1, frame - step);
        List<Step> before = back(memory, face, false, rhythm.followedBefore(frame), patience);
        Way way = new Way(Brush.MOSAIC, frame - before.size(), places);
        for (int k = before.size() - 1; k >= 0; k--) {
            Step step = before.get(k);
            boolean guess = step.guess() || !rhythm.isCertain(frame - 1, frame - 1 - k);
            way.add(head(step.box()).grown(step.grown()), guess);
        }
        way.add(head(face), false);
        return new Track(rhythm, way, new Follower(memory.newest(), face, false), frame, region);
    }

    /** Where something was in an earlier frame. */
    record Step(Box box, double grown, boolean guess) {}

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
    static List<Step> back(FrameMemory memory, Box box, boolean fits, int most, Patience patience) {
        List<Step> steps = new ArrayList<>();
        Iterator<SmallFrame> frames = memory.backwards();
        Follower follower = new Follower(frames.next(), box, fits);
        while (frames.hasNext() && steps.size() < most) {
            follower.follow(frames.next());
            if (follower.lost() > 0 && !patience.lasts(follower.lost(), steps.size() + 1)) {
                return steps;
            }
            steps.add(new Step(follower.box(), follower.grown(), follower.lost() > 0));
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
        follower.follow(picture);
        int lost = follower.lost();
        boolean held = lost == 0 || !cut && rhythm.isHeld(frame - lost + 1, frame);
        boolean there = held && rhythm.isFollowed(lastSeen + 1, frame);
        if (there) {
            way.add(head(follower.box()).grown(follower.grown()), lost > 0 || !rhythm.isCertain(lastSeen + 1, frame));
        }
        return there;
    }

    /** It was seen in the newest frame, into which it was followed already. */
    void see(int frame, SmallFrame picture, Box face, FaceRegion region, boolean counts) {
        Box steady = new Box(
                face.x(),
                face.y(),
                Math.max(face.halfWidth(), lastFace.halfWidth() * SHRINKING),
                Math.max(face.halfHeight(), lastFace.halfHeight() * SHRINKING));
        if (follower.box().apart(face) > ASTRAY) {
            for (int k = lastSeen + 1; k < frame; k++) {
                Box between = lastFace.towards(steady, (double) (k - lastSeen) / (frame - lastSeen));
                way.widen(k, head(between));
            }
        }
        way.widen(frame, head(steady));
        way.assure(frame);
        follower.seen(picture, steady);
        lastSeen = frame;
        lastFace = steady;
        sightings += counts ? 1 : 0;
        likeness = Math.max(likeness, region.likeness());
    }

    /** The whole head, with hair, ears and chin, around what the finder marks: brows to chin. */
    static Box head(Box face) {
        return Box.between(
                face.x() - 1.65 * face.halfWidth(),
                face.y() - 2.0 * face.halfHeight(),
                face.x() + 1.65 * face.halfWidth(),
                face.y() + 1.6 * face.halfHeight());
    }

    boolean isConfirmed() {
        return sightings > 1 || likeness >= CLEAR;
    }

    Way way() {
        return way;
    }

    Box face() {
        return follower.box();
    }

    int lastSeen() {
        return lastSeen;
    }

    Box lastFace() {
        return lastFace;
    }
}
