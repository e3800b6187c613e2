package ma.balagh.analysis.redaction;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where one thing is in each frame from a first to a last one, and in which of them that is a guess. */
final class Trail {

    private static final int NUMBERS = 4;

    private final Brush brush;
    private final int first;
    private final BitSet guessed = new BitSet();
    private float[] boxes = new float[16 * NUMBERS];
    private int length;

    Trail(Brush brush, int first) {
        this.brush = brush;
        this.first = first;
    }

    Brush brush() {
        return brush;
    }

    int first() {
        return first;
    }

    /** The frame after the last one. */
    int end() {
        return first + length;
    }

    void add(Box box, boolean guess) {
        if (length * NUMBERS == boxes.length) {
            boxes = Arrays.copyOf(boxes, 2 * boxes.length);
        }
        guessed.set(length, guess);
        write(length++, box);
    }

    /**
     * What to hide in a frame: where it is, and was, and will be, so that a frame more or less between one pass over the
     * medium and the next lets nothing slip.
     */
    @Nullable
    Box hidden(int frame) {
        Box hidden = null;
        for (int k = Math.max(first, frame - 1); k <= Math.min(end() - 1, frame + 1); k++) {
            hidden = hidden == null ? box(k) : hidden.around(box(k));
        }
        return hidden != null && hidden.isInPicture() ? hidden : null;
    }

    boolean isGuess(int frame) {
        return guessed.get(frame - first);
    }

    private Box box(int frame) {
        int k = (frame - first) * NUMBERS;
        return new Box(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
    }

    /** Hides more in a frame: this box too. */
    void widen(int frame, Box box) {
        write(frame - first, box(frame).around(box));
    }

    /** What is hidden in a frame is no guess any more. */
    void assure(int frame) {
        guessed.clear(frame - first);
    }

    private void write(int index, Box box) {
        int k = index * NUMBERS;
        boxes[k] = (float) box.x();
        boxes[k + 1] = (float) box.y();
        boxes[k + 2] = (float) box.halfWidth();
        boxes[k + 3] = (float) box.halfHeight();
    }
}
