package ma.balagh.analysis.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what ffprobe prints. */
final class ProbeOutput {

    private static final int LIMIT = 1 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProbeOutput() {}

    static Probe read(InputStream stdout) throws IOException {
        byte[] json = stdout.readNBytes(LIMIT);
        stdout.transferTo(java.io.OutputStream.nullOutputStream());
        JsonNode root = MAPPER.readTree(json);
        JsonNode format = root.path("format");
        List<Probe.Stream> streams = new ArrayList<>();
        Map<String, String> tags = new TreeMap<>();
        addTags(format, tags);
        for (JsonNode node : root.path("streams")) {
            Probe.Stream stream = stream(node);
            streams.add(stream);
            if (stream.kind() == Probe.Kind.VIDEO) {
                addTags(node, tags);
            }
        }
        String container = format.path("format_name").asText();
        if (container.isEmpty()) {
            throw new IOException("ffprobe names no container");
        }
        return new Probe(container, seconds(format.path("duration")), List.copyOf(streams), Map.copyOf(tags));
    }

    private static Probe.Stream stream(JsonNode node) {
        Probe.Kind kind = switch (node.path("codec_type").asText()) {
            case "video" -> Probe.Kind.VIDEO;
            case "audio" -> Probe.Kind.AUDIO;
            default -> Probe.Kind.OTHER;
        };
        return new Probe.Stream(
                node.path("index").asInt(),
                kind,
                node.path("codec_name").asText("unknown"),
                node.path("width").asInt(),
                node.path("height").asInt(),
                rotation(node),
                node.path("disposition").path("attached_pic").asInt() == 1);
    }

    /** The display matrix counts counter-clockwise; people say clockwise. */
    private static int rotation(JsonNode stream) {
        for (JsonNode side : stream.path("side_data_list")) {
            if (side.has("rotation")) {
                return Math.floorMod(-side.path("rotation").asInt(), 360);
            }
        }
        return 0;
    }

    private static @Nullable Double seconds(JsonNode node) {
        try {
            double seconds = Double.parseDouble(node.asText());
            return Double.isFinite(seconds) && seconds > 0 ? seconds : null;
        } catch (NumberFormatException absent) {
            return null;
        }
    }

    private static void addTags(JsonNode owner, Map<String, String> tags) {
        for (var tag : owner.path("tags").properties()) {
            tags.putIfAbsent(
                    tag.getKey().toLowerCase(Locale.ROOT), tag.getValue().asText());
        }
    }
}
