package ma.balagh.analysis.media;

import static ma.balagh.analysis.media.Bytes.ascii;
import static ma.balagh.analysis.media.Bytes.box;
import static ma.balagh.analysis.media.Bytes.ints;
import static ma.balagh.analysis.media.Bytes.joined;
import static ma.balagh.analysis.media.Bytes.shorts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** HEIC pictures (ISO/IEC 23008-12) of HEVC frames that FFmpeg codes, as phones write them. */
final class HeicPicture {

    /** Of each tile, in pixels. */
    static final int TILE = 256;

    private static final int GRID_ITEM = 100;
    private static final int EXIF_ITEM = 101;

    private final byte[] configuration;
    private final List<byte[]> tiles = new ArrayList<>();
    private final int columns;
    private final int rows;
    private final byte[] turns;
    private final int turnCount;
    private final byte[] exif;

    /**
     * @param source of FFmpeg, as large as all tiles
     * @param turns properties {@code irot} and {@code imir}
     * @param exif as TIFF lays it out; empty for none
     */
    HeicPicture(Path directory, String source, int columns, int rows, List<byte[]> turns, byte[] exif)
            throws IOException {
        byte[] found = new byte[0];
        for (int k = 0; k < columns * rows; k++) {
            String crop = "crop=%d:%d:%d:%d".formatted(TILE, TILE, k % columns * TILE, k / columns * TILE);
            Path coded = Media.clip(
                    directory.resolve("tile" + k + ".mp4"),
                    source,
                    1,
                    "-frames:v",
                    "1",
                    "-vf",
                    crop + ",format=yuv420p",
                    "-c:v",
                    "libx265",
                    "-x265-params",
                    "log-level=none",
                    "-tag:v",
                    "hvc1");
            byte[] bytes = Files.readAllBytes(coded);
            found = firstBox(bytes, "hvcC");
            tiles.add(content(firstBox(bytes, "mdat")));
        }
        this.configuration = found;
        this.columns = columns;
        this.rows = rows;
        this.turns = joined(turns.toArray(byte[][]::new));
        this.turnCount = turns.size();
        this.exif = exif;
    }

    static byte[] rotation(int quartersLeft) {
        return box("irot", new byte[] {(byte) quartersLeft});
    }

    static byte[] mirror(int mode) {
        return box("imir", new byte[] {(byte) mode});
    }

    /** @param width of the picture, at most that of all tiles */
    byte[] bytes(int width, int height) {
        byte[] type = box("ftyp", ascii("heic"), ints(0), ascii("mif1"), ascii("heic"));
        byte[] meta = meta(0, width, height);
        // The places of items are known when the size of what stands before them is.
        meta = meta(type.length + meta.length + 8, width, height);
        List<byte[]> data = new ArrayList<>(tiles);
        data.add(grid(width, height));
        data.add(exifItem());
        return joined(type, meta, box("mdat", data.toArray(byte[][]::new)));
    }

    private boolean isTiled() {
        return tiles.size() > 1;
    }

    private byte[] grid(int width, int height) {
        return isTiled()
                ? ByteBuffer.allocate(8)
                        .put(new byte[] {0, 0, (byte) (rows - 1), (byte) (columns - 1)})
                        .putShort((short) width)
                        .putShort((short) height)
                        .array()
                : new byte[0];
    }

    private byte[] exifItem() {
        return exif.length == 0 ? exif : joined(ints(0), exif);
    }

    private byte[] meta(int dataAt, int width, int height) {
        var entries = new ArrayList<byte[]>();
        var locations = new ByteArrayOutputStream();
        var associations = new ByteArrayOutputStream();
        int at = dataAt;
        for (int k = 0; k < tiles.size(); k++) {
            entries.add(entry(k + 1, "hvc1"));
            locations.writeBytes(location(k + 1, at, tiles.get(k).length));
            at += tiles.get(k).length;
            associations.writeBytes(association(k + 1, isTiled() ? 0 : turnCount, 1, 2));
        }
        if (isTiled()) {
            entries.add(entry(GRID_ITEM, "grid"));
            locations.writeBytes(location(GRID_ITEM, at, grid(width, height).length));
            at += grid(width, height).length;
            associations.writeBytes(association(GRID_ITEM, turnCount, 3));
        }
        if (exif.length > 0) {
            entries.add(entry(EXIF_ITEM, "Exif"));
            locations.writeBytes(location(EXIF_ITEM, at, exifItem().length));
        }
        int items = tiles.size() + (isTiled() ? 1 : 0);
        byte[] properties = box(
                "ipco", configuration, box("ispe", ints(0, TILE, TILE)), box("ispe", ints(0, width, height)), turns);
        byte[] references = isTiled() ? box("iref", ints(0), box("dimg", dependencies())) : new byte[0];
        return box(
                "meta",
                ints(0),
                box("hdlr", ints(0, 0), ascii("pict"), ints(0, 0, 0), new byte[1]),
                box("pitm", ints(0), shorts(isTiled() ? GRID_ITEM : 1)),
                box("iinf", ints(0), shorts(entries.size()), joined(entries.toArray(byte[][]::new))),
                references,
                box("iprp", properties, box("ipma", ints(0, items), associations.toByteArray())),
                box("iloc", ints(0), shorts(0x4400, entries.size()), locations.toByteArray()));
    }

    private byte[] dependencies() {
        int[] all = new int[2 + tiles.size()];
        all[0] = GRID_ITEM;
        all[1] = tiles.size();
        for (int k = 0; k < tiles.size(); k++) {
            all[2 + k] = k + 1;
        }
        return shorts(all);
    }

    private static byte[] entry(int item, String type) {
        return box("infe", ints(2 << 24), shorts(item, 0), ascii(type), new byte[1]);
    }

    private static byte[] location(int item, int at, int length) {
        return joined(shorts(item, 0, 1), ints(at, length));
    }

    /** The turns stand behind the three other properties. */
    private static byte[] association(int item, int turns, int... others) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(shorts(item));
        bytes.write(others.length + turns);
        for (int other : others) {
            bytes.write(0x80 | other);
        }
        for (int k = 0; k < turns; k++) {
            bytes.write(0x80 | 4 + k);
        }
        return bytes.toByteArray();
    }

    /** The first box of that name, wherever it stands. */
    private static byte[] firstBox(byte[] file, String name) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(name) - 4;
        int length = ByteBuffer.wrap(file).getInt(at);
        return ByteBuffer.allocate(length).put(file, at, length).array();
    }

    private static byte[] content(byte[] box) {
        return ByteBuffer.allocate(box.length - 8).put(box, 8, box.length - 8).array();
    }
}
