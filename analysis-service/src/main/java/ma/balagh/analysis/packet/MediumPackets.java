package ma.balagh.analysis.packet;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The packets of a medium, up to a limit. */
public final class MediumPackets {

    /** Of all streams together: about 40 minutes of picture and sound; 7 MB. */
    public static final int MOST = 200_000;

    /** Nobody watches more streams; the others are not kept. */
    private static final int MOST_TRACKS = 16;

    /** Of a medium that has none, such as a photo, or whose packets were not read. */
    public static final MediumPackets NONE = new MediumPackets();

    private final Map<Integer, PacketTrack> tracks = new TreeMap<>();
    /** Also those that are not kept: they use up what ffprobe lists. */
    private int listed;

    /** None yet. */
    public MediumPackets() {}

    @Nullable
    PacketTrack trackToFill(int stream) {
        boolean isSpent = listed >= MOST;
        listed++;
        if (isSpent || isLeftOut(stream)) {
            return null;
        }
        return tracks.computeIfAbsent(stream, number -> new PacketTrack());
    }

    /** A packet that nobody sees or hears. */
    void passOver() {
        listed++;
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
        return tracks.isEmpty();
    }

    /** Whether the packets of that stream, if it has any, are not kept because so many other streams have some. */
    public boolean isLeftOut(int stream) {
        return tracks.size() >= MOST_TRACKS && !tracks.containsKey(stream);
    }

    /** Whether the medium may have more packets than were read, so that nothing is known about its end. */
    public boolean truncated() {
        return listed >= MOST;
    }
}
