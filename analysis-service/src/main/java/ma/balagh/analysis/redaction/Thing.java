package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one thing that a person chose: whatever happens it is hidden, up to the cuts around it. */
final class Thing {

    /** Its outline was drawn by hand in one frame. */
    private static final double MARGIN = 1.15;

    private final Box drawn;
    private final int at;
    private final Places places;
    private final List<Trail> trails = new ArrayList<>();
    private @Nullable Way way;
    private @Nullable Follower follower;

    Thing(Chosen.Followed followed, Rhythm rhythm, Places places) {
        this.drawn = Box.of(followed.part());
        this.at = rhythm.shownAt(followed.at());
        this.places = places;
    }

    /**
     * Takes the newest frame.
     *
     * @param scene the frame with which the scene began
     */
    void see(int frame, FrameMemory memory, int scene) {
        if (way == null && frame >= at) {
            begin(frame, memory, scene);
        } else if (way != null && follower != null) {
            if (frame == scene) {
                follower = null;
            } else {
                follower.follow(memory.newest());
                way.add(follower.hidden().grown(MARGIN), follower.lost() > 0);
            }
        }
    }

    private void begin(int frame, FrameMemory memory, int scene) {
        List<Track.Step> before = Track.back(memory, drawn, true, frame - scene, (lost, step) -> true);
        int remembered = frame - before.size();
        // Frames too old to be remembered: it is hidden where it came from, and a person has to look.
        Box oldest = before.isEmpty() ? drawn : before.getLast().box();
        if (scene < remembered) {
            trails.add(new Standing(Brush.PLAIN, oldest.grown(2 * MARGIN), scene, remembered, true));
        }
        Way begun = new Way(Brush.PLAIN, remembered, places);
        for (int k = before.size() - 1; k >= 0; k--) {
            begun.add(
                    before.get(k).box().grown(before.get(k).grown() * MARGIN),
                    before.get(k).guess());
        }
        begun.add(drawn.grown(MARGIN), false);
        trails.add(begun);
        way = begun;
        follower = new Follower(memory.newest(), drawn, true);
    }

    /** @param frames of the whole medium; a thing that was chosen behind its end is at its end */
    List<Trail> trails(int frames, FrameMemory memory, int scene) {
        if (way == null && frames > 0) {
            begin(frames - 1, memory, scene);
        }
        return List.copyOf(trails);
    }
}
