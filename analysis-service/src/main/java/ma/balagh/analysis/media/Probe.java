package ma.balagh.analysis.media;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a container says about itself.
 *
 * @param container FFmpeg's names of it, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param duration seconds; null where the container does not say
 * @param tags metadata of the container and, where that is silent, of its picture; keys in lower case
 */
public record Probe(String container, @Nullable Double duration, List<Stream> streams, Map<String, String> tags) {

    /** What a stream carries. */
    public enum Kind {
        VIDEO,
        AUDIO,
        OTHER
    }

    /**
     * One stream.
     *
     * @param index its number in the container
     * @param width in pixels, 0 where it is no picture
     * @param rotation clockwise degrees by which players turn the picture
     * @param cover whether it is a cover picture of the file rather than its content
     */
    public record Stream(int index, Kind kind, String codec, int width, int height, int rotation, boolean cover) {}

    /** The stream that a viewer would see. */
    public Optional<Stream> picture() {
        return streams.stream()
                .filter(stream -> stream.kind() == Kind.VIDEO && !stream.cover())
                .findFirst();
    }

    /** Whether it is a single picture rather than moving ones. */
    public boolean isStill() {
        return container.endsWith("_pipe");
    }

    /** With what the picture's own bytes say beside the container. */
    Probe with(Map<String, String> more) {
        var all = new HashMap<>(tags);
        all.putAll(more);
        return new Probe(container, duration, streams, Map.copyOf(all));
    }

    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key.toLowerCase(Locale.ROOT)));
    }
}
