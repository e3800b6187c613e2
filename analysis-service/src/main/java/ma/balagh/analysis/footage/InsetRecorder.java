package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.fingerprint.PdqHasher;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;

/**
 * Collects pictures that stand within the pictures of a medium. A layout shows only through several frames, so some
 * seconds of them are kept until it is found. For one thread.
 */
final class InsetRecorder {

    /** Insets of one picture at most. */
    private static final int LIMIT = 2;
    /** Frames that are looked at together. */
    private static final int WINDOW = 40;
    /** With fewer frames, nothing can be told from what stands still by itself. */
    private static final int ENOUGH = 6;

    private record Frame(int millis, byte[] luma) {}

    private final PdqHasher pdq = new PdqHasher();
    private final List<FingerprintTrackRecorder> recorders = new ArrayList<>();
    private final List<Frame> window = new ArrayList<>();
    private int width;
    private int height;

    InsetRecorder(int quality) {
        for (int k = 0; k < LIMIT; k++) {
            recorders.add(new FingerprintTrackRecorder(quality));
        }
    }

    void see(int millis, byte[] luma, int width, int height) {
        this.width = width;
        this.height = height;
        window.add(new Frame(millis, luma.clone()));
        if (window.size() == WINDOW) {
            close();
        }
    }

    List<QueryTrack> tracks(long durationMillis, int intervalMillis) {
        close();
        return recorders.stream()
                .filter(recorder -> !recorder.isEmpty())
                .map(recorder -> recorder.track(durationMillis, intervalMillis))
                .toList();
    }

    private void close() {
        if (window.size() >= ENOUGH) {
            var layout = new PictureLayoutDetector(width, height);
            window.forEach(frame -> layout.see(frame.luma()));
            List<PictureLayoutDetector.Box> boxes = layout.boxes(LIMIT);
            for (int k = 0; k < boxes.size(); k++) {
                record(boxes.get(k), recorders.get(k));
            }
        }
        window.clear();
    }

    private void record(PictureLayoutDetector.Box box, FingerprintTrackRecorder recorder) {
        var inner = new byte[box.width() * box.height()];
        var area = new Rectangle(
                (double) box.left() / width,
                (double) box.top() / height,
                (double) box.right() / width,
                (double) box.bottom() / height);
        for (Frame frame : window) {
            for (int row = 0; row < box.height(); row++) {
                System.arraycopy(
                        frame.luma(), (box.top() + row) * width + box.left(), inner, row * box.width(), box.width());
            }
            recorder.add(frame.millis(), pdq.picture(inner, box.width(), box.height()), area);
        }
    }
}
