package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/**
 * The parts of a JPEG or PNG under the names that C2PA gives them (specification 2.2, 18.7.3): symbols of ISO/IEC 10918-1
 * table B.1, names of chunks, {@code PNGh}, and {@code C2PA} for the store.
 */
public final class SegmentReader {

    private static final int MOST = 100_000;
    private static final int BLOCK = 1 << 16;

    private final MediumBytesReader medium;
    private final List<ByteSpan> store;
    private final List<Segment> segments = new ArrayList<>();

    public record Segment(String name, ByteSpan span) {}

    private SegmentReader(MediumBytesReader medium, List<ByteSpan> store) {
        this.medium = medium;
        this.store = ByteSpan.merged(store);
    }

    public static List<Segment> ofJpeg(MediumBytesReader medium, List<ByteSpan> store)
            throws IOException, DamagedEncodingException {
        var segments = new SegmentReader(medium, store);
        segments.jpeg();
        return segments.segments;
    }

    public static List<Segment> ofPng(MediumBytesReader medium, List<ByteSpan> store)
            throws IOException, DamagedEncodingException {
        var segments = new SegmentReader(medium, store);
        segments.png();
        return segments.segments;
    }

    private void png() throws IOException, DamagedEncodingException {
        add("PNGh", new ByteSpan(0, 8));
        long at = 8;
        while (at + 12 <= medium.size()) {
            ByteBuffer head = medium.read(at, 8);
            var chunk = new ByteSpan(at, at + 12 + Integer.toUnsignedLong(head.getInt(0)));
            String name = StandardCharsets.ISO_8859_1.decode(head.slice(4, 4)).toString();
            add(name, chunk);
            at = chunk.to();
            if (name.equals("IEND")) {
                break;
            }
        }
    }

    private void jpeg() throws IOException, DamagedEncodingException {
        add("SOI", new ByteSpan(0, 2));
        long at = 2;
        while (at + 2 <= medium.size()) {
            int marker = Short.toUnsignedInt(medium.read(at, 2).getShort(0));
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            int kind = marker & 0xFF;
            if (marker < 0xFF01) {
                throw new DamagedEncodingException("no marker where one must be");
            }
            if (kind == 0xD9) {
                add("EOI", new ByteSpan(at, at + 2));
                return;
            }
            boolean isBare = kind >= 0xD0 && kind <= 0xD7 || kind == 0x01;
            long end = at
                    + 2
                    + (isBare ? 0 : Short.toUnsignedInt(medium.read(at + 2, 2).getShort(0)));
            if (kind == 0xDA || kind >= 0xD0 && kind <= 0xD7) {
                end = scanEnd(end);
            }
            add(name(kind), new ByteSpan(at, end));
            at = end;
        }
    }

    /** Where the next marker stands that is neither a restart nor a byte 0xFF of the picture. */
    private long scanEnd(long from) throws IOException, DamagedEncodingException {
        int before = 0;
        for (long at = from; at < medium.size(); at += BLOCK) {
            ByteBuffer block = medium.read(at, (int) Math.min(BLOCK, medium.size() - at));
            for (int k = 0; k < block.limit(); k++) {
                int each = Byte.toUnsignedInt(block.get(k));
                if (before == 0xFF && each != 0 && each != 0xFF) {
                    return at + k - 1;
                }
                before = each;
            }
        }
        return medium.size();
    }

    private void add(String name, ByteSpan span) throws DamagedEncodingException {
        if (segments.size() == MOST) {
            throw DamagedEncodingException.tooMuch("segments");
        }
        if (span.to() > medium.size()) {
            throw new DamagedEncodingException("a segment beyond the end");
        }
        boolean isStore = store.stream().anyMatch(part -> part.from() <= span.from() && span.to() <= part.to());
        if (!isStore) {
            segments.add(new Segment(name, span));
        } else if (!segments.isEmpty() && segments.getLast().name().equals("C2PA")) {
            Segment last = segments.removeLast();
            segments.add(new Segment("C2PA", new ByteSpan(last.span().from(), span.to())));
        } else {
            segments.add(new Segment("C2PA", span));
        }
    }

    private static String name(int kind) {
        return switch (kind) {
            case 0xC4 -> "DHT";
            case 0xC8 -> "JPG";
            case 0xCC -> "DAC";
            case 0xDA -> "SOS";
            case 0xDB -> "DQT";
            case 0xDC -> "DNL";
            case 0xDD -> "DRI";
            case 0xDE -> "DHP";
            case 0xDF -> "EXP";
            case 0xFE -> "COM";
            case 0x01 -> "TEM";
            default -> {
                if (kind >= 0xC0 && kind <= 0xCF) {
                    yield "SOF" + (kind - 0xC0);
                }
                if (kind >= 0xD0 && kind <= 0xD7) {
                    yield "RST" + (kind - 0xD0);
                }
                if (kind >= 0xE0 && kind <= 0xEF) {
                    yield "APP" + (kind - 0xE0);
                }
                yield "JPG" + (kind - 0xF0);
            }
        };
    }
}
