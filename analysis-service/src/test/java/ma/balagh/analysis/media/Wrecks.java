package ma.balagh.analysis.media;

import static ma.balagh.analysis.media.Bytes.ascii;
import static ma.balagh.analysis.media.Bytes.box;
import static ma.balagh.analysis.media.Bytes.chunk;
import static ma.balagh.analysis.media.Bytes.ints;
import static ma.balagh.analysis.media.Bytes.joined;
import static ma.balagh.analysis.media.Bytes.repeated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that are cut off, rotten, or nested without end. */
final class Wrecks {

    private static final byte[] TYPE = box("ftyp", ascii("isom"), ints(512), ascii("isommp41"));
    private static final long LARGEST = Long.MAX_VALUE;

    private Wrecks() {}

    static List<HostileFile> of(HonestMedia media) {
        List<HostileFile> files = new ArrayList<>();
        media.all().forEach((kind, bytes) -> {
            for (int permille : new int[] {40, 500, 970}) {
                byte[] cut = Arrays.copyOf(bytes, bytes.length * permille / 1000);
                files.add(HostileFile.any("cut off at %d permille.%s".formatted(permille, kind), cut));
            }
            for (int seed = 1; seed <= 2; seed++) {
                files.add(HostileFile.any("rotten %d.%s".formatted(seed, kind), rotten(bytes, seed)));
            }
        });
        files.addAll(nothing());
        files.addAll(boxes(media.of("mp4")));
        files.addAll(nests());
        return files;
    }

    /** The first seed spares the head, so that more of the file is read; each changes some dozens of bytes. */
    private static byte[] rotten(byte[] bytes, int seed) {
        byte[] rotten = bytes.clone();
        var random = new Random(seed);
        int spared = seed == 1 ? Math.min(512, bytes.length / 4) : 8;
        for (int k = 0; k < 16 * seed; k++) {
            rotten[spared + random.nextInt(bytes.length - spared)] ^= (byte) (1 + random.nextInt(255));
        }
        return rotten;
    }

    private static List<HostileFile> nothing() {
        byte[] noise = new byte[100_000];
        new Random(4).nextBytes(noise);
        byte[] ones = new byte[100_000];
        Arrays.fill(ones, (byte) 0xFF);
        return List.of(
                HostileFile.refused("empty.mp4", new byte[0]),
                HostileFile.refused("one byte.mp4", new byte[1]),
                HostileFile.refused("zeros.mp4", new byte[1_000_000]),
                HostileFile.refused("ones.mp3", ones),
                HostileFile.refused("noise.mp4", noise),
                HostileFile.refused("type without more.mp4", TYPE),
                HostileFile.refused("noise behind a type.mp4", TYPE, noise),
                HostileFile.refused("head of an animation.webp", ascii("RIFF\0\0\0\0WEBPVP8X")),
                HostileFile.refused("head of a wave.wav", ascii("RIFF\0\0\0\0WAVE")),
                HostileFile.refused("text.mp4", repeated(ascii("This is not a video.\n"), 500)),
                HostileFile.any("packets of noise.ts", packets()));
    }

    private static byte[] packets() {
        byte[] packets = new byte[188 * 1000];
        new Random(5).nextBytes(packets);
        for (int k = 0; k < packets.length; k += 188) {
            packets[k] = 0x47;
        }
        return packets;
    }

    private static List<HostileFile> boxes(byte[] mp4) {
        byte[] tiny = joined(ints(1), ascii("moov"), ints(0, 8));
        byte[] huge = joined(ints(1), ascii("moov"), ints((int) (LARGEST >>> 32), (int) LARGEST));
        return List.of(
                HostileFile.any("size 0 inside.mp4", TYPE, box("moov", ints(0), ascii("trak"), new byte[64])),
                HostileFile.any("size 0 of the film.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "moov") - 4, 0)),
                HostileFile.any("size 1 of the film.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "moov") - 4, 1)),
                HostileFile.any("size 7 of the film.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "moov") - 4, 7)),
                HostileFile.any("size -1 of the film.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "moov") - 4, -1)),
                HostileFile.any("size -1 of the pictures.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "mdat") - 4, -1)),
                HostileFile.any("size 1 of the track.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "trak") - 4, 1)),
                HostileFile.any("size -1 of the entries.mp4", Bytes.patched(mp4, Bytes.indexOf(mp4, "stsd") - 4, -1)),
                HostileFile.refused("large size of 8.mp4", TYPE, repeated(tiny, 1000)),
                HostileFile.refused("large size of all.mp4", TYPE, huge),
                HostileFile.any("many free boxes.mp4", TYPE, repeated(box("free"), 200_000)),
                HostileFile.any("many brands.mp4", box("ftyp", ascii("isom"), ints(0), new byte[1 << 20])),
                HostileFile.any("many tracks.mp4", TYPE, box("moov", repeated(box("trak"), 50_000))),
                HostileFile.any("many films.mp4", TYPE, repeated(box("moov", box("trak")), 20_000)),
                HostileFile.any("film twice.mp4", mp4, mp4),
                HostileFile.any("film within its tags.mp4", TYPE, box("moov", box("udta", box("meta", mp4)))));
    }

    private static List<HostileFile> nests() {
        return List.of(
                HostileFile.any("nested films.mp4", TYPE, nested("moov", 20_000)),
                HostileFile.any("nested tracks.mp4", TYPE, box("moov", nested("trak", 20_000))),
                HostileFile.any("nested media.mp4", TYPE, box("moov", box("trak", nested("mdia", 20_000)))),
                HostileFile.any("nested user data.mov", TYPE, box("moov", nested("udta", 20_000))),
                HostileFile.any("nested properties.heic", picture(nested("ipco", 20_000))),
                HostileFile.any("nested meta.heic", picture(nested("meta", 5_000))),
                HostileFile.any("nested lists.avi", chunk("RIFF", ascii("AVI "), nestedLists(3_000))),
                HostileFile.any("nested masters.mkv", matroska(20_000)));
    }

    private static byte[] picture(byte[] inner) {
        return joined(box("ftyp", ascii("heic"), ints(0), ascii("mif1heic")), box("meta", ints(0), box("iprp", inner)));
    }

    private static byte[] nested(String name, int depth) {
        byte[] bytes = new byte[8 * depth];
        for (int k = 0; k < depth; k++) {
            System.arraycopy(joined(ints(8 * (depth - k)), ascii(name)), 0, bytes, 8 * k, 8);
        }
        return bytes;
    }

    private static byte[] nestedLists(int depth) {
        byte[] bytes = new byte[12 * depth];
        for (int k = 0; k < depth; k++) {
            int length = 12 * (depth - k) - 8;
            byte[] size = ints(Integer.reverseBytes(length));
            System.arraycopy(joined(ascii("LIST"), size, ascii("hdrl")), 0, bytes, 12 * k, 12);
        }
        return bytes;
    }

    /** Segments of unknown size within each other, behind the head of EBML. */
    private static byte[] matroska(int depth) {
        byte[] head = ascii("\u001A\u0045\u00DF\u00A3\u008B\u0042\u0082\u0088matroska");
        byte[] segment = ascii("\u0018\u0053\u0080\u0067\u0001\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF");
        byte[] seeks = ascii("\u0011\u004D\u009B\u0074\u0001\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF");
        return joined(head, segment, repeated(seeks, depth));
    }
}
