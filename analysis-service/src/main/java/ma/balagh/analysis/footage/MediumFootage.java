package ma.balagh.analysis.footage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one medium for comparing it.
 *
 * @param whole its pictures
 * @param insets pictures that stand within its pictures, in bars, a border, or a corner
 * @param keyframes local features of some pictures
 */
record MediumFootage(FingerprintTrack whole, List<FingerprintTrack> insets, MediumKeyframes keyframes) {

    MediumFootage {
        insets = List.copyOf(insets);
    }

    /** Half as many pictures: what is known needs fewer than what is asked about. */
    MediumFootage thinned() {
        return new MediumFootage(
                whole.thinned(), insets.stream().map(FingerprintTrack::thinned).toList(), keyframes);
    }

    /** As it is stored: the whole, the insets, the keyframes. */
    List<byte[]> parts() {
        return List.of(whole.toBytes(), insetBytes(), keyframes.toBytes());
    }

    static MediumFootage of(List<byte[]> parts) {
        return new MediumFootage(
                FingerprintTrack.of(parts.get(0)), insets(parts.get(1)), MediumKeyframes.of(parts.get(2)));
    }

    /** The insets as they are stored: for each the number of its bytes and its bytes. */
    private byte[] insetBytes() {
        List<byte[]> all = insets.stream().map(FingerprintTrack::toBytes).toList();
        ByteBuffer buffer = ByteBuffer.allocate(
                all.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum());
        all.forEach(bytes -> buffer.putInt(bytes.length).put(bytes));
        return buffer.array();
    }

    static List<FingerprintTrack> insets(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        List<FingerprintTrack> insets = new ArrayList<>();
        while (buffer.hasRemaining()) {
            var bytes = new byte[buffer.getInt()];
            buffer.get(bytes);
            insets.add(FingerprintTrack.of(bytes));
        }
        return insets;
    }
}
