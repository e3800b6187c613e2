package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.box.IsoBoxes;

/**
 * Reads what a film says about itself: user data of QuickTime and 3GPP ({@code udta}), and lists of items, named by four
 * characters (iTunes) or by a list of keys (Apple's and Android's {@code mdta}).
 */
final class ItemReader {

    private static final int LONGEST = 512;
    private static final int MOST_KEYS = 256;

    /** Well-known types of values (QuickTime File Format, "Well-known types"). */
    private static final int UTF_8 = 1;

    private static final int SIGNED = 21;
    private static final int FLOAT = 23;

    private final BoundedFileReader bytes;
    private final WriterTraces.Collector traces;

    ItemReader(BoundedFileReader bytes, WriterTraces.Collector traces) {
        this.bytes = bytes;
        this.traces = traces;
    }

    void userData(IsoBox udta) throws IOException {
        for (IsoBox box : IsoBoxes.in(bytes, udta).all()) {
            switch (box.type()) {
                case "meta" -> meta(box);
                case "XMP_" -> XmpReader.read(bytes.at(box.body(), Math.min(box.length(), XmpReader.LONGEST)), traces);
                default -> {
                    traces.accept("udta", box.type());
                    if (box.type().startsWith("©")) {
                        text(box);
                    }
                }
            }
        }
    }

    /** Its length, a language, and the text. */
    private void text(IsoBox box) throws IOException {
        ByteBuffer body = bytes.at(box.body(), Math.min(box.length(), LONGEST));
        if (body.remaining() > 4) {
            int length = Math.min(Short.toUnsignedInt(body.getShort()), body.remaining() - 2);
            traces.accept("udta." + box.type(), utf8(body.slice(body.position() + 2, length)));
        }
    }

    /** ISO writes a version before the boxes in it, QuickTime does not. */
    void meta(IsoBox meta) throws IOException {
        ByteBuffer head = bytes.at(meta.body(), 8);
        boolean plain = head.remaining() == 8 && head.getInt(4) == IsoBox.code("hdlr");
        IsoBoxes boxes = IsoBoxes.in(bytes, meta.body() + (plain ? 0 : 4), meta.end());
        List<String> keys = keys(boxes.first("keys"));
        for (IsoBox item : IsoBoxes.in(bytes, boxes.first("ilst")).all()) {
            int number = item.code();
            String name = number > 0 && number <= keys.size() ? "key." + keys.get(number - 1) : "item." + item.type();
            var data = IsoBoxes.in(bytes, item).first("data");
            if (data.isPresent()) {
                traces.accept(name, value(data.get()));
            }
        }
    }

    private List<String> keys(Optional<IsoBox> box) throws IOException {
        List<String> keys = new ArrayList<>();
        if (box.isPresent()) {
            long at = box.get().body() + 8;
            while (keys.size() < MOST_KEYS && at + 8 <= box.get().end()) {
                ByteBuffer key = bytes.at(at, LONGEST);
                int size = key.remaining() < 8 ? 0 : key.getInt(0);
                if (size < 8) {
                    break;
                }
                keys.add(utf8(key.slice(8, Math.min(size, key.remaining()) - 8)));
                at += size;
            }
        }
        return keys;
    }

    private String value(IsoBox data) throws IOException {
        ByteBuffer body = bytes.at(data.body(), Math.min(data.length(), LONGEST));
        if (body.remaining() < 8) {
            return "";
        }
        int type = body.getInt();
        body.getInt();
        return switch (type) {
            case UTF_8 -> utf8(body);
            case FLOAT -> body.remaining() == 4 ? Float.toString(body.getFloat()) : "";
            case SIGNED -> body.remaining() == 4 ? Integer.toString(body.getInt()) : "";
            default -> "%d bytes".formatted(data.length() - 8);
        };
    }

    private static String utf8(ByteBuffer text) {
        return StandardCharsets.UTF_8.decode(text).toString().split("\0", 2)[0];
    }
}
