package ma.balagh.analysis.redaction;

import java.util.Arrays;
import java.util.BitSet;

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

    boolean has(int frame) {
        return frame >= first && frame < end();
    }

    boolean isGuess(int frame) {
        return guessed.get(frame - first);
    }

    Box box(int frame) {
        int k = (frame - first) * NUMBERS;
        return new Box(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
    }

    private void write(int index, Box box) {
        int k = index * NUMBERS;
        boxes[k] = (float) box.x();
        boxes[k + 1] = (float) box.y();
        boxes[k + 2] = (float) box.halfWidth();
        boxes[k + 3] = (float) box.halfHeight();
    }
}
