package ma.balagh.analysis.media;

import static ma.balagh.analysis.media.Bytes.ascii;
import static ma.balagh.analysis.media.Bytes.box;
import static ma.balagh.analysis.media.Bytes.chunk;
import static ma.balagh.analysis.media.Bytes.indexOf;
import static ma.balagh.analysis.media.Bytes.ints;
import static ma.balagh.analysis.media.Bytes.joined;
import static ma.balagh.analysis.media.Bytes.patched;
import static ma.balagh.analysis.media.Bytes.repeated;
import static ma.balagh.analysis.media.Bytes.shorts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small files that promise, or unfold to, more than a machine has: in dimension, in duration, in number. */
final class Bombs {

    private static final int MOST = 0xFFFFFFFF;
    private static final int HALF = 0x7FFFFFFF;

    private Bombs() {}

    static List<HostileFile> of(HonestMedia media) throws IOException {
        List<HostileFile> files = new ArrayList<>(dimensions(media));
        files.addAll(durations(media));
        files.addAll(counts(media.of("mp4")));
        files.addAll(frames(media));
        files.addAll(sounds(media));
        files.addAll(unfolding());
        return files;
    }

    private static List<HostileFile> dimensions(HonestMedia media) throws IOException {
        byte[] jpeg = media.of("jpg");
        byte[] gif = media.of("gif");
        byte[] mp4 = media.of("mp4");
        byte[] frame = ascii("VP8 \u0012\0\0\0\u0010\0\0\u009D\u0001\u002A\u00FF\u003F\u00FF\u003F\0\0\0\0\0\0\0\0");
        byte[] lossless = ascii("VP8L\u0008\0\0\0\u002F\u00FF\u00FF\u00FF\u000F\0\0\0");
        int start = indexOf(jpeg, "\u00FF\u00C0") + 5;
        int descriptor = indexOf(gif, "\0\0\0\0\u00A0\0\u0078\0");
        return List.of(
                HostileFile.refused("30000 squared.png", PngBomb.of(30_000, 30_000)),
                HostileFile.refused("65535 squared.png", PngBomb.of(65_535, 65_535)),
                HostileFile.refused("the longest line.png", PngBomb.of(HALF, 1)),
                HostileFile.refused("the longest column.png", PngBomb.of(1, HALF)),
                HostileFile.any("nothing squared.png", PngBomb.of(0, 0)),
                HostileFile.any("a line.png", PngBomb.of(1, 30_000)),
                HostileFile.any("9000 squared.png", PngBomb.of(9000, 9000)),
                HostileFile.refused("65535 squared.jpg", patched(jpeg, start, MOST)),
                HostileFile.any("65535 squared whole.gif", patched(gif, 6, MOST)),
                HostileFile.any("65535 squared part.gif", patched(gif, descriptor + 4, MOST)),
                HostileFile.any("65535 squared.mp4", patched(mp4, "avc1", 24, MOST)),
                HostileFile.any("65535 squared track.mp4", patched(patched(mp4, "tkhd", 76, MOST), "tkhd", 80, MOST)),
                HostileFile.refused("16383 squared.webp", chunk("RIFF", ascii("WEBP"), frame)),
                HostileFile.refused("16384 squared.webp", chunk("RIFF", ascii("WEBP"), lossless)),
                HostileFile.refused("moving.webp", WebpAnimationTest.animation(16_384, 16_384)),
                HostileFile.refused(
                        "part.webp",
                        WebpAnimationTest.animation(
                                16, 16, WebpAnimationTest.picture(0, 0, frame, 16_383, 16_383, 40, 2))),
                HostileFile.any("grid of 256 squared.heic", patched(media.of("heic"), "ispe", 4, MOST)));
    }

    private static List<HostileFile> durations(HonestMedia media) {
        byte[] mp4 = media.of("mp4");
        byte[] longest = Mp4Film.of(mp4).with("mvhd", ints(1 << 24, 0, 0, 0, 0, 1, HALF, MOST), new byte[80]);
        byte[] flv = media.of("flv");
        byte[] mkv = media.of("mkv");
        int ebmlDuration = indexOf(mkv, "\u0044\u0089\u0088") + 3;
        return List.of(
                HostileFile.any("film of all seconds.mp4", patched(mp4, "mvhd", 16, MOST)),
                HostileFile.any("track of all seconds.mp4", patched(mp4, "mdhd", 16, MOST)),
                HostileFile.any("film of 2 to the 63.mp4", longest),
                HostileFile.any("no time scale.mp4", patched(mp4, "mvhd", 12, 0)),
                HostileFile.any("no time scale of the track.mp4", patched(mp4, "mdhd", 12, 0)),
                HostileFile.any("all of a time scale.mp4", patched(mp4, "mdhd", 12, MOST)),
                HostileFile.any("a frame for ever.mp4", patched(mp4, "stts", 12, HALF)),
                HostileFile.any("frames without time.mp4", patched(mp4, "stts", 12, 0)),
                HostileFile.any("negative time.mp4", patched(mp4, "stts", 12, 0x80000000)),
                HostileFile.any("edited for ever.mp4", patched(mp4, "elst", 8, HALF)),
                HostileFile.any("from the end of time.mp4", patched(mp4, "elst", 12, HALF)),
                HostileFile.any("1e300 seconds.flv", patched(flv, "duration", 1, 0x7E37E43C)),
                HostileFile.any("endless.mkv", patched(mkv, ebmlDuration, 0x7FF00000)),
                HostileFile.any("no number of seconds.mkv", patched(mkv, ebmlDuration, MOST)),
                HostileFile.any("cluster at the end of time.mkv", patched(mkv, "\u00E7\u0081", -1, 0x88FFFFFF)));
    }

