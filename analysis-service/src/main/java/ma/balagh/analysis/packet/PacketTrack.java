package ma.balagh.analysis.packet;

import java.util.Arrays;

/** The packets of one stream in the order of the file, without those that an edit list hides. */
public final class PacketTrack {

    private static final int KEY = 1;

    /** Microseconds after the first packet beyond which a time is nonsense: a hundred days. */
    private static final double LATEST = 8.64e12;

    private double[] shown = new double[64];
    private double[] decoded = new double[64];
    private float[] durations = new float[64];
    private int[] sizes = new int[64];
    private byte[] flags = new byte[64];
    private int count;

    PacketTrack() {}

    void add(double shownAt, double decodedAt, double duration, int size, boolean key) {
        if (count == sizes.length) {
            int room = count * 2;
            shown = Arrays.copyOf(shown, room);
            decoded = Arrays.copyOf(decoded, room);
            durations = Arrays.copyOf(durations, room);
            sizes = Arrays.copyOf(sizes, room);
            flags = Arrays.copyOf(flags, room);
        }
        shown[count] = Double.isNaN(shownAt) ? decodedAt : shownAt;
        decoded[count] = decodedAt;
        durations[count] = (float) duration;
        sizes[count] = size;
        flags[count++] = (byte) (key ? KEY : 0);
    }

    /** Counts all times from another moment on. */
    void shift(double seconds) {
        for (int k = 0; k < count; k++) {
            shown[k] -= seconds;
            decoded[k] -= seconds;
        }
    }

    public int count() {
        return count;
    }

    /** Seconds at which packet k is shown; not a number where the container does not say. */
    public double shown(int k) {
        return shown[k];
    }

    /** Seconds at which packet k is handed to the decoder; not a number where the container does not say. */
    public double decoded(int k) {
        return decoded[k];
    }

    /** Bytes. */
    public int size(int k) {
        return sizes[k];
    }

    /** Whether packet k can be decoded without those before it. */
    public boolean key(int k) {
        return (flags[k] & KEY) != 0;
    }

    /** Whether packets are stored in another order than they are shown in, as with B-frames. */
    public boolean reordered() {
        for (int k = 1; k < count; k++) {
            if (shown[k] < shown[k - 1]) {
                return true;
            }
        }
        return false;
    }

    /** Numbers of the packets that have a time, in the order in which they are shown. */
    public int[] order() {
        double start = start();
        long[] keys = new long[count];
        int timed = 0;
        for (int k = 0; k < count; k++) {
            double microseconds = (shown[k] - start) * 1e6;
            if (microseconds < LATEST) {
                // Above the number: what is shown first sorts first, ties by the order of the file.
                keys[timed++] = (Math.round(microseconds) << 20) | k;
            }
        }
        Arrays.sort(keys, 0, timed);
        int[] order = new int[timed];
        for (int k = 0; k < timed; k++) {
            order[k] = (int) (keys[k] & 0xFFFFF);
        }
        return order;
    }

    /** Seconds at which the first packet is shown; not a number where no packet has a time. */
    public double start() {
        double start = Double.NaN;
        for (int k = 0; k < count; k++) {
            if (!Double.isNaN(shown[k]) && !(start <= shown[k])) {
                start = shown[k];
            }
        }
        return start;
    }

    /** Seconds at which the last packet ends; not a number where no packet has a time. */
    public double end() {
        double end = Double.NaN;
        for (int k = 0; k < count; k++) {
            double at = endOf(k);
            if (!Double.isNaN(at) && !(end >= at)) {
                end = at;
            }
        }
        return end;
    }

    /** Seconds at which packet k ends, at once where its duration is unknown. */
    public double endOf(int k) {
        return shown[k] + (durations[k] > 0 ? durations[k] : 0);
    }
}
