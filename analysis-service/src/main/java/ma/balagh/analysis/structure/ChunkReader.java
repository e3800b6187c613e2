package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;

/** Reads what is said beside the picture in the chunks of PNG (ISO/IEC 15948) and WebP (RFC 9649). */
final class ChunkReader {

    private static final int PNG = 0x89504E47;
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;

    private static final int MOST = 4096;

    /** Bytes of a text, packed or not. */
    private static final int LONGEST = 256 << 10;

    private static final int MOST_TEXTS = 64;

    private static final String XMP = "XML:com.adobe.xmp";

    private final BoundedFileReader bytes;
    private final WriterTraces.Collector traces;
    private int texts;

    ChunkReader(BoundedFileReader bytes, WriterTraces.Collector traces) {
        this.bytes = bytes;
        this.traces = traces;
    }

    /** Nothing happens where it is another kind of file. */
    void read() throws IOException {
        ByteBuffer head = bytes.at(0, 12);
        if (head.remaining() < 12) {
            return;
        }
        if (head.getInt(0) == PNG) {
            png();
        } else if (head.getInt(0) == RIFF && head.getInt(8) == WEBP) {
            webp();
        }
    }

    /** Length, name, content, and a checksum. */
    private void png() throws IOException {
        long at = 8;
        for (int k = 0; k < MOST; k++) {
            ByteBuffer head = bytes.at(at, 8);
            if (head.remaining() < 8) {
                return;
            }
            long length = Integer.toUnsignedLong(head.getInt(0));
            switch (IsoBox.type(head.getInt(4))) {
                case "tEXt", "zTXt", "iTXt" -> text(IsoBox.type(head.getInt(4)), at + 8, length);
                case "eXIf" -> exif(at + 8, length);
                default -> {
                    // Pixels and colours.
                }
            }
            at += 12 + length;
        }
    }

    /** Name, length, content, and a byte where the length is odd. */
    private void webp() throws IOException {
        long at = 12;
        for (int k = 0; k < MOST; k++) {
            ByteBuffer head = bytes.at(at, 8);
            if (head.remaining() < 8) {
                return;
            }
            long length =
                    Integer.toUnsignedLong(head.order(ByteOrder.LITTLE_ENDIAN).getInt(4));
            switch (IsoBox.type(head.order(ByteOrder.BIG_ENDIAN).getInt(0))) {
                case "XMP " -> XmpReader.read(bytes.at(at + 8, Math.min(length, XmpReader.LONGEST)), traces);
                case "EXIF" -> exif(at + 8, length);
                default -> {
                    // Pictures.
                }
            }
            at += 8 + length + length % 2;
        }
    }

    private void exif(long at, long length) throws IOException {
        ByteBuffer block = bytes.at(at, Math.min(length, LONGEST));
        GenerationMarkDetector.search(StandardCharsets.ISO_8859_1.decode(block).toString(), traces);
    }

    /** A keyword, in some kinds how the text is packed and its language, and the text. */
    private void text(String kind, long at, long length) throws IOException {
        if (++texts > MOST_TEXTS) {
            return;
        }
        ByteBuffer body = bytes.at(at, Math.min(length, LONGEST));
        String keyword = word(body);
        boolean packed = kind.equals("zTXt");
        if (kind.equals("zTXt")) {
            skip(body, 1);
        } else if (kind.equals("iTXt")) {
            packed = body.hasRemaining() && body.get(body.position()) == 1;
            skip(body, 2);
            word(body);
            word(body);
        }
        ByteBuffer content = packed ? unpacked(body) : body;
        if (keyword.equals(XMP)) {
            XmpReader.read(content, traces);
            return;
        }
        String text = (kind.equals("iTXt") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)
                .decode(content)
                .toString();
        traces.accept("png." + keyword, text);
        GenerationMarkDetector.search(text, traces);
    }

    /** What stands before the next zero. */
    private static String word(ByteBuffer body) {
        var word = new StringBuilder();
        while (body.hasRemaining()) {
            byte letter = body.get();
            if (letter == 0) {
                break;
            }
            word.append((char) Byte.toUnsignedInt(letter));
        }
        return word.toString();
    }

    private static void skip(ByteBuffer body, int count) {
        body.position(Math.min(body.limit(), body.position() + count));
    }

    /** As much as is read of a text, whatever it would grow to. */
    private static ByteBuffer unpacked(ByteBuffer packed) {
        byte[] text = new byte[LONGEST];
        int length = 0;
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int more = inflater.inflate(text);
            while (more > 0) {
                length += more;
                more = length == text.length ? 0 : inflater.inflate(text, length, text.length - length);
            }
        } catch (DataFormatException damaged) {
            // What was unpacked until there counts.
        } finally {
            inflater.end();
        }
        return ByteBuffer.wrap(text, 0, length);
    }
}
