import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.openstreetmap.osmosis.osmbinary.Osmformat;
import org.openstreetmap.osmosis.osmbinary.file.BlockOutputStream;
import org.openstreetmap.osmosis.osmbinary.file.FileBlock;

/** An OpenStreetMap extract of a made-up city: a grid of streets of three speeds, around Casablanca. */
final class StreetExtract {

    static final double SOUTH = 33.4;
    static final double WEST = -7.8;
    static final double SPACING = 0.0012;

    private static final int BLOCK = 8_000;
    private static final String[] TEXTS = {"", "highway", "residential", "tertiary", "secondary"};

    private final int side;
    private final Random random = new Random(3);

    /** @param side junctions in a row */
    StreetExtract(int side) {
        this.side = side;
    }

    int junctions() {
        return side * side;
    }

    double latitude(int row) {
        return SOUTH + row * SPACING;
    }

    double longitude(int column) {
        return WEST + column * SPACING;
    }

    void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var blocks = new BlockOutputStream(out);
            var header = Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6");
            blocks.write(FileBlock.newInstance("OSMHeader", header.build().toByteString(), null));
            for (int first = 0; first < junctions(); first += BLOCK) {
                blocks.write(nodes(first, Math.min(first + BLOCK, junctions())));
            }
            for (int row = 0; row < side; row++) {
                blocks.write(streets(row));
            }
            blocks.flush();
        }
    }

    private FileBlock nodes(int first, int end) {
        var group = Osmformat.PrimitiveGroup.newBuilder();
        for (int i = first; i < end; i++) {
            group.addNodes(Osmformat.Node.newBuilder()
                    .setId(i + 1L)
                    .setLat(Math.round((latitude(i / side) + SPACING / 4 * random.nextDouble()) * 1e7))
                    .setLon(Math.round((longitude(i % side) + SPACING / 4 * random.nextDouble()) * 1e7)));
        }
        return block(group);
    }

    /** The street along that row, and the one along that column. */
    private FileBlock streets(int number) {
        var along = Osmformat.Way.newBuilder().setId(2L * number + 1);
        var across = Osmformat.Way.newBuilder().setId(2L * number + 2);
        for (int i = 0; i < side; i++) {
            along.addRefs(i == 0 ? (long) number * side + 1 : 1);
            across.addRefs(i == 0 ? number + 1L : side);
        }
        return block(Osmformat.PrimitiveGroup.newBuilder()
                .addWays(along.addKeys(1).addVals(2 + random.nextInt(3)))
                .addWays(across.addKeys(1).addVals(2 + random.nextInt(3))));
    }

    private static FileBlock block(Osmformat.PrimitiveGroup.Builder group) {
        var texts = Osmformat.StringTable.newBuilder();
        for (String text : TEXTS) {
            texts.addS(ByteString.copyFrom(text, StandardCharsets.UTF_8));
        }
        var block = Osmformat.PrimitiveBlock.newBuilder().setStringtable(texts).addPrimitivegroup(group);
        return FileBlock.newInstance("OSMData", block.build().toByteString(), null);
    }
}
