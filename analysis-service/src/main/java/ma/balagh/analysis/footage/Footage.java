package ma.balagh.analysis.footage;

import java.nio.ByteBuffer;

/**
 * The frames of one medium that have enough detail to be compared.
 *
 * @param words four of each frame's fingerprint
 */
@SuppressWarnings("ArrayRecordComponent") // Flat arrays for the scan; never compared as records.
record Footage(Timeline timeline, long[] words) {

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

    /** As it is stored: big-endian; duration, interval, then time, run and fingerprint of each frame. */
    byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + size() * FRAME);
        buffer.putLong(timeline.durationMillis()).putInt(timeline.intervalMillis());
        for (int k = 0; k < size(); k++) {
            buffer.putInt(timeline.millis()[k]).putInt(timeline.runs()[k]);
            for (int w = 0; w < WORDS; w++) {
                buffer.putLong(words[k * WORDS + w]);
            }
        }
        return buffer.array();
    }

    static Footage of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long duration = buffer.getLong();
        int interval = buffer.getInt();
        int size = buffer.remaining() / FRAME;
        var millis = new int[size];
        var runs = new int[size];
        var words = new long[size * WORDS];
        for (int k = 0; k < size; k++) {
            millis[k] = buffer.getInt();
            runs[k] = buffer.getInt();
            for (int w = 0; w < WORDS; w++) {
                words[k * WORDS + w] = buffer.getLong();
            }
        }
        return new Footage(new Timeline(duration, interval, millis, runs), words);
    }
}
