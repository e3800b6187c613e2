package ma.balagh.analysis.redaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The last frames, newest first, back to the last cut and within a limit of memory. */
final class FrameBuffer {

    private static final int MOST_BYTES = 24 << 20;

    private final Deque<SmallFrame> frames = new ArrayDeque<>();
    private long bytes;

    /** Whether another scene begins with a frame. */
    boolean isCutBefore(SmallFrame frame) {
        return !frames.isEmpty() && frame.isCutAfter(frames.getFirst());
    }

    void add(SmallFrame frame, boolean cut) {
        if (cut) {
            frames.clear();
            bytes = 0;
        }
        frames.addFirst(frame);
        bytes += frame.luma().length;
        while (bytes > MOST_BYTES) {
            bytes -= frames.removeLast().luma().length;
        }
    }

    SmallFrame newest() {
        return frames.getFirst();
    }

    /** From the newest back. */
    Iterator<SmallFrame> backwards() {
        return frames.iterator();
    }
}
