package ma.balagh.analysis.picture;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.packet.PacketTrack;
import org.jspecify.annotations.Nullable;

/**
 * Moments at which the picture changes entirely.
 *
 * @param sure seconds of those that the packets confirm: one of them, and one only, is as large as a new picture
 * @param possible seconds of the others
 */
record SceneCuts(List<Double> sure, List<Double> possible) {

    /** Correlation of the 16×16 greys before and after; frames of one scene rarely have less. */
    static final double UNLIKE = 0.5;

    /** Greys by which the 16×16 differ. */
    private static final double DIFFERENT = 12;

    /** Frames on each side that must be quieter than the cut: in a fast movement each is unlike the next. */
    private static final int BESIDE = 2;

    private static final int MOST_PLACES = 200;

    static SceneCuts of(FrameLogRecorder log, @Nullable PacketTrack packets) {
        List<Double> sure = new ArrayList<>();
        List<Double> possible = new ArrayList<>();
        PacketSizeJumpDetector jumps = packets == null ? null : PacketSizeJumpDetector.of(packets);
        for (int k = 1; k < log.count() && sure.size() + possible.size() < MOST_PLACES; k++) {
            if (isCut(log, k)) {
                double at = jumps == null ? -1 : jumps.between(log.time(k - 1), log.time(k));
                if (at >= 0) {
                    sure.add(at);
                } else {
                    possible.add(log.time(k));
                }
            }
        }
        return new SceneCuts(List.copyOf(sure), List.copyOf(possible));
    }

    private static boolean isCut(FrameLogRecorder log, int k) {
        if (log.difference(k) < DIFFERENT) {
            return false;
        }
        double distance = log.distance(k - 1, k);
        double likeness = log.likeness(k - 1, k);
        if (likeness > UNLIKE || distance < DIFFERENT) {
            return false;
        }
        // A flash or a thing that passes the lens leaves the scene as it was.
        if (k + 1 < log.count() && log.likeness(k - 1, k + 1) > UNLIKE || k > 1 && log.likeness(k - 2, k) > UNLIKE) {
            return false;
        }
        for (int other = Math.max(1, k - BESIDE); other <= Math.min(log.count() - 1, k + BESIDE); other++) {
            boolean restless =
                    log.distance(other - 1, other) > distance * 0.6 || log.likeness(other - 1, other) < likeness + 0.25;
            if (other != k && restless) {
                return false;
            }
        }
        return true;
    }
}
