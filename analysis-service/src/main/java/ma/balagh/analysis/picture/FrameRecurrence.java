package ma.balagh.analysis.picture;

import ma.balagh.analysis.packet.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of frames that is repeated. Only one that changes as a whole counts: an empty street resembles itself at
 * any time.
 *
 * @param first when it was seen
 * @param again when it came again
 */
record FrameRecurrence(TimeSpan first, TimeSpan again) {

    /** Seconds. */
    private static final double SHORTEST = 2;

    /** Seconds between the two. */
    private static final double NEAREST = 1;

    private static final int SAMPLES = 6;

    /** Frames of a sequence that are compared with each other, and the pairs that they make. */
    private static final int PROBES = 4;

    private static final int PAIRS = PROBES * (PROBES - 1) / 2;

    /** Times. */
    private static final double CLEARLY = 4;

    /** Bits of 64 in which frames that show the same may differ. */
    private static final int SAME_BITS = 5;

    /** Greys by which frames of a sequence must differ that is no standing scene with things that move in it. */
    private static final double OTHER = 3;

    /** Greys by which frames that show the same may differ, without the movement between two samples. */
    private static final double SAME = 1.2;

    /** What is looked at closely costs; hostile media must not make it endless. */
    private static final int CLOSE_LOOKS = 400_000;

    /** The longest one; null where there is none. */
    static @Nullable FrameRecurrence in(FrameLogRecorder log) {
        double step = log.step();
        int shortest = step == 0 ? Integer.MAX_VALUE : Math.max(SAMPLES, (int) Math.ceil(SHORTEST / step));
        if (log.count() < 2 * shortest) {
            return null;
        }
        long[] hashes = new long[log.count()];
        for (int k = 0; k < hashes.length; k++) {
            hashes[k] = log.hash(k);
        }
        boolean[] lively = lively(log, shortest);
        int best = 0;
        int bestFrom = 0;
        int bestLag = 0;
        int looks = 0;
        for (int lag = (int) Math.ceil(NEAREST / step); lag + shortest <= log.count(); lag++) {
            int run = 0;
            for (int k = 0; k + lag < log.count() && looks < CLOSE_LOOKS; k++) {
                boolean alike = lively[k] && Long.bitCount(hashes[k] ^ hashes[k + lag]) <= SAME_BITS;
                if (alike) {
                    looks++;
                    alike = same(log, k, k + lag);
                }
                run = alike ? run + 1 : 0;
                if (run > best && run >= shortest && changes(log, k + 1 - run, k, lag)) {
                    best = run;
                    bestFrom = k + 1 - run;
                    bestLag = lag;
                }
            }
        }
        return best == 0 ? null : of(log, bestFrom, bestLag, best);
    }

    private static FrameRecurrence of(FrameLogRecorder log, int from, int lag, int run) {
        int to = from + run - 1;
        return new FrameRecurrence(
                new TimeSpan(log.time(from), log.time(to)), new TimeSpan(log.time(from + lag), log.time(to + lag)));
    }

    private static boolean[] lively(FrameLogRecorder log, int shortest) {
        boolean[] lively = new boolean[log.count()];
        for (int k = 0; k < lively.length; k++) {
            for (int apart = -shortest; apart <= shortest && !lively[k]; apart += Math.max(1, shortest / 2)) {
                lively[k] = log.distance(k, Math.clamp(k + apart, 0, lively.length - 1)) >= OTHER;
            }
        }
        return lively;
    }

    /** Samples of the two sequences are taken up to half a step apart. */
    private static boolean same(FrameLogRecorder log, int a, int b) {
        double movement = a + 1 < log.count() ? log.distance(a, a + 1) : 0;
        return log.distance(a, b) <= SAME + 0.5 * movement;
    }

    /**
     * Four frames along the sequence show four different pictures (a light that blinks shows two), and differ more from
     * each other than from those that come again.
     */
    private static boolean changes(FrameLogRecorder log, int from, int to, int lag) {
        double within = 0;
        double between = 0;
        for (int a = 0; a < PROBES; a++) {
            int first = from + a * (to - from) / (PROBES - 1);
            between += log.distance(first, first + lag) / PROBES;
            for (int b = a + 1; b < PROBES; b++) {
                double distance = log.distance(first, from + b * (to - from) / (PROBES - 1));
                if (distance < OTHER / 2) {
                    return false;
                }
                within += distance / PAIRS;
            }
        }
        return within >= OTHER && within >= CLEARLY * between;
    }
}