    /** Tables that claim more entries than the file has bytes. */
    private static List<HostileFile> counts(byte[] mp4) {
        List<HostileFile> files = new ArrayList<>();
        for (String table : List.of("stts", "stsc", "stco", "ctts", "stss", "stsd", "dref", "elst")) {
            files.add(HostileFile.any("all entries of %s.mp4".formatted(table), patched(mp4, table, 4, MOST)));
            files.add(HostileFile.any("half of the entries of %s.mp4".formatted(table), patched(mp4, table, 4, HALF)));
        }
        files.add(HostileFile.any("all samples.mp4", patched(mp4, "stsz", 8, MOST)));
        files.add(HostileFile.any("all samples of one byte.mp4", patched(patched(mp4, "stsz", 8, MOST), "stsz", 4, 1)));
        files.add(HostileFile.any("samples of all bytes.mp4", patched(mp4, "stsz", 4, HALF)));
        files.add(HostileFile.any("frames repeated.mp4", patched(mp4, "stts", 8, HALF)));
        return files;
    }

    private static List<HostileFile> frames(HonestMedia media) {
        byte[] single = media.of("still.webp");
        byte[] still = WebpAnimationTest.picture(0, 0, Arrays.copyOfRange(single, 12, single.length), 16, 16, 20, 2);
        byte[] avi = media.of("avi");
        return List.of(
                HostileFile.any("100000 frames.gif", gif(100_000, 0)),
                HostileFile.any("100000 frames of 11 minutes.gif", gif(100_000, 0xFFFF)),
                HostileFile.any("two frames, minutes apart.gif", gif(2, 0xFFFF)),
                HostileFile.any("20000 frames.webp", WebpAnimationTest.animation(16, 16, repeated(still, 20_000))),
                HostileFile.any("all frames.avi", patched(avi, "avih", 20, MOST)),
                HostileFile.any("no scale.avi", patched(avi, "strh", 24, 0)),
                HostileFile.any("no rate.avi", patched(avi, "strh", 28, 0)));
    }

    /** @param delay hundredths of a second */
    private static byte[] gif(int frames, int delay) {
        byte[] head = joined(ascii("GIF89a\u0010\0\u0010\0\u0080\0\0"), new byte[] {0, 0, 0, -1, -1, -1});
        byte[] control = {0x21, (byte) 0xF9, 4, 0, (byte) delay, (byte) (delay >> 8), 0, 0};
        byte[] picture = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
        return joined(head, repeated(joined(control, picture), frames), ascii(";"));
    }

    private static List<HostileFile> sounds(HonestMedia media) {
        byte[] wave = media.of("wav");
        return List.of(
                HostileFile.any("all data.wav", patched(wave, "data", 0, MOST)),
                HostileFile.any("no channels.wav", patched(wave, "fmt ", 4, 0x01000000)),
                HostileFile.any("all channels.wav", patched(wave, "fmt ", 4, 0x0100FFFF)),
                HostileFile.any("all samples each second.wav", patched(wave, "fmt ", 8, MOST)),
                HostileFile.any("all of a tag.mp3", ascii("ID3\u0004\0\0\u007F\u007F\u007F\u007F"), media.of("mp3")),
                HostileFile.any("all comments.opus", patched(media.of("opus"), "OpusTags", 0, MOST)));
    }

    /** What is packed small. */
    private static List<HostileFile> unfolding() throws IOException {
        byte[] zeros = packed(100 << 20);
        byte[] film = box("cmov", box("dcom", ascii("zlib")), box("cmvd", ints(MOST), packed(10 << 20)));
        return List.of(
                HostileFile.any("text of 100 MiB.png", PngBomb.with("zTXt", ascii("Comment\0\0"), zeros)),
                HostileFile.any("profile of 100 MiB.png", PngBomb.with("iCCP", ascii("profile\0\0"), zeros)),
                HostileFile.any("packed film.mov", box("moov", film)),
                HostileFile.any("many colours.png", PngBomb.with("PLTE", new byte[3 * 100_000], new byte[0])),
                HostileFile.any("long exif.jpg", ascii("\u00FF\u00D8"), repeated(exif(), 500)));
    }

    private static byte[] exif() {
        return joined(ascii("\u00FF\u00E1"), shorts(0xFFFF), ascii("Exif\0\0MM\0*\0\0\0\u0008"), new byte[65_519]);
    }

    private static byte[] packed(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            byte[] block = new byte[1 << 20];
            for (int k = 0; k < zeros >> 20; k++) {
                out.write(ByteBuffer.wrap(block).array());
            }
        }
        return bytes.toByteArray();
    }
}
