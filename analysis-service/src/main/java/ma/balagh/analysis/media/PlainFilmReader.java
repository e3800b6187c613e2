package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.SampleTable;

/**
 * An MP4 file as most of those that are posted: one track of H.264, perhaps one of AAC beside it, not fragmented, not
 * turned, nothing told about it but by what it was written. Its boxes (ISO/IEC 14496-12) tell all that ffprobe would, in
 * the same words, and starting ffprobe costs as much as decoding a third of a small clip. Anything else, and anything that
 * is not as it should be, is left to ffprobe.
 */
final class PlainFilmReader {

    /** FFmpeg's names of the container. */
    private static final String CONTAINER = "mov,mp4,m4a,3gp,3g2,mj2";

    private static final Set<String> BRANDS = Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1");
    private static final Set<String> AROUND = Set.of("ftyp", "mdat", "free", "skip");
    private static final int MOST_BOXES = 16;
    private static final int LARGEST = 8 << 20;

    private static final int SEQUENCE = 7;

    /** Seconds by which heads may be wrong: they are not written with the same clock. */
    private static final double TOLERANCE = 0.25;

    private final FileChannel file;
    private final long size;

    private PlainFilmReader(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** What ffprobe would say of it; empty where only ffprobe can tell. */
    static Optional<ProbeResult> of(Path medium) throws IOException {
        try (var file = FileChannel.open(medium)) {
            return Optional.of(new PlainFilmReader(file).probe());
        } catch (FilmBox.NotPlain | IndexOutOfBoundsException notPlain) {
            return Optional.empty();
        }
    }

    private ProbeResult probe() throws IOException, FilmBox.NotPlain {
        Map<String, String> tags = new HashMap<>();
        FilmBox film = new FilmBox(description(tags)).only("mvhd", "trak", "udta");
        FilmBox head = film.child("mvhd");
        FilmBox.demand(head.at(0) == 0 && head.at(12) > 0 && head.at(16) > 0 && FilmTrack.isUpright(head, 36));
        if (film.has("udta")) {
            FilmTagReader.ofWriter(film.child("udta"), tags);
        }
        FilmTagReader.time(head, tags);
        var packets = new MediumPackets();
        List<ProbeResult.Stream> streams = new ArrayList<>();
        double seconds = 0;
        for (FilmBox box : film.all("trak")) {
            FilmTrack track = FilmTrack.of(box, head.at(12));
            int number = streams.size();
            seconds = Math.max(seconds, played(track, number, packets));
            streams.add(track.isSound() ? sound(track, number) : picture(track, number, tags));
        }
        double claimed = (double) head.at(16) / head.at(12);
        FilmBox.demand(Math.abs(claimed - seconds) < TOLERANCE);
        var probe = new ProbeResult(CONTAINER, seconds, List.copyOf(streams), Map.copyOf(tags)).with(packets);
        boolean hasSound = probe.sound().isPresent();
        FilmBox.demand(probe.picture().isPresent() && streams.size() == (hasSound ? 2 : 1));
        return probe;
    }

    private static ProbeResult.Stream picture(FilmTrack track, int number, Map<String, String> tags)
            throws FilmBox.NotPlain {
        track.tell(tags);
        CodedFilm coded = CodedFilm.of(track.table().child("stsd"));
        coded.tell(tags);
        CodedSize size = coded.size();
        return new ProbeResult.Stream(number, ProbeResult.Kind.VIDEO, "h264", size.width(), size.height(), 0, false);
    }

    private static ProbeResult.Stream sound(FilmTrack track, int number) throws FilmBox.NotPlain {
        CodedSoundReader.demandPlain(track.table().child("stsd"));
        return new ProbeResult.Stream(number, ProbeResult.Kind.AUDIO, CodedSoundReader.CODEC, 0, 0, 0, false);
    }

    /** Seconds; adds its packets. */
    private double played(FilmTrack track, int number, MediumPackets packets) throws IOException, FilmBox.NotPlain {
        SampleTable.Read read = track.samples()
                .read(track.units(), track.edit(), size, packets, number)
                .orElseThrow(FilmBox.NotPlain::new);
        FilmBox.demand(track.isSound() || isPlainPicture(read));
        return read.seconds();
    }

    /** The one description between what is not read. */
    private ByteBuffer description(Map<String, String> tags) throws IOException, FilmBox.NotPlain {
        ByteBuffer description = null;
        long at = 0;
        for (int k = 0; at < size; k++) {
            ByteBuffer head = read(at, 16);
            long length = Integer.toUnsignedLong(head.getInt(0));
            length = length == 1 ? head.getLong(8) : length;
            String type = FilmBox.type(head, 4);
            FilmBox.demand(k < MOST_BOXES && type.equals("ftyp") == (k == 0));
            FilmBox.demand(length >= 16 && length <= size - at || type.equals("free") && length == 8);
            if (type.equals("moov")) {
                FilmBox.demand(description == null && length <= LARGEST && head.getInt(0) != 1);
                description = read(at + 8, (int) length - 8);
            } else {
                FilmBox.demand(AROUND.contains(type));
            }
            if (k == 0) {
                FilmBox.demand(length <= 256 && head.getInt(0) != 1);
                brands(read(8, (int) length - 8), tags);
            }
            at += length;
        }
        FilmBox.demand(description != null);
        return description == null ? ByteBuffer.allocate(0) : description;
    }

    private static void brands(ByteBuffer body, Map<String, String> tags) throws FilmBox.NotPlain {
        String major = FilmBox.text(body, 0, 4);
        FilmBox.demand(BRANDS.contains(major));
        tags.put("major_brand", major);
        tags.put("minor_version", Integer.toString(body.getInt(4)));
        if (body.remaining() > 8) {
            tags.put("compatible_brands", FilmBox.text(body, 8, body.remaining() - 8));
        }
    }

    /** Whether the first picture brings no other description of the sequence. */
    private boolean isPlainPicture(SampleTable.Read first) throws IOException, FilmBox.NotPlain {
        ByteBuffer sample = read(first.first(), Math.min(first.firstSize(), LARGEST));
        int at = 0;
        while (at + 4 < sample.limit()) {
            int length = sample.getInt(at);
            if (length < 1 || length > sample.limit() - at - 4 || (sample.get(at + 4) & 0x1F) == SEQUENCE) {
                return false;
            }
            at += 4 + length;
        }
        return at == sample.limit();
    }

    private ByteBuffer read(long position, int length) throws IOException, FilmBox.NotPlain {
        FilmBox.demand(length >= 0);
        var bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, size - position)));
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
