package ma.balagh.analysis.footage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.balagh.analysis.feature.LocalFeatures;

/**
 * The local features of some frames of one medium. Frames of one run share theirs: nothing has changed between them.
 *
 * @param features of each frame of the timeline
 */
record MediumKeyframes(FrameTimeline timeline, List<LocalFeatures> features) {

    static final MediumKeyframes NONE =
            new MediumKeyframes(new FrameTimeline(0, 0, new int[0], new int[0], new boolean[0]), List.of());

    /** With fewer features a picture is plain. */
    private static final int FEW = 4;

    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int FRAME = 2 * Integer.BYTES + 3 * Short.BYTES;
    private static final int FEATURE = 3 * Short.BYTES + LocalFeatures.WORDS * Long.BYTES;
    /** Places and sizes are kept in sixteenths of a pixel. */
    private static final float GRAIN = 16;

    MediumKeyframes {
        features = List.copyOf(features);
        if (features.size() != timeline.size()) {
            throw new IllegalArgumentException(
                    "%d sets of features for %d frames".formatted(features.size(), timeline.size()));
        }
    }

    /** Of frames with these features. */
    static FrameTimeline timeline(long duration, int interval, int[] millis, int[] runs, List<LocalFeatures> features) {
        var plain = new boolean[millis.length];
        for (int k = 0; k < plain.length; k++) {
            plain[k] = features.get(k).size() < FEW;
        }
        return new FrameTimeline(duration, interval, millis, runs, plain);
    }

    int size() {
        return timeline.size();
    }

    /** Those of its features that are not those of the frame before. */
    List<LocalFeatures> distinct() {
        return IntStream.range(0, size())
                .filter(k -> !isShared(k))
                .mapToObj(features::get)
                .toList();
    }

    /** Where those stand in the bytes as which it is stored. */
    int[] distinctAt() {
        int at = HEADER;
        var places = new int[size()];
        int count = 0;
        for (int k = 0; k < size(); k++) {
            at += FRAME;
            if (!isShared(k)) {
                places[count++] = at;
                at += features.get(k).size() * FEATURE;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Of a negative of the medium. Frames of one run still share theirs. */
    MediumKeyframes negative() {
        Map<LocalFeatures, LocalFeatures> known = new IdentityHashMap<>();
        return new MediumKeyframes(
                timeline,
                features.stream()
                        .map(set -> known.computeIfAbsent(set, LocalFeatures::negative))
                        .toList());
    }

    /** Of the medium played backwards. */
    MediumKeyframes reversed() {
        return new MediumKeyframes(timeline.reversed(), features.reversed());
    }

    /**
     * As it is stored: big-endian; duration, interval, then time and run of each frame with its features, of which there
     * are none (−1) where they are those of the frame before.
     */
    byte[] toBytes() {
        int length = HEADER;
        for (int k = 0; k < size(); k++) {
            length += FRAME + (isShared(k) ? 0 : features.get(k).size() * FEATURE);
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        buffer.putLong(timeline.durationMillis()).putInt(timeline.intervalMillis());
        for (int k = 0; k < size(); k++) {
            LocalFeatures set = features.get(k);
            buffer.putInt(timeline.millis()[k]).putInt(timeline.runs()[k]);
            buffer.putShort((short) set.width()).putShort((short) set.height());
            buffer.putShort((short) (isShared(k) ? -1 : set.size()));
            if (!isShared(k)) {
                put(set, buffer);
            }
        }
        return buffer.array();
    }

    private boolean isShared(int k) {
        return k > 0 && features.get(k) == features.get(k - 1);
    }

    private static void put(LocalFeatures set, ByteBuffer buffer) {
        for (int f = 0; f < set.size(); f++) {
            buffer.putShort((short) Math.round(set.x()[f] * GRAIN));
            buffer.putShort((short) Math.round(set.y()[f] * GRAIN));
            buffer.putShort((short) Math.round(set.scale()[f] * GRAIN));
            for (int w = 0; w < LocalFeatures.WORDS; w++) {
                buffer.putLong(set.words()[f * LocalFeatures.WORDS + w]);
            }
        }
    }

    static MediumKeyframes of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long duration = buffer.getLong();
        int interval = buffer.getInt();
        var millis = new int[FrameTimeline.FRAME_LIMIT];
        var runs = new int[FrameTimeline.FRAME_LIMIT];
        List<LocalFeatures> features = new ArrayList<>();
        while (buffer.remaining() >= FRAME) {
            int k = features.size();
            millis[k] = buffer.getInt();
            runs[k] = buffer.getInt();
            int width = buffer.getShort();
            int height = buffer.getShort();
            int count = buffer.getShort();
            features.add(count < 0 ? features.getLast() : set(buffer, width, height, count));
        }
        int size = features.size();
        return new MediumKeyframes(
                timeline(duration, interval, Arrays.copyOf(millis, size), Arrays.copyOf(runs, size), features),
                features);
    }

    /** Bytes of so many features as they are stored. */
    static int bytes(int features) {
        return features * FEATURE;
    }

    /** Reads so many features as they are stored. */
    static LocalFeatures set(ByteBuffer buffer, int width, int height, int count) {
        var x = new float[count];
        var y = new float[count];
        var scale = new float[count];
        var words = new long[count * LocalFeatures.WORDS];
        for (int f = 0; f < count; f++) {
            x[f] = buffer.getShort() / GRAIN;
            y[f] = buffer.getShort() / GRAIN;
            scale[f] = buffer.getShort() / GRAIN;
            for (int w = 0; w < LocalFeatures.WORDS; w++) {
                words[f * LocalFeatures.WORDS + w] = buffer.getLong();
            }
        }
        return new LocalFeatures(width, height, x, y, scale, words);
    }
}
