package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import ma.balagh.analysis.box.BoundedFileReader;
import org.jspecify.annotations.Nullable;

/** Reads the segments of a JPEG (ITU-T T.81, annex B) before its picture. */
final class JpegReader {

    static final short START = (short) 0xFFD8;

    private static final int TABLES = 0xDB;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    private static final int MOST = 512;
    private static final int ORDER = 16;
    private static final int LONGEST = 2048;
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";

    /** What Facebook and Instagram write into the IPTC instructions of pictures. */
    private static final Pattern FACEBOOK = Pattern.compile("FBMD[0-9a-f]{2,40}");

    private final BoundedFileReader bytes;
    private final BiConsumer<String, String> traces;
    private final List<String> order = new ArrayList<>();

    JpegReader(BoundedFileReader bytes, BiConsumer<String, String> traces) {
        this.bytes = bytes;
        this.traces = traces;
    }

    /** Returns where the structure breaks off before there is a picture; null where it does not. */
    @Nullable
    Long read() throws IOException {
        Long damagedAt = segments();
        traces.accept("order", String.join(" ", order));
        if (!order.isEmpty()) {
            traces.accept("first", order.getFirst());
        }
        order.forEach(name -> traces.accept("segment", name));
        return damagedAt;
    }

    private @Nullable Long segments() throws IOException {
        long at = 2;
        for (int k = 0; k < MOST; k++) {
            ByteBuffer head = bytes.at(at, 4);
            if (head.remaining() < 4 || head.get(0) != (byte) 0xFF) {
                return at;
            }
            int kind = Byte.toUnsignedInt(head.get(1));
            if (kind == 0xFF) { // padding
                at++;
                continue;
            }
            int length = Short.toUnsignedInt(head.getShort(2));
            if (kind == SCAN) {
                return null;
            }
            if (length < 2) {
                return at;
            }
            segment(kind, at + 4, length - 2);
            at += 2 + length;
        }
        return at;
    }

    private void segment(int kind, long at, int length) throws IOException {
        if (kind == TABLES) {
            ByteBuffer body = bytes.at(at, Math.min(length, 65));
            if (body.remaining() == 65 && body.get(0) == 0) {
                traces.accept("tables", QuantisationTableClassifier.told(body.slice(1, 64)));
            }
        } else if (kind == COMMENT) {
            traces.accept("comment", text(bytes.at(at, Math.min(length, LONGEST))));
        } else if (kind >= APP0 && kind <= APP15) {
            application(kind - APP0, at, length);
        }
    }

    private void application(int number, long at, int length) throws IOException {
        ByteBuffer body = bytes.at(at, Math.min(length, LONGEST));
        String name = text(body.duplicate());
        String known = name.startsWith(XMP) ? "XMP" : number == 11 ? "JUMBF" : name.split("[^A-Za-z_]", 2)[0];
        if (order.size() < ORDER) {
            order.add(known.isEmpty() ? "APP" + number : known.substring(0, Math.min(known.length(), 16)));
        }
        switch (known) {
            case "XMP" -> XmpReader.read(bytes.at(at, Math.min(length, XmpReader.LONGEST)), traces);
            case "Exif" ->
                GenerationMarkDetector.search(
                        StandardCharsets.ISO_8859_1.decode(bytes.at(at, length)).toString(), traces);
            case "JUMBF" -> traces.accept("credentials", "c2pa");
            case "Photoshop" -> {
                var mark = FACEBOOK.matcher(StandardCharsets.ISO_8859_1.decode(body));
                if (mark.find()) {
                    traces.accept("facebook", mark.group());
                }
            }
            default -> {}
        }
    }

    private static String text(ByteBuffer body) {
        return StandardCharsets.ISO_8859_1.decode(body).toString().split("\0", 2)[0];
    }
}
