package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiConsumer;
import ma.balagh.analysis.box.BoundedFileReader;
import org.jspecify.annotations.Nullable;

/** Reads of a Matroska or WebM file (RFC 9559) who muxed and who wrote it, and when. */
final class EbmlReader {

    static final int HEADER = 0x1A45DFA3;

    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int INFO = 0x1549A966;
    private static final int MUXING_APP = 0x4D80;
    private static final int WRITING_APP = 0x5741;
    private static final int DATE = 0x4461;

    /** Elements that are looked at on one level; the information stands near the front. */
    private static final int MOST = 64;

    private static final int LONGEST = 256;
    private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

    /** An element; {@code end} is that of its parent where its length is unknown. */
    private record Element(int id, long body, long end) {}

    private final BoundedFileReader bytes;
    private final BiConsumer<String, String> traces;

    EbmlReader(BoundedFileReader bytes, BiConsumer<String, String> traces) {
        this.bytes = bytes;
        this.traces = traces;
    }

    void read() throws IOException {
        Element header = element(0, bytes.size());
        if (header == null) {
            return;
        }
        long at = header.body();
        for (int k = 0; k < MOST; k++) {
            Element child = element(at, header.end());
            if (child == null) {
                break;
            }
            if (child.id() == DOC_TYPE) {
                traces.accept("doctype", text(child));
            }
            at = child.end();
        }
        Element segment = element(header.end(), bytes.size());
        if (segment != null && segment.id() == SEGMENT) {
            segment(segment);
        }
    }

    private void segment(Element segment) throws IOException {
        long at = segment.body();
        for (int k = 0; k < MOST; k++) {
            Element child = element(at, segment.end());
            if (child == null || child.id() == CLUSTER) {
                return;
            }
            if (child.id() == INFO) {
                information(child);
                return;
            }
            at = child.end();
        }
    }

    private void information(Element info) throws IOException {
        long at = info.body();
        for (int k = 0; k < MOST; k++) {
            Element child = element(at, info.end());
            if (child == null) {
                return;
            }
            switch (child.id()) {
                case MUXING_APP -> traces.accept("muxer", text(child));
                case WRITING_APP -> traces.accept("writer", text(child));
                case DATE -> {
                    ByteBuffer date = bytes.at(child.body(), Math.min(8, child.end() - child.body()));
                    if (date.remaining() == 8) {
                        traces.accept("date", EPOCH.plusNanos(date.getLong()).toString());
                    }
                }
                default -> {}
            }
            at = child.end();
        }
    }

    private String text(Element element) throws IOException {
        ByteBuffer text = bytes.at(element.body(), Math.min(LONGEST, element.end() - element.body()));
        return StandardCharsets.UTF_8.decode(text).toString().split("\0", 2)[0];
    }

    /** Identifier and length have as many bytes as their first one has zeros in front, and one. */
    private @Nullable Element element(long at, long end) throws IOException {
        if (at >= end) {
            return null;
        }
        ByteBuffer head = bytes.at(at, 12);
        if (!head.hasRemaining()) {
            return null;
        }
        int idWidth = Integer.numberOfLeadingZeros(Byte.toUnsignedInt(head.get(0))) - 23;
        if (idWidth > 4 || head.remaining() <= idWidth) {
            return null;
        }
        int id = (int) number(head, 0, idWidth);
        int first = Byte.toUnsignedInt(head.get(idWidth));
        int width = Integer.numberOfLeadingZeros(first) - 23;
        if (width > 8 || head.remaining() < idWidth + width) {
            return null;
        }
        long mask = (1L << 7 * width) - 1;
        long length = number(head, idWidth, width) & mask;
        long body = at + idWidth + width;
        boolean unknown = length == mask;
        return new Element(id, body, unknown || length > end - body ? end : body + length);
    }

    private static long number(ByteBuffer head, int at, int width) {
        long number = 0;
        for (int k = 0; k < width; k++) {
            number = number << 8 | Byte.toUnsignedLong(head.get(at + k));
        }
        return number;
    }
}
