package ma.balagh.analysis.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What a sound is recognised by: Chromaprint's items, 32 bits each, about eight a second, of which each hears 2.7 s. They
 * follow the notes that sound, whatever the loudness and the coding; another speed or pitch makes other items.
 */
public final class SoundFingerprint {

    /** Seconds from one item to the next: a third of 4096 samples of 11,025 a second. */
    static final double STEP = 1365 / 11025.0;

    /** Seconds that an item hears: 16 rows of 5 smoothed frames. */
    static final double HEARD = (19 * 1365 + 4096) / 11025.0;

    /** An hour; what comes after it is not compared. */
    static final int MOST = 30_000;

    private final int[] items;

    private SoundFingerprint(int[] items) {
        this.items = items;
    }

    /**
     * The inverse of {@link #bytes()}, and of what FFmpeg writes: it uses the machine's order of bytes, which is
     * little-endian on all that we run on. What is left of an item that is not whole is dropped.
     */
    public static SoundFingerprint of(byte[] bytes) {
        int[] items = new int[Math.min(bytes.length / 4, MOST)];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(items);
        return new SoundFingerprint(items);
    }

    /** Four bytes for each item, the lowest first. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(4 * items.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(items);
        return buffer.array();
    }

    /** How much sound it is of; 0 where there was too little for one item. */
    public double seconds() {
        return items.length == 0 ? 0 : (items.length - 1) * STEP + HEARD;
    }

    int count() {
        return items.length;
    }

    int item(int k) {
        return items[k];
    }

    /** Bits in which an item differs from one of another fingerprint, 0 to 32. */
    int errors(int item, SoundFingerprint other, int otherItem) {
        return Integer.bitCount(items[item] ^ other.items[otherItem]);
    }

    /** Bits that change from one item to the next, on average: none in silence and in a lasting tone. */
    double liveliness(int from, int count) {
        int changes = 0;
        for (int k = from + 1; k < from + count; k++) {
            changes += Integer.bitCount(items[k] ^ items[k - 1]);
        }
        return count < 2 ? 0 : (double) changes / (count - 1);
    }

    /** Whether there is more in these seconds than silence or a tone, and enough to be recognised by. */
    public boolean isLively(double from, double to) {
        int first = Math.clamp((long) Math.ceil(from / STEP), 0, items.length);
        int last = Math.clamp((long) Math.floor((to - HEARD) / STEP) + 1, first, items.length);
        return last - first >= SoundPairMatcher.WINDOW && liveliness(first, last - first) >= SoundPairMatcher.LIVELY;
    }

    /** Which seconds of this are the same sound as which of the other, the longest first. */
    public List<SoundMatch> match(SoundFingerprint other) {
        return new SoundPairMatcher(this, other).matches();
    }
}
