package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tracks one thing that a person selected. It is always hidden, up to the cuts around it. */
final class ManualTracker {

    /** Its outline was drawn by hand in one frame. */
    private static final double MARGIN = 1.15;

    private final NormalizedBox drawn;
    private final int at;
    private final TrackBudget budget;
    private final List<Track> trails = new ArrayList<>();
    private @Nullable MovingTrack way;
    private @Nullable TemplateTracker templateTracker;

    ManualTracker(ManualSelection.Followed followed, FrameTiming timing, TrackBudget budget) {
        this.drawn = NormalizedBox.of(followed.part());
        this.at = timing.shownAt(followed.at());
        this.budget = budget;
    }

    /**
     * Takes the newest frame.
     *
     * @param scene the frame with which the scene began
     */
    void see(int frame, FrameBuffer memory, int scene) {
        if (way == null && frame >= at) {
            begin(frame, memory, scene);
        } else if (way != null && templateTracker != null) {
            if (frame == scene) {
                templateTracker = null;
            } else {
                templateTracker.follow(memory.newest());
                way.add(templateTracker.hidden().grown(MARGIN), templateTracker.lost() > 0);
            }
        }
    }

    private void begin(int frame, FrameBuffer memory, int scene) {
        List<FaceTrack.Step> before = FaceTrack.back(memory, drawn, true, frame - scene, (lost, step) -> true);
        int remembered = frame - before.size();
        // Frames too old to be remembered: it is hidden where it came from, and a person has to look.
        NormalizedBox oldest = before.isEmpty() ? drawn : before.getLast().box();
        if (scene < remembered) {
            trails.add(new StaticTrack(RedactionBrush.PLAIN, oldest.grown(2 * MARGIN), scene, remembered, true));
        }
        MovingTrack begun = new MovingTrack(RedactionBrush.PLAIN, remembered, budget);
        for (int k = before.size() - 1; k >= 0; k--) {
            begun.add(
                    before.get(k).box().grown(before.get(k).grown() * MARGIN),
                    before.get(k).guess());
        }
        begun.add(drawn.grown(MARGIN), false);
        trails.add(begun);
        way = begun;
        templateTracker = new TemplateTracker(memory.newest(), drawn, true);
    }

    /** @param frames of the whole medium; a thing that was chosen behind its end is at its end */
    List<Track> trails(int frames, FrameBuffer memory, int scene) {
        if (way == null && frames > 0) {
            begin(frames - 1, memory, scene);
        }
        return List.copyOf(trails);
    }
}
