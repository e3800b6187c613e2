package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.box.IsoBoxes;

/** Reads how the samples of a track are coded, and in the first of them who coded it. */
final class SampleReader {

    /** Bytes of a visual sample entry before the boxes in it (ISO/IEC 14496-12, 12.1.3). */
    private static final int VISUAL_ENTRY = 78;

    private static final int VENDOR = 12;
    private static final int COMPRESSOR = 42;
    private static final int SOUND_SAMPLE = 512;

    private final BoundedFileReader bytes;
    private final WriterTraces.Collector traces;

    SampleReader(BoundedFileReader bytes, WriterTraces.Collector traces) {
        this.bytes = bytes;
        this.traces = traces;
    }

    /** Returns the codec, such as {@code avc1}; empty where no sample is described. */
    String read(String kind, IsoBoxes table) throws IOException {
        var stsd = table.first("stsd");
        if (stsd.isEmpty()) {
            return "";
        }
        var entries =
                IsoBoxes.in(bytes, stsd.get().body() + 8, stsd.get().end()).all();
        if (entries.isEmpty()) {
            return "";
        }
        IsoBox entry = entries.getFirst();
        traces.accept("codec." + kind, entry.type());
        switch (kind) {
            case "vide" -> picture(entry, table);
            case "soun" -> sound(table);
            default -> {}
        }
        return entry.type().strip();
    }

    private void picture(IsoBox entry, IsoBoxes table) throws IOException {
        ByteBuffer body = bytes.at(entry.body(), Math.min(entry.length(), VISUAL_ENTRY));
        if (body.remaining() < VISUAL_ENTRY) {
            return;
        }
        if (body.getInt(VENDOR) != 0) {
            traces.accept("vendor", IsoBox.type(body.getInt(VENDOR)));
        }
        int length = Math.clamp(body.get(COMPRESSOR), 0, 31);
        traces.accept(
                "compressor",
                StandardCharsets.UTF_8
                        .decode(body.slice(COMPRESSOR + 1, length))
                        .toString());
        IsoBoxes inside = IsoBoxes.in(bytes, entry.body() + VISUAL_ENTRY, entry.end());
        var avc = inside.first("avcC");
        var hevc = inside.first("hvcC");
        if (avc.isPresent()) {
            ByteBuffer record = bytes.at(avc.get().body(), 5);
            if (record.remaining() == 5) {
                EncoderTraceReader.units(
                        sample(table, EncoderTraceReader.SAMPLE), (record.get(4) & 3) + 1, false, traces);
            }
        } else if (hevc.isPresent()) {
            ByteBuffer record = bytes.at(hevc.get().body(), Math.min(hevc.get().length(), EncoderTraceReader.SAMPLE));
            if (record.remaining() > 22) {
                EncoderTraceReader.configuration(record, traces);
                EncoderTraceReader.units(
                        sample(table, EncoderTraceReader.SAMPLE), (record.get(21) & 3) + 1, true, traces);
            }
        }
    }

    /** FFmpeg's own AAC coder writes its name into the first frame, as a fill element. */
    private void sound(IsoBoxes table) throws IOException {
        ByteBuffer first = sample(table, SOUND_SAMPLE);
        String text = StandardCharsets.ISO_8859_1.decode(first).toString();
        int at = text.indexOf("Lavc");
        if (at >= 0) {
            int end = at;
            while (end < text.length() && text.charAt(end) > 0x20 && text.charAt(end) < 0x7F) {
                end++;
            }
            traces.accept("coder.sound", text.substring(at, end));
        }
    }

    /** The beginning of the first sample; nothing where the table does not say where it is. */
    private ByteBuffer sample(IsoBoxes table, int longest) throws IOException {
        long at = number(table.first("stco"), 8, 4);
        if (at <= 0) {
            at = number(table.first("co64"), 8, 8);
        }
        long size = number(table.first("stsz"), 4, 4);
        if (size == 0) {
            size = number(table.first("stsz"), 12, 4);
        }
        return at <= 0 || size <= 0 ? ByteBuffer.allocate(0) : bytes.at(at, Math.min(size, longest));
    }

    private long number(Optional<IsoBox> box, int at, int width) throws IOException {
        if (box.isEmpty() || box.get().length() < at + width) {
            return -1;
        }
        ByteBuffer value = bytes.at(box.get().body() + at, width);
        if (value.remaining() < width) {
            return -1;
        }
        return width == 8 ? value.getLong() : Integer.toUnsignedLong(value.getInt());
    }
}
