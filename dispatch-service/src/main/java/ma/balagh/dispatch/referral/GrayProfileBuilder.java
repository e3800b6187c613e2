package ma.balagh.dispatch.referral;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A colour profile for black on white (ICC.1:2001-04, monochrome, gamma 2.2, white D50), which PDF/A wants to know. Made
 * here, because Java's own are part of AWT, which a native executable has not.
 */
final class GrayProfileBuilder {

    private static final int HEADER = 128;
    private static final int TAG_ENTRY = 12;
    private static final int VERSION_2_1 = 0x02100000;
    /** D50 as three s15Fixed16 numbers. */
    private static final int[] D50 = {0x0000F6D6, 0x00010000, 0x0000D32D};
    /** 2.2 as u8Fixed8 number. */
    private static final short GAMMA = 0x0233;

    private static final String NAME = "Gray, gamma 2.2";

    private GrayProfileBuilder() {}

    static byte[] profile() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description());
        tags.put("cprt", text("No copyright"));
        tags.put("wtpt", white());
        tags.put("kTRC", curve());
        var data = new ByteArrayOutputStream();
        int start = HEADER + Integer.BYTES + TAG_ENTRY * tags.size();
        var table = ByteBuffer.allocate(Integer.BYTES + TAG_ENTRY * tags.size()).putInt(tags.size());
        tags.forEach((name, content) -> {
            table.put(ascii(name)).putInt(start + data.size()).putInt(content.length);
            data.writeBytes(content);
            data.writeBytes(new byte[(Integer.BYTES - content.length % Integer.BYTES) % Integer.BYTES]);
        });
        return ByteBuffer.allocate(start + data.size())
                .put(header(start + data.size()))
                .put(table.array())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] header(int size) {
        var header = ByteBuffer.allocate(HEADER);
        header.putInt(size).putInt(0).putInt(VERSION_2_1);
        header.put(ascii("mntr")).put(ascii("GRAY")).put(ascii("XYZ "));
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            header.putShort((short) part);
        }
        header.put(ascii("acsp"));
        header.position(68);
        for (int coordinate : D50) {
            header.putInt(coordinate);
        }
        return header.array();
    }

    private static byte[] description() {
        byte[] name = ascii(NAME + "\0");
        // After the ASCII text: no text in Unicode (8 bytes), and none in a script code (3 and 67 bytes).
        return ByteBuffer.allocate(12 + name.length + 78)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(name.length)
                .put(name)
                .array();
    }

    private static byte[] text(String text) {
        byte[] content = ascii(text + "\0");
        return ByteBuffer.allocate(8 + content.length)
                .put(ascii("text"))
                .putInt(0)
                .put(content)
                .array();
    }

    private static byte[] white() {
        var white = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (int coordinate : D50) {
            white.putInt(coordinate);
        }
        return white.array();
    }

    private static byte[] curve() {
        return ByteBuffer.allocate(14)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort(GAMMA)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
