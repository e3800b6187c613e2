package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import ma.balagh.analysis.box.BoundedFileReader;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a file.
 *
 * @param movie what its headers say about times and lengths; null where it is no container of boxes, or has no film
 * @param damagedAt the first byte where its structure breaks off or contradicts itself; null where it is whole
 */
public record FileLayout(
        Form form,
        WriterTraces traces,
        @Nullable MovieStructure movie,
        @Nullable Long damagedAt) {

    /** What kinds of structure are read. */
    public enum Form {
        /** Boxes: MP4, MOV, 3GP, M4V, HEIC (ISO/IEC 14496-12). */
        BOXES,
        /** Matroska and WebM (RFC 8794, RFC 9559). */
        EBML,
        /** Segments of a JPEG (ITU-T T.81). */
        SEGMENTS,
        /** Any other, of which only the coded picture is looked at, and of PNG and WebP what is said beside it. */
        OTHER
    }

    /**
     * Reads headers, and the first bytes of what is coded; never throws because of what the file says.
     *
     * @throws IOException when the file itself cannot be read
     */
    public static FileLayout of(Path medium) throws IOException {
        try (var bytes = BoundedFileReader.of(medium)) {
            return of(bytes);
        }
    }

    static FileLayout of(BoundedFileReader bytes) throws IOException {
        var traces = new WriterTraces.Collector();
        Form form = form(bytes);
        try {
            return switch (form) {
                case BOXES -> new BoxReader(bytes, traces).read();
                case EBML -> {
                    new EbmlReader(bytes, traces).read();
                    EncoderTraceReader.search(bytes.at(0, EncoderTraceReader.SEARCHED), traces);
                    yield new FileLayout(form, traces.traces(), null, null);
                }
                case SEGMENTS -> {
                    Long damagedAt = new JpegReader(bytes, traces).read();
                    yield new FileLayout(form, traces.traces(), null, damagedAt);
                }
                case OTHER -> {
                    EncoderTraceReader.search(bytes.at(0, EncoderTraceReader.SEARCHED), traces);
                    new ChunkReader(bytes, traces).read();
                    yield new FileLayout(form, traces.traces(), null, null);
                }
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            // A part that ends within one of its own fields: what was read until there still counts.
            return new FileLayout(form, traces.traces(), null, 0L);
        }
    }

    private static Form form(BoundedFileReader bytes) throws IOException {
        var head = bytes.at(0, 12);
        if (head.remaining() < 8) {
            return Form.OTHER;
        }
        if (head.getInt(0) == EbmlReader.HEADER) {
            return Form.EBML;
        }
        if (head.getShort(0) == JpegReader.START) {
            return Form.SEGMENTS;
        }
        return BoxReader.mayBegin(head.getInt(4)) ? Form.BOXES : Form.OTHER;
    }
}
