package ma.balagh.analysis.packet;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The packets of a medium, up to a limit. */
public final class MediumPackets {

    /** About 40 minutes of picture and sound; 7 MB. */
    public static final int MOST = 200_000;

    /** Nobody watches more streams; the others are not kept. */
    private static final int MOST_TRACKS = 16;

    /** Of a medium that has none, such as a photo, or whose packets were not read. */
    public static final MediumPackets NONE = new MediumPackets();

    private final Map<Integer, PacketTrack> tracks = new TreeMap<>();
    private int count;

    /** None yet. */
    public MediumPackets() {}

    @Nullable
    PacketTrack trackToFill(int stream) {
        if (count >= MOST || (!tracks.containsKey(stream) && tracks.size() >= MOST_TRACKS)) {
            return null;
        }
        count++;
        return tracks.computeIfAbsent(stream, number -> new PacketTrack());
    }

    /** Players begin with what comes first, at whatever time a broadcast or a live stream says that it does. */
    void beginAtZero() {
        double start = tracks.values().stream()
                .mapToDouble(PacketTrack::start)
                .filter(at -> !Double.isNaN(at))
                .min()
                .orElse(0);
        if (start > 0) {
            tracks.values().forEach(track -> track.shift(start));
        }
    }

    /** The packets of the stream with that number in the container; null where it has none. */
    public @Nullable PacketTrack track(int stream) {
        return tracks.get(stream);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether the medium may have more packets than these, so that nothing is known about its end. */
    public boolean truncated() {
        return count >= MOST;
    }
}
