package ma.balagh.portal.incident;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A map file in which each tile of each zoom is the same one: land, a street with its name, a city with its name in three
 * languages, and a boundary.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles, version 3</a>
 * @see <a href="https://github.com/mapbox/vector-tile-spec/tree/master/2.1">Vector tiles, 2.1</a>
 */
final class TileArchiveWriter {

    private static final int HEADER = 127;
    private static final int LAST_ZOOM = 15;
    private static final int SIDE = 4096;

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TileArchiveWriter() {}

    static byte[] archive() {
        byte[] tile = new TileArchiveWriter()
                .layer("earth", POLYGON, rectangle(), Map.of("kind", "earth"))
                .layer(
                        "roads",
                        LINE,
                        line(0, SIDE / 2, SIDE, 0),
                        Map.of("kind", "major_road", "name", "Rue", "name:ar", "شارع"))
                .layer("boundaries", LINE, line(SIDE / 4, 0, 0, SIDE), Map.of("kind", "country", "kind_detail", "2"))
                .layer(
                        "places",
                        POINT,
                        List.of(command(1, 1), zigzag(SIDE / 2), zigzag(SIDE / 4)),
                        Map.of("kind", "locality", "name", "Town", "name:fr", "Ville", "name:ar", "المدينة"))
                .bytes
                .toByteArray();
        byte[] root = directory(tile.length);
        byte[] metadata = "{}".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(HEADER + root.length + metadata.length + tile.length)
                .put(header(root.length, metadata.length, tile.length))
                .put(root)
                .put(metadata)
                .put(tile)
                .array();
    }

    private static byte[] header(int root, int metadata, int tile) {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("PMTiles\3".getBytes(StandardCharsets.US_ASCII));
        header.putLong(HEADER).putLong(root).putLong(HEADER + root).putLong(metadata);
        header.putLong(0).putLong(0).putLong(HEADER + root + metadata).putLong(tile);
        header.putLong(tiles()).putLong(1).putLong(1);
        // Clustered, nothing compressed, vector tiles of all zooms.
        header.put(new byte[] {1, 1, 1, 1, 0, LAST_ZOOM});
        header.putInt(-1_800_000_000).putInt(-850_000_000).putInt(1_800_000_000).putInt(850_000_000);
        return header.array();
    }

    /** One entry, which all tiles share. */
    private static byte[] directory(int length) {
        return new TileArchiveWriter()
                .varint(1)
                .varint(0)
                .varint(tiles())
                .varint(length)
                .varint(1)
                .bytes
                .toByteArray();
    }

    private static long tiles() {
        return ((1L << 2 * (LAST_ZOOM + 1)) - 1) / 3;
    }

    private static List<Integer> rectangle() {
        return List.of(
                command(1, 1), 0, 0, command(2, 3), zigzag(SIDE), 0, 0, zigzag(SIDE), zigzag(-SIDE), 0, command(7, 1));
    }

    private static List<Integer> line(int x, int y, int right, int down) {
        return List.of(command(1, 1), zigzag(x), zigzag(y), command(2, 1), zigzag(right), zigzag(down));
    }

    private static int command(int id, int count) {
        return id | count << 3;
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    private TileArchiveWriter layer(String name, int type, List<Integer> geometry, Map<String, String> properties) {
        var layer = new TileArchiveWriter();
        layer.varint(15 << 3 | VARINT).varint(2).field(1, name);
        var tags = new ArrayList<Integer>();
        var keys = List.copyOf(properties.keySet());
        for (int key = 0; key < keys.size(); key++) {
            tags.add(key);
            tags.add(key);
        }
        var feature = new TileArchiveWriter();
        feature.field(2, packed(tags)).varint(3 << 3 | VARINT).varint(type).field(4, packed(geometry));
        layer.field(2, feature.bytes.toByteArray());
        keys.forEach(key -> layer.field(3, key));
        keys.forEach(key -> layer.field(4, value(properties.getOrDefault(key, ""))));
        layer.varint(5 << 3 | VARINT).varint(SIDE);
        return field(3, layer.bytes.toByteArray());
    }

    private static byte[] value(String text) {
        var value = new TileArchiveWriter();
        return (text.matches("\\d+")
                        ? value.varint(4 << 3 | VARINT).varint(Long.parseLong(text))
                        : value.field(1, text))
                .bytes.toByteArray();
    }

    private static byte[] packed(List<Integer> values) {
        var packed = new TileArchiveWriter();
        values.forEach(packed::varint);
        return packed.bytes.toByteArray();
    }

    private TileArchiveWriter field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private TileArchiveWriter field(int number, byte[] content) {
        varint(number << 3 | BYTES).varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private TileArchiveWriter varint(long value) {
        long rest = value;
        while (rest >= 0x80) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }
}
