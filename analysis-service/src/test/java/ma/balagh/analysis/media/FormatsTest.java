package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each format that is taken in, by the bytes: all files are called alike. */
class FormatsTest {

    private record Read(ProbeResult probe, DecodingResult decoding) {}

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "mp4, h264, -c:v libx264 -pix_fmt yuv420p -c:a aac",
        "mp4, hevc, -c:v libx265 -x265-params log-level=none",
        "mp4, av1, -c:v libaom-av1 -cpu-used 8",
        "mov, h264, -c:v libx264",
        "mov, mjpeg, -c:v mjpeg",
        "3gp, h263, -c:v h263 -s 176x144 -an",
        "ipod, h264, -c:v libx264 -c:a aac",
        "webm, vp8, -c:v libvpx -c:a libvorbis",
        "webm, vp9, -c:v libvpx-vp9 -deadline realtime -c:a libopus",
        "matroska, h264, -c:v libx264",
        "avi, mpeg4, -c:v mpeg4",
        "avi, mjpeg, -c:v mjpeg",
        "mpegts, h264, -c:v libx264 -c:a aac",
        "mpegts, h264, -c:v libx264 -c:a aac -mpegts_m2ts_mode 1",
        "vob, mpeg2video, -c:v mpeg2video -r 25",
        "mpeg, mpeg1video, -c:v mpeg1video -r 25",
        "flv, flv1, -c:v flv -ar 44100",
        "flv, h264, -c:v libx264 -c:a aac",
        "asf, wmv2, -c:v wmv2 -c:a wmav2",
        "ogg, theora, -c:v libtheora -c:a libvorbis",
        "gif, gif, -an",
        "apng, apng, -an",
        "webp, webp, -c:v libwebp_anim -an"
    })
    void seesAVideo(String format, String codec, String options) throws Exception {
        // Given
        Path clip = directory.resolve("clip");
        String sources = "-f lavfi -i sine -t 2 -f " + format + " " + options;

        // When
        Read read = read(Media.clip(clip, "testsrc2=s=320x240:r=10", 2, sources.split(" ")));

        // Then
        assertThat(read.probe().picture().orElseThrow().codec()).isEqualTo(codec);
        assertThat(read.probe().isStill()).isFalse();
        assertThat(read.decoding().frames()).isBetween(15, 17);
        assertThat(read.decoding().stills()).hasSizeGreaterThan(5);
        assertThat(read.decoding().errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mjpeg, mjpeg, -c:v mjpeg",
        "image2pipe, png, -c:v png",
        "webp, webp, -c:v libwebp",
        "webp, webp, -c:v libwebp -lossless 1",
        "avif, av1, -c:v libaom-av1 -cpu-used 8"
    })
    void seesAPicture(String format, String codec, String options) throws Exception {
        // Given
        String all = "-frames:v 1 -f " + format + " " + options;

        // When
        Read read = read(Media.clip(directory.resolve("clip"), "testsrc2=s=320x240", 1, all.split(" ")));

        // Then
        assertThat(read.probe().picture().orElseThrow().codec()).isEqualTo(codec);
        assertThat(read.probe().isStill()).isTrue();
        assertThat(read.decoding().frames()).isEqualTo(1);
        assertThat(read.decoding().stills()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1x1", "1x3000", "3000x1", "3x5"})
    void seesAPictureThatIsHardlyOne(String size) throws Exception {
        // When
        Read read = read(Media.clip(
                directory.resolve("clip"), "color=s=" + size, 1, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png"));

        // Then
        assertThat(read.decoding().frames()).isEqualTo(1);
        assertThat(read.decoding().stills()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "mp3, mp3, -c:a libmp3lame",
        "mp3, mp3, -c:a libmp3lame -id3v2_version 0 -write_xing 0",
        "ipod, aac, -c:a aac",
        "mp4, aac, -c:a aac",
        "ogg, opus, -c:a libopus",
        "ogg, vorbis, -c:a libvorbis",
        "wav, pcm_s16le, -c:a pcm_s16le",
        "webm, opus, -c:a libopus",
        "asf, wmav2, -c:a wmav2"
    })
    void hearsASoundAlone(String format, String codec, String options) throws Exception {
        // Given
        String all = "-f " + format + " " + options;

        // When
        Read read = read(Media.clip(directory.resolve("clip"), "sine", 3, all.split(" ")));

        // Then
        assertThat(read.probe().isSound()).isTrue();
        assertThat(read.probe().sound().orElseThrow().codec()).isEqualTo(codec);
        assertThat(read.probe().duration()).isCloseTo(3.0, within(0.2));
        assertThat(read.decoding().seconds()).isCloseTo(3.0, within(0.2));
        assertThat(read.decoding().frames()).isZero();
        assertThat(read.decoding().stills()).isEmpty();
    }

    private Read read(Path file) throws Exception {
        MediaReader reader = Media.reader(directory, Map.of("balagh.media.frames-per-second", "8"));
        try (ScratchDirectory scratch = Media.scratch(reader, file)) {
            ProbeResult probe = reader.probe(scratch);
            return new Read(probe, reader.decode(scratch, probe, (at, luma, width, height) -> {}));
        }
    }
}
