package ma.balagh.analysis.redaction;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Something that moves, with a place for each frame. */
final class MovingTrack implements Track {

    private static final int NUMBERS = 4;

    private final RedactionBrush brush;
    private final int first;
    private final TrackBudget budget;
    private final BitSet guessed = new BitSet();
    private float[] boxes = new float[16 * NUMBERS];
    private int length;

    MovingTrack(RedactionBrush brush, int first, TrackBudget budget) {
        this.brush = brush;
        this.first = first;
        this.budget = budget;
    }

    @Override
    public RedactionBrush brush() {
        return brush;
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int end() {
        return first + length;
    }

    /** @throws TrackBudgetExceededException when no more can be remembered */
    void add(NormalizedBox box, boolean guess) {
        budget.reserve();
        if (length * NUMBERS == boxes.length) {
            boxes = Arrays.copyOf(boxes, boxes.length + boxes.length / (2 * NUMBERS) * NUMBERS);
        }
        guessed.set(length, guess);
        write(length++, box);
    }

    /** Leaves its places to others; it is no way of anything any more. */
    void forget() {
        budget.give(length);
        boxes = new float[0];
        length = 0;
    }

    @Override
    public @Nullable NormalizedBox hidden(int frame) {
        NormalizedBox hidden = null;
        for (int k = Math.max(first, frame - 1); k <= Math.min(end() - 1, frame + 1); k++) {
            hidden = hidden == null ? box(k) : hidden.around(box(k));
        }
        return hidden != null && hidden.isInPicture() ? hidden : null;
    }

    @Override
    public boolean isGuess(int frame) {
        return guessed.get(frame - first);
    }

    private NormalizedBox box(int frame) {
        int k = (frame - first) * NUMBERS;
        return new NormalizedBox(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
    }

    /** Hides more in a frame: this box too. */
    void widen(int frame, NormalizedBox box) {
        write(frame - first, box(frame).around(box));
    }

    /** What is hidden in a frame is no guess any more. */
    void assure(int frame) {
        guessed.clear(frame - first);
    }

    private void write(int index, NormalizedBox box) {
        int k = index * NUMBERS;
        boxes[k] = (float) box.x();
        boxes[k + 1] = (float) box.y();
        boxes[k + 2] = (float) box.halfWidth();
        boxes[k + 3] = (float) box.halfHeight();
    }
}
