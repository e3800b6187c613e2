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
    private final Trail trail;
    private final Follower follower;
    private int lastSeen;
    private Box lastFace;
    private int sightings;
    private double likeness;

    private Track(Rhythm rhythm, Trail trail, Follower follower, int frame, FaceRegion region) {
        this.rhythm = rhythm;
        this.trail = trail;
        this.follower = follower;
        this.lastSeen = frame;
        this.lastFace = follower.box();
        this.sightings = 1;
        this.likeness = region.likeness();
    }

    /** Begins with a face in the newest frame, and follows it back. */
    static Track of(int frame, FrameMemory memory, Box face, FaceRegion region, Rhythm rhythm) {
        List<Step> before = back(memory, face, false, rhythm.unseen(), rhythm.hold());
        Trail trail = new Trail(Brush.MOSAIC, frame - before.size());
        for (int k = before.size() - 1; k >= 0; k--) {
            Step step = before.get(k);
            trail.add(head(step.box()).grown(step.grown()), step.guess() || k >= rhythm.certain());
        }
        trail.add(head(face), false);
        return new Track(rhythm, trail, new Follower(memory.newest(), face, false), frame, region);
    }

    /** Where something was in an earlier frame. */
    record Step(Box box, double grown, boolean guess) {}

    /**
     * Follows something from the newest frame back, one step for each frame.
     *
     * @param fits whether its size changes on the way
     * @param most steps at most
     * @param hold steps for which it is guessed where it was when it is not found
     */
    static List<Step> back(FrameMemory memory, Box box, boolean fits, int most, int hold) {
        List<Step> steps = new ArrayList<>();
        Iterator<SmallFrame> frames = memory.backwards();
        Follower follower = new Follower(frames.next(), box, fits);
        while (frames.hasNext() && steps.size() < most) {
            follower.follow(frames.next());
            if (follower.lost() > hold) {
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
        boolean gone = follower.lost() > (cut ? 0 : rhythm.hold()) || frame - lastSeen > rhythm.unseen();
        if (!gone) {
            trail.add(
                    head(follower.box()).grown(follower.grown()),
                    follower.lost() > 0 || frame - lastSeen > rhythm.certain());
        }
        return !gone;
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
                trail.widen(k, head(between));
            }
        }
        trail.widen(frame, head(steady));
        trail.assure(frame);
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

    Trail trail() {
        return trail;
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
