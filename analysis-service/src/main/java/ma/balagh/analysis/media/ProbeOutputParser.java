package ma.balagh.analysis.media;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketReader;
import org.jspecify.annotations.Nullable;

/** Reads what ffprobe prints. */
final class ProbeOutputParser {

    /** Of HEIC and AVIF with one picture. */
    private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "avif");

    /** Room for the packets and for more tags than anybody writes; a hostile file says no more to us than this. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(48L << 20)
            .maxStringLength(1 << 20)
            .maxNestingDepth(32)
            .maxTokenCount(5_000_000)
            .build();

    private static final ObjectMapper MAPPER =
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build());

    private ProbeOutputParser() {}

    static ProbeResult read(InputStream stdout) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        MediumPackets packets = MediumPackets.NONE;
        try (JsonParser parser = MAPPER.createParser(stdout)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("ffprobe wrote no document");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(PacketReader.FIELD)) {
                    packets = PacketReader.readArray(parser);
                } else {
                    root.set(name, parser.readValueAsTree());
                }
            }
        }
        return described(root).with(packets);
    }

    private static ProbeResult described(JsonNode root) throws IOException {
        JsonNode format = root.path("format");
        List<ProbeResult.Stream> streams = new ArrayList<>();
        Map<String, String> tags = new TreeMap<>();
        addTags(format, tags);
        Set<String> frames = new TreeSet<>();
        for (JsonNode node : root.path("streams")) {
            ProbeResult.Stream stream = stream(node);
            streams.add(stream);
            frames.add(node.path("nb_frames").asText());
            if (stream.kind() == ProbeResult.Kind.VIDEO) {
                addTags(node, tags);
            }
        }
        String container = format.path("format_name").asText();
        if (container.isEmpty()) {
            throw new IOException("ffprobe names no container");
        }
        var probe =
                new ProbeResult(container, seconds(format.path("duration")), List.copyOf(streams), Map.copyOf(tags));
        boolean picture =
                PICTURE_BRANDS.contains(tags.getOrDefault("major_brand", "").strip()) && frames.equals(Set.of("1"));
        return picture ? tiled(probe.asStill(), root.path("stream_groups")) : probe;
    }

    /** Puts the picture that the tiles are in their place. */
    private static ProbeResult tiled(ProbeResult probe, JsonNode groups) {
        JsonNode chosen = null;
        for (JsonNode group : groups) {
            boolean first = group.path("disposition").path("default").asInt() == 1;
            if (group.path("type").asText().equals("Tile Grid") && (chosen == null || first)) {
                chosen = group;
            }
        }
        if (chosen == null) {
            return probe;
        }
        JsonNode grid = chosen.path("components").path(0);
        List<DecoderInput.Tile> tiles = new ArrayList<>();
        for (JsonNode tile : grid.path("subcomponents")) {
            tiles.add(new DecoderInput.Tile(
                    tile.path("stream_index").asInt(),
                    tile.path("tile_horizontal_offset").asInt(),
                    tile.path("tile_vertical_offset").asInt()));
        }
        return probe.tiled(
                tiles, grid.path("width").asInt(), grid.path("height").asInt());
    }

    private static ProbeResult.Stream stream(JsonNode node) {
        ProbeResult.Kind kind = switch (node.path("codec_type").asText()) {
            case "video" -> ProbeResult.Kind.VIDEO;
            case "audio" -> ProbeResult.Kind.AUDIO;
            default -> ProbeResult.Kind.OTHER;
        };
        return new ProbeResult.Stream(
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
