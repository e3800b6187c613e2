package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.box.IsoBoxes;
import org.jspecify.annotations.Nullable;

/** Reads the outermost boxes of a file, and of what is in them that which writers do in ways of their own. */
final class BoxReader {

    private static final Set<String> FIRST =
            Set.of("ftyp", "styp", "moov", "moof", "mdat", "free", "skip", "wide", "pnot", "uuid");

    /** Of a file that comes in fragments, all that repeats. */
    private static final Set<String> FRAGMENT = Set.of("moof", "mdat", "sidx", "styp", "emsg", "prft");

    private static final int ORDER = 16;
    private static final int BRANDS = 32;
    private static final int NOTE = 128;

    /** XMP Specification Part 3, 1.1.6. */
    private static final String XMP = "be7acfcb97a942e89c71999491e3afac";

    /** C2PA Specification, 11.3.2. */
    private static final String CREDENTIALS = "d8fec3d61b0e483c92975828877ec481";

    private final BoundedFileReader bytes;
    private final WriterTraces.Collector traces;

    BoxReader(BoundedFileReader bytes, WriterTraces.Collector traces) {
        this.bytes = bytes;
        this.traces = traces;
    }

    static boolean mayBegin(int code) {
        return FIRST.contains(IsoBox.type(code));
    }

    FileLayout read() throws IOException {
        IsoBoxes top = IsoBoxes.in(bytes, 0, bytes.size());
        order(top.all());
        for (IsoBox box : top.all()) {
            switch (box.type()) {
                case "ftyp" -> fileType(box);
                case "uuid" -> extension(box);
                case "free", "skip" -> note(box);
                case "meta" -> new ItemReader(bytes, traces).meta(box);
                default -> {}
            }
        }
        var moov = top.first("moov");
        MovieStructure movie = moov.isEmpty() ? null : new MovieReader(bytes, traces, this).read(moov.get());
        if (movie != null && movie.fragmented() && top.first("mdat").isPresent()) {
            EncoderTraceReader.search(bytes.at(top.first("mdat").get().body(), EncoderTraceReader.SEARCHED), traces);
        }
        return new FileLayout(FileLayout.Form.BOXES, traces.traces(), movie, damage(top));
    }

    private @Nullable Long damage(IsoBoxes top) {
        return bytes.isSpent() ? Long.valueOf(0) : top.damagedAt();
    }

    private void order(List<IsoBox> boxes) {
        List<String> order = new ArrayList<>();
        for (IsoBox box : boxes) {
            String type = box.type();
            boolean repeats = order.contains("moof") && FRAGMENT.contains(type)
                    || !order.isEmpty() && order.getLast().equals(type);
            if (!repeats && order.size() < ORDER) {
                order.add(type);
            }
        }
        traces.accept("order", String.join(" ", order));
        order.forEach(type -> traces.accept("top", type));
        int moov = order.indexOf("moov");
        int mdat = order.indexOf("mdat");
        if (moov >= 0 && mdat >= 0) {
            traces.accept("index", moov < mdat ? "before the media" : "after the media");
        }
    }

    private void fileType(IsoBox box) throws IOException {
        ByteBuffer body = bytes.at(box.body(), Math.min(box.length(), 8 + 4 * BRANDS));
        if (body.remaining() >= 8) {
            traces.accept("major", IsoBox.type(body.getInt()));
            traces.accept("minor", Integer.toUnsignedString(body.getInt()));
        }
        List<String> brands = new ArrayList<>();
        while (body.remaining() >= 4) {
            brands.add(IsoBox.type(body.getInt()).strip());
        }
        traces.accept("brands", String.join(" ", brands));
        brands.forEach(brand -> traces.accept("brand", brand));
    }

    /** A box whose type is a number of 128 bits. */
    void extension(IsoBox box) throws IOException {
        ByteBuffer id = bytes.at(box.body(), 16);
        if (id.remaining() < 16) {
            return;
        }
        byte[] number = new byte[16];
        id.get(number);
        String uuid = HexFormat.of().formatHex(number);
        switch (uuid) {
            case XMP ->
                XmpReader.read(bytes.at(box.body() + 16, Math.min(box.length() - 16, XmpReader.LONGEST)), traces);
            case CREDENTIALS -> traces.accept("credentials", "c2pa");
            default -> traces.accept("uuid", uuid);
        }
    }

    /** What some writers say in free space, such as their names. */
    private void note(IsoBox box) throws IOException {
        ByteBuffer body = bytes.at(box.body(), Math.min(box.length(), NOTE));
        String text = StandardCharsets.ISO_8859_1.decode(body).toString().split("\0", 2)[0];
        if (text.length() >= 8 && text.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7F)) {
            traces.accept("free", text);
        }
    }
}
