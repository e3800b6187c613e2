package ma.balagh.analysis.footage;

import java.nio.ByteBuffer;

/**
 * The frames of one medium.
 *
 * @param words four of each frame's fingerprint
 * @param keyframes local features of some frames
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record Footage(Timeline timeline, long[] words, Keyframes keyframes) {

    /** Words of a fingerprint. */
    static final int WORDS = 4;

    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int FRAME = 2 * Integer.BYTES + WORDS * Long.BYTES;

    Footage {
        if (words.length != WORDS * timeline.size()) {
            throw new IllegalArgumentException("%d words for %d frames".formatted(words.length, timeline.size()));
        }
    }

    int size() {
        return timeline.size();
    }

    /** Half as many frames: what is known needs fewer than what is asked about, as long as one of them looks often. */
    Footage thinned() {
        Timeline kept = timeline.thinned();
        var keptWords = new long[WORDS * kept.size()];
        for (int k = 0; k < kept.size(); k++) {
            System.arraycopy(words, 2 * k * WORDS, keptWords, k * WORDS, WORDS);
        }
        return new Footage(kept, keptWords, keyframes.thinned());
    }

    /** As the frames are stored: big-endian; duration, interval, then time, run and fingerprint of each frame; a plain one's run has all bits turned. */
    byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + size() * FRAME);
        buffer.putLong(timeline.durationMillis()).putInt(timeline.intervalMillis());
        for (int k = 0; k < size(); k++) {
            buffer.putInt(timeline.millis()[k]).putInt(timeline.plain()[k] ? ~timeline.runs()[k] : timeline.runs()[k]);
            for (int w = 0; w < WORDS; w++) {
                buffer.putLong(words[k * WORDS + w]);
            }
        }
        return buffer.array();
    }

    static Footage of(byte[] bytes, Keyframes keyframes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long duration = buffer.getLong();
        int interval = buffer.getInt();
        int size = buffer.remaining() / FRAME;
        var millis = new int[size];
        var runs = new int[size];
        var plain = new boolean[size];
        var words = new long[size * WORDS];
        for (int k = 0; k < size; k++) {
            millis[k] = buffer.getInt();
            int run = buffer.getInt();
            plain[k] = run < 0;
            runs[k] = run < 0 ? ~run : run;
            for (int w = 0; w < WORDS; w++) {
                words[k * WORDS + w] = buffer.getLong();
            }
        }
        return new Footage(new Timeline(duration, interval, millis, runs, plain), words, keyframes);
    }
}
