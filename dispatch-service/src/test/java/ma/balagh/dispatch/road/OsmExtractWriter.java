package ma.balagh.dispatch.road;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openstreetmap.osmosis.osmbinary.Osmformat;
import org.openstreetmap.osmosis.osmbinary.file.BlockOutputStream;
import org.openstreetmap.osmosis.osmbinary.file.FileBlock;

/** Writes OpenStreetMap extracts in PBF format, for tests and benchmarks. */
public final class OsmExtractWriter {

    /** The format allows 8,000 elements a block. */
    private static final int BLOCK = 8_000;

    private static final double GRANULARITY = 1e-7;

    private final List<GeoPoint> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    private record Way(long id, List<Long> nodes, Map<String, String> tags) {}

    /** The id of the node. */
    public long node(GeoPoint place) {
        nodes.add(place);
        return nodes.size();
    }

    public void way(List<Long> along, Map<String, String> tags) {
        ways.add(new Way(ways.size() + 1L, along, tags));
    }

    public void write(Path extract) throws IOException {
        try (var file = Files.newOutputStream(extract)) {
            var blocks = new BlockOutputStream(file);
            var header = Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6");
            blocks.write(FileBlock.newInstance("OSMHeader", header.build().toByteString(), null));
            for (int from = 0; from < nodes.size(); from += BLOCK) {
                blocks.write(data(nodes(from, Math.min(from + BLOCK, nodes.size()))));
            }
            for (int from = 0; from < ways.size(); from += BLOCK) {
                blocks.write(data(ways(ways.subList(from, Math.min(from + BLOCK, ways.size())))));
            }
            blocks.flush();
        }
    }

    private static FileBlock data(Osmformat.PrimitiveBlock.Builder block) {
        return FileBlock.newInstance("OSMData", block.build().toByteString(), null);
    }

    private Osmformat.PrimitiveBlock.Builder nodes(int from, int to) {
        var group = Osmformat.PrimitiveGroup.newBuilder();
        for (int i = from; i < to; i++) {
            group.addNodes(Osmformat.Node.newBuilder()
                    .setId(i + 1L)
                    .setLat(Math.round(nodes.get(i).latitude() / GRANULARITY))
                    .setLon(Math.round(nodes.get(i).longitude() / GRANULARITY)));
        }
        return Osmformat.PrimitiveBlock.newBuilder()
                .setStringtable(Osmformat.StringTable.newBuilder().addS(ByteString.EMPTY))
                .addPrimitivegroup(group);
    }

    private Osmformat.PrimitiveBlock.Builder ways(List<Way> block) {
        Map<String, Integer> strings = new LinkedHashMap<>(Map.of("", 0));
        var group = Osmformat.PrimitiveGroup.newBuilder();
        for (var way : block) {
            var written = Osmformat.Way.newBuilder().setId(way.id);
            way.tags.forEach((key, value) -> {
                written.addKeys(index(strings, key));
                written.addVals(index(strings, value));
            });
            long before = 0;
            for (long node : way.nodes) {
                written.addRefs(node - before);
                before = node;
            }
            group.addWays(written);
        }
        var table = Osmformat.StringTable.newBuilder();
        strings.keySet().forEach(text -> table.addS(ByteString.copyFrom(text, StandardCharsets.UTF_8)));
        return Osmformat.PrimitiveBlock.newBuilder().setStringtable(table).addPrimitivegroup(group);
    }

    private static int index(Map<String, Integer> strings, String text) {
        Integer known = strings.putIfAbsent(text, strings.size());
        return known == null ? strings.size() - 1 : known;
    }
}
