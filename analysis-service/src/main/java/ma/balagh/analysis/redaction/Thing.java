package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one thing that a person chose: whatever happens it is hidden, up to the cuts around it. */
final class Thing {

    /** Its outline was drawn by hand in one frame. */
    private static final double MARGIN = 1.15;

    private final Box drawn;
    private final double at;
    private final Rhythm rhythm;
    private @Nullable Trail trail;
    private @Nullable Follower follower;

    Thing(Chosen.Followed followed, Rhythm rhythm) {
        this.drawn = Box.of(followed.part());
        this.at = followed.at();
        this.rhythm = rhythm;
    }

    /**
     * Takes the newest frame.
     *
     * @param scene the frame with which the scene began
     */
    void see(int frame, FrameMemory memory, int scene) {
        if (trail == null && frame >= Math.floor(at * rhythm.framesPerSecond())) {
            begin(frame, memory, scene);
        } else if (trail != null && follower != null) {
            if (frame == scene) {
                follower = null;
            } else {
                follower.follow(memory.newest());
                trail.add(follower.hidden().grown(MARGIN), follower.lost() > 0);
            }
        }
    }

    private void begin(int frame, FrameMemory memory, int scene) {
        List<Track.Step> before = Track.back(memory, drawn, true, frame - scene, Integer.MAX_VALUE);
        Trail begun = new Trail(Brush.PLAIN, scene);
        // Frames too old to be remembered: it is hidden where it came from, and a person has to look.
        Box oldest = before.isEmpty() ? drawn : before.getLast().box();
        for (int k = scene; k < frame - before.size(); k++) {
            begun.add(oldest.grown(2 * MARGIN), true);
        }
        for (int k = before.size() - 1; k >= 0; k--) {
            begun.add(
                    before.get(k).box().grown(before.get(k).grown() * MARGIN),
                    before.get(k).guess());
        }
        begun.add(drawn.grown(MARGIN), false);
        trail = begun;
        follower = new Follower(memory.newest(), drawn, true);
    }

    /** @param frames of the whole medium; a thing that was chosen behind its end is at its end */
    List<Trail> trails(int frames, FrameMemory memory, int scene) {
        if (trail == null && frames > 0) {
            begin(frames - 1, memory, scene);
        }
        List<Trail> trails = new ArrayList<>();
        if (trail != null) {
            trails.add(trail);
        }
        return trails;
    }
}
