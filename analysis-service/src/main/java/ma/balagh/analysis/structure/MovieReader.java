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

/** Reads the description of a film ({@code moov}): its header, its tracks, what it says about itself. */
final class MovieReader {

    private static final int MOST_TRACKS = 64;

    private final BoundedFileReader bytes;
    private final WriterTraces.Collector traces;
    private final BoxReader outer;

    MovieReader(BoundedFileReader bytes, WriterTraces.Collector traces, BoxReader outer) {
        this.bytes = bytes;
        this.traces = traces;
        this.outer = outer;
    }

    MovieStructure read(IsoBox moov) throws IOException {
        IsoBoxes boxes = IsoBoxes.in(bytes, moov);
        Header header = header(boxes.first("mvhd"));
        boolean fragmented = boxes.first("mvex").isPresent();
        if (fragmented) {
            traces.accept("fragmented", "yes");
        }
        if (boxes.first("cmov").isPresent()) {
            traces.accept("index.packed", "yes");
        }
        var items = new ItemReader(bytes, traces);
        List<MovieStructure.Track> tracks = new ArrayList<>();
        for (IsoBox box : boxes.all()) {
            switch (box.type()) {
                case "trak" -> {
                    if (tracks.size() < MOST_TRACKS) {
                        tracks.add(track(box, header));
                    }
                }
                case "udta" -> items.userData(box);
                case "meta" -> items.meta(box);
                case "uuid" -> outer.extension(box);
                default -> {}
            }
        }
        return new MovieStructure(header.times(), header.seconds(), fragmented, List.copyOf(tracks));
    }

    private MovieStructure.Track track(IsoBox trak, Header movie) throws IOException {
        IsoBoxes boxes = IsoBoxes.in(bytes, trak);
        IsoBoxes media = IsoBoxes.in(bytes, boxes.first("mdia"));
        Header track = trackHeader(boxes.first("tkhd"), movie.scale());
        Header mediaHeader = header(media.first("mdhd"));
        String kind = handler(media.first("hdlr"));
        IsoBoxes information = IsoBoxes.in(bytes, media.first("minf"));
        IsoBoxes table = IsoBoxes.in(bytes, information.first("stbl"));
        String codec = new SampleReader(bytes, traces).read(kind, table);
        SampleCounts samples = kind.equals("vide") ? SampleCounts.of(bytes, table) : SampleCounts.NONE;
        double lasting =
                samples.units() > 0 && mediaHeader.scale() > 0 ? (double) samples.units() / mediaHeader.scale() : 0;
        var items = new ItemReader(bytes, traces);
        if (boxes.first("meta").isPresent()) {
            items.meta(boxes.first("meta").get());
        }
        if (boxes.first("udta").isPresent()) {
            items.userData(boxes.first("udta").get());
        }
        var edits = IsoBoxes.in(bytes, boxes.first("edts")).first("elst");
        double begin = mediaHeader.scale() > 0 ? (double) samples.delay() / mediaHeader.scale() : 0;
        double length = lasting > 0 ? lasting : mediaHeader.seconds();
        EditList edited = edits.isEmpty()
                ? EditList.none(length)
                : EditList.read(bytes, edits.get(), movie.scale(), mediaHeader.scale(), begin, length);
        return new MovieStructure.Track(
                kind,
                codec,
                track.times(),
                mediaHeader.times(),
                track.seconds(),
                mediaHeader.seconds(),
                edited,
                samples,
                lasting);
    }

    /** The name that a writer gives its handler; QuickTime writes its length before it, others a zero behind it. */
    private String handler(Optional<IsoBox> box) throws IOException {
        if (box.isEmpty()) {
            return "";
        }
        ByteBuffer body = bytes.at(box.get().body(), Math.min(box.get().length(), 24 + 256));
        if (body.remaining() < 24) {
            return "";
        }
        String kind = IsoBox.type(body.getInt(8)).strip();
        byte[] name = new byte[body.remaining() - 24];
        body.get(24, name);
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        boolean counted = end > 0 && (Byte.toUnsignedInt(name[0]) == end - 1 || name[0] < 0x20 && name[0] >= 0);
        int from = counted ? 1 : 0;
        traces.accept("handler." + kind, new String(name, from, end - from, StandardCharsets.UTF_8));
        if (body.getInt(12) != 0) {
            traces.accept("maker." + kind, IsoBox.type(body.getInt(12)));
        }
        return kind;
    }

    /** {@code mvhd} and {@code mdhd} begin alike: times, time scale, length. */
    private Header header(Optional<IsoBox> box) throws IOException {
        return box.isEmpty()
                ? Header.NONE
                : Header.of(bytes.at(box.get().body(), Math.min(box.get().length(), 40)));
    }

    private Header trackHeader(Optional<IsoBox> box, long scale) throws IOException {
        return box.isEmpty()
                ? Header.NONE
                : Header.ofTrack(bytes.at(box.get().body(), Math.min(box.get().length(), 40)), scale);
    }

    /**
     * Times and length.
     *
     * @param scale units of {@code length} in a second
     */
    record Header(MovieStructure.Times times, long scale, double seconds) {

        static final Header NONE = new Header(MovieStructure.Times.NONE, 0, 0);

        static Header of(ByteBuffer body) {
            boolean wide = isWide(body);
            if (body.remaining() < (wide ? 32 : 20)) {
                return NONE;
            }
            long scale = Integer.toUnsignedLong(body.getInt(wide ? 20 : 12));
            return new Header(times(body, wide), scale, seconds(body, wide, wide ? 24 : 16, scale));
        }

        /** Its length is in units of the film; before it stand the number of the track and a reserved one. */
        static Header ofTrack(ByteBuffer body, long scale) {
            boolean wide = isWide(body);
            if (body.remaining() < (wide ? 36 : 24)) {
                return NONE;
            }
            return new Header(times(body, wide), scale, seconds(body, wide, wide ? 28 : 20, scale));
        }

        private static boolean isWide(ByteBuffer body) {
            return body.hasRemaining() && body.get(0) == 1;
        }

        private static MovieStructure.Times times(ByteBuffer body, boolean wide) {
            return wide
                    ? new MovieStructure.Times(body.getLong(4), body.getLong(12))
                    : new MovieStructure.Times(
                            Integer.toUnsignedLong(body.getInt(4)), Integer.toUnsignedLong(body.getInt(8)));
        }

        private static double seconds(ByteBuffer body, boolean wide, int at, long scale) {
            long length = wide ? body.getLong(at) : Integer.toUnsignedLong(body.getInt(at));
            boolean unknown = length <= 0 || !wide && length == 0xFFFF_FFFFL;
            return unknown || scale <= 0 ? 0 : (double) length / scale;
        }
    }
}
