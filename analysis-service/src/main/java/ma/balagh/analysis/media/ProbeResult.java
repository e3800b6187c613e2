package ma.balagh.analysis.media;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.analysis.packet.MediumPackets;
import org.jspecify.annotations.Nullable;

/**
 * What a container says about itself.
 *
 * @param container FFmpeg's names of it, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param duration seconds; null where the container does not say
 * @param tags metadata of the container and, where that is silent, of its picture; keys in lower case
 * @param isStill whether it is a single picture rather than moving ones
 * @param feed how its picture is decoded where that is not simply its stream; else null
 * @param packets what its streams are made of
 */
public record ProbeResult(
        String container,
        @Nullable Double duration,
        List<Stream> streams,
        Map<String, String> tags,
        boolean isStill,
        @Nullable DecoderInput feed,
        MediumPackets packets) {

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
    public record Stream(int index, Kind kind, String codec, int width, int height, int rotation, boolean cover) {

        private Stream turned(int degrees) {
            return new Stream(index, kind, codec, width, height, degrees, cover);
        }
    }

    public ProbeResult(String container, @Nullable Double duration, List<Stream> streams, Map<String, String> tags) {
        this(container, duration, streams, tags, container.endsWith("_pipe"), null, MediumPackets.NONE);
    }

    /** The stream that a viewer would see. */
    public Optional<Stream> picture() {
        return streams.stream()
                .filter(stream -> stream.kind() == Kind.VIDEO && !stream.cover())
                .findFirst();
    }

    /** The stream that a listener would hear. */
    public Optional<Stream> sound() {
        return streams.stream().filter(stream -> stream.kind() == Kind.AUDIO).findFirst();
    }

    /** Whether there is nothing to see, but something to hear. */
    public boolean isSound() {
        return picture().isEmpty() && sound().isPresent();
    }

    /** What FFmpeg decodes to see the picture. */
    public DecoderInput feed(Stream picture) {
        return feed == null ? DecoderInput.of(picture.index()) : feed;
    }

    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key.toLowerCase(Locale.ROOT)));
    }

    ProbeResult with(MediumPackets found) {
        return new ProbeResult(container, duration, streams, tags, isStill, feed, found);
    }

    ProbeResult asStill() {
        return new ProbeResult(container, duration, streams, tags, true, feed, packets);
    }

    /** With one picture in the place of the tiles that it is made of. */
    ProbeResult tiled(List<DecoderInput.Tile> tiles, int width, int height) {
        Set<Integer> parts = tiles.stream().map(DecoderInput.Tile::stream).collect(Collectors.toUnmodifiableSet());
        var first = streams.stream()
                .filter(stream -> parts.contains(stream.index()))
                .map(tile -> new Stream(tile.index(), Kind.VIDEO, tile.codec(), width, height, 0, false))
                .limit(1);
        var others = streams.stream().filter(stream -> !parts.contains(stream.index()));
        var all = java.util.stream.Stream.concat(first, others).toList();
        return new ProbeResult(container, duration, all, tags, isStill, DecoderInput.of(tiles, width, height), packets);
    }

    /** With a picture that is to be turned after it is decoded. */
    ProbeResult turned(List<DecoderInput.Turn> turns) {
        var picture = picture();
        if (turns.isEmpty() || picture.isEmpty()) {
            return this;
        }
        int quarters = turns.stream().mapToInt(DecoderInput.Turn::quarters).sum();
        var all = streams.stream()
                .map(stream -> stream.equals(picture.get()) ? stream.turned(90 * (quarters & 3)) : stream)
                .toList();
        return new ProbeResult(
                container, duration, all, tags, isStill, feed(picture.get()).turned(turns), packets);
    }

    /** With pictures that move, which another file will hold. */
    ProbeResult moving(int width, int height, double seconds) {
        String codec = picture().map(Stream::codec).orElse("unknown");
        var picture = new Stream(0, Kind.VIDEO, codec, width, height, 0, false);
        return new ProbeResult(
                container, seconds, List.of(picture), tags, false, DecoderInput.derived(), MediumPackets.NONE);
    }

    /** With what the picture's own bytes say beside the container. */
    ProbeResult with(Map<String, String> more) {
        var all = new HashMap<>(tags);
        all.putAll(more);
        return new ProbeResult(container, duration, streams, Map.copyOf(all), isStill, feed, packets);
    }
}
