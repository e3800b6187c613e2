package ma.balagh.analysis.credentials;

import static ma.balagh.analysis.credentials.Asn1.joined;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32;

/** Packs a store of content credentials into a small medium of each format. */
final class MediumContainer {

    static final byte[] PICTURE =
            "a picture, as far as anybody here looks into it ".repeat(40).getBytes(StandardCharsets.US_ASCII);
    static final String BOX = "d8fec3d6-1b0e-483c-9297-5828877ec481";

    private MediumContainer() {}

    /** A medium: the store with the headers that its format puts before it, and what stands around. */
    record Parts(byte[] before, byte[] store, byte[] after) {}

    static byte[] superbox(String type, String label, byte[]... content) {
        byte[] about = joined(
                ascii(type),
                new byte[] {0, 0x11, 0, 0x10, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71, 3},
                ascii(label),
                new byte[1]);
        return box("jumb", box("jumd", about), joined(content));
    }

    static byte[] box(String name, byte[]... content) {
        byte[] joined = joined(content);
        return joined(ByteBuffer.allocate(4).putInt(8 + joined.length).array(), ascii(name), joined);
    }

    static Parts jpeg(byte[] store) {
        return new Parts(
                joined(
                        new byte[] {-1, (byte) 0xD8},
                        segment(0xE0, "JFIF\0 and so on".getBytes(StandardCharsets.US_ASCII))),
                segments(store),
                joined(segment(0xDB, Arrays.copyOf(PICTURE, 64)), segment(0xDA, new byte[8]), PICTURE, new byte[] {
                    -1, (byte) 0xD9
                }));
    }

    private static byte[] segments(byte[] store) {
        var segments = new ByteArrayOutputStream();
        int number = 1;
        for (int at = 0; at < store.length; at += 60_000) {
            byte[] piece = Arrays.copyOfRange(store, at, Math.min(at + 60_000, store.length));
            segments.writeBytes(segment(
                    0xEB,
                    ascii("JP"),
                    new byte[] {2, 17},
                    ByteBuffer.allocate(4).putInt(number).array(),
                    number == 1 ? new byte[0] : Arrays.copyOf(store, 8),
                    piece));
            number++;
        }
        return segments.toByteArray();
    }

    static byte[] segment(int marker, byte[]... content) {
        byte[] joined = joined(content);
        return joined(
                new byte[] {-1, (byte) marker, (byte) (joined.length + 2 >> 8), (byte) (joined.length + 2)}, joined);
    }

    static Parts png(byte[] store) {
        return new Parts(
                joined(new byte[] {(byte) 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A}, chunk("IHDR", new byte[13])),
                chunk("caBX", store),
                joined(chunk("IDAT", PICTURE), chunk("IEND")));
    }

    private static byte[] chunk(String name, byte[]... content) {
        byte[] joined = joined(content);
        var check = new CRC32();
        check.update(joined(ascii(name), joined));
        return joined(
                ByteBuffer.allocate(4).putInt(joined.length).array(),
                ascii(name),
                joined,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    static Parts webp(byte[] store) {
        byte[] chunk = riff("C2PA", Arrays.copyOf(store, store.length + store.length % 2));
        byte[] whole = riff("RIFF", joined(ascii("WEBP"), riff("VP8 ", PICTURE), chunk));
        return new Parts(Arrays.copyOf(whole, whole.length - chunk.length), chunk, new byte[0]);
    }

    private static byte[] riff(String name, byte[] content) {
        return joined(
                ascii(name),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(content.length)
                        .array(),
                content);
    }

    static Parts mp4(byte[] store) {
        byte[] brand = box("ftyp", ascii("isom"), new byte[4]);
        byte[] credentials = box("uuid", uuid(BOX), new byte[4], ascii("manifest\0"), new byte[8], store);
        int place = brand.length + credentials.length + moov(0).length + 8;
        return new Parts(brand, credentials, joined(moov(place), box("mdat", PICTURE)));
    }

    static Parts heic(byte[] store) {
        byte[] brand = box("ftyp", ascii("heic"), new byte[4]);
        byte[] credentials = box("uuid", uuid(BOX), new byte[4], ascii("manifest\0"), new byte[8], store);
        int place = brand.length + credentials.length + meta(0).length + 8;
        return new Parts(brand, credentials, joined(meta(place), box("mdat", PICTURE)));
    }

    /** One item in one piece. */
    private static byte[] meta(int place) {
        byte[] items = ByteBuffer.allocate(22)
                .putShort(4, (short) 0x4400)
                .putShort(6, (short) 1)
                .putShort(8, (short) 1)
                .putShort(12, (short) 1)
                .putInt(14, place)
                .putInt(18, PICTURE.length)
                .array();
        return box("meta", new byte[4], box("hdlr", new byte[24]), box("iloc", items));
    }

    static Parts fragmented(byte[] store) {
        byte[] brand = box("ftyp", ascii("isom"), new byte[4]);
        byte[] credentials = box("uuid", uuid(BOX), new byte[4], ascii("manifest\0"), new byte[8], store);
        byte[] run = ByteBuffer.allocate(12).putInt(0, 1).putInt(4, 1).array();
        byte[] fragment = box("moof", box("mfhd", new byte[8]), box("traf", box("trun", run)));
        return new Parts(brand, credentials, joined(fragment, box("mdat", PICTURE)));
    }

    private static byte[] moov(int place) {
        byte[] table = box(
                "stco", ByteBuffer.allocate(12).putInt(4, 1).putInt(8, place).array());
        return box("moov", box("mvhd", new byte[100]), box("trak", box("mdia", box("minf", box("stbl", table)))));
    }

    static byte[] uuid(String text) {
        UUID uuid = UUID.fromString(text);
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
