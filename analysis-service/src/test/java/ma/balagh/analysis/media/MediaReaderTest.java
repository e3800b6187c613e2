package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaReaderTest {

    private record Read(ProbeResult probe, DecodingResult decoding, List<Double> times, List<Integer> brightness) {}

    @TempDir
    Path directory;

    @Test
    void readsAClipsContainerFramesAndStillsInOnePass() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), "testsrc2=s=1280x720:r=30", 5, "-pix_fmt", "yuv420p");

        // When
        Read read = read(clip, Map.of());

        // Then
        assertThat(read.probe().container()).contains("mp4");
        assertThat(read.probe().duration()).isCloseTo(5.0, within(0.1));
        assertThat(read.probe().picture().orElseThrow())
                .extracting(ProbeResult.Stream::codec, ProbeResult.Stream::width, ProbeResult.Stream::height)
                .containsExactly("h264", 1280, 720);
        assertThat(read.decoding().complete()).isTrue();
        assertThat(read.decoding().errors()).isEmpty();
        assertThat(read.times()).hasSize(20).startsWith(0.0, 0.25).endsWith(4.75);
        assertThat(read.decoding().stills()).hasSize(12);
        BufferedImage still = ImageIO.read(
                new ByteArrayInputStream(read.decoding().stills().getFirst().jpeg()));
        assertThat(still.getWidth()).isEqualTo(480);
        assertThat(still.getHeight()).isEqualTo(270);
    }

    @Test
    void givesFramesOfAVaryingRateTheirTrueTimes() throws Exception {
        // Given: dark until second 2, bright after it, and only every twentieth frame kept of the dark part
        Path clip = Media.clip(
                directory.resolve("vfr.mkv"),
                "color=black:s=160x120:r=25,geq=lum='if(lt(T,2),20,220)':cb=128:cr=128",
                4,
                "-vf",
                "select='if(lt(t,2),not(mod(n,20)),1)'",
                "-fps_mode",
                "vfr");

        // When
        Read read = read(clip, Map.of());

        // Then
        for (int k = 0; k < read.times().size(); k++) {
            double at = read.times().get(k);
            if (Math.abs(at - 2) > 0.2) {
                assertThat(read.brightness().get(k) > 128)
                        .as("bright at %s s", at)
                        .isEqualTo(at > 2);
            }
        }
        assertThat(read.times().getLast()).isCloseTo(3.9, within(0.2));
    }

    @Test
    void turnsAPictureAsPlayersDo() throws Exception {
        // Given: the upper half is bright, and players are told to turn it by a quarter
        Path upright = Media.clip(
                directory.resolve("upright.mp4"), "color=black:s=320x320:r=10,drawbox=0:0:320:160:white:fill", 1);
        Path turned = directory.resolve("turned.mp4");
        new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-display_rotation",
                        "90",
                        "-i",
                        upright.toString(),
                        "-c",
                        "copy",
                        turned.toString())
                .inheritIO()
                .start()
                .waitFor();
        MediaReader reader = Media.reader(directory, Map.of());

        // When
        try (ScratchDirectory scratch = Media.scratch(reader, turned)) {
            ProbeResult probe = reader.probe(scratch);
            int side = DecodingResult.Frames.SIDE;
            List<Integer> corners = new ArrayList<>();
            reader.decode(scratch, probe, (at, luma, width, height) -> {
                corners.add(Byte.toUnsignedInt(luma[2 * side + side - 3]));
                corners.add(Byte.toUnsignedInt(luma[(side - 3) * side + 2]));
            });

            // Then: counter-clockwise, so what was above is left
            assertThat(probe.picture().orElseThrow().rotation()).isEqualTo(270);
            assertThat(corners.get(0)).isLessThan(60);
            assertThat(corners.get(1)).isGreaterThan(200);
        }
    }

    @Test
    void samplesALongMediumLessOften() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("long.mp4"), "testsrc2=s=160x120:r=5", 60);

        // When
        Read read = read(clip, Map.of("balagh.media.maximum-frames", "30"));

        // Then
        assertThat(read.times()).hasSize(30).startsWith(0.0, 2.0).endsWith(58.0);
    }

    @Test
    void keepsWhatCouldBeDecodedOfADamagedClip() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mkv"), "testsrc2=s=640x360:r=25", 4);
        Path cut = directory.resolve("cut.mkv");
        byte[] bytes = Files.readAllBytes(clip);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        // When
        Read read = read(cut, Map.of());

        // Then
        assertThat(read.times()).isNotEmpty();
        assertThat(read.times().getLast()).isLessThan(3.9);
        assertThat(read.decoding().errors()).isNotEmpty();
    }

    @Test
    void findsTruncatedMp4AndTextUnreadable() throws Exception {
        // Given
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240", 2));
        Path truncated = Files.write(directory.resolve("b.mp4"), java.util.Arrays.copyOf(clip, clip.length / 2));
        Path text = Files.writeString(directory.resolve("c.mp4"), "This is not a video.\n".repeat(500));
        Path empty = Files.write(directory.resolve("d.mp4"), new byte[0]);

        // Then
        assertUnreadable(truncated);
        assertUnreadable(text);
        assertUnreadable(empty);
    }

    @Test
    void refusesPlaylistsThatNameOtherFiles() throws Exception {
        // Given
        Path secret = Media.clip(directory.resolve("secret.ts"), "testsrc2=s=320x240", 1, "-c:v", "mpeg2video");
        Path hls = Files.writeString(
                directory.resolve("hls.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1.0,\n" + secret.toUri() + "\n#EXT-X-ENDLIST\n");
        Path remote = Files.writeString(
                directory.resolve("remote.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1.0,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n");
        Path concat = Files.writeString(directory.resolve("concat.mp4"), "ffconcat version 1.0\nfile secret.ts\n");

        // Then
        assertUnreadable(hls);
        assertUnreadable(remote);
        assertUnreadable(concat);
    }

    @Test
    void refusesAPictureThatWouldFillTheMemory() throws Exception {
        // Given
        Path bomb = Files.write(directory.resolve("bomb.png"), PngBomb.of(30_000, 30_000));

        // Then
        assertUnreadable(bomb);
    }

    @Test
    void stopsWhenTheTimeIsOverAndLeavesNothingBehind() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mkv"), "testsrc2=s=1920x1080:r=60", 8, "-preset", "ultrafast");
        Path scratches = Files.createDirectory(directory.resolve("scratch"));
        MediaReader reader = Media.reader(scratches, Map.of("balagh.media.decode-time-limit", "PT0.05S"));

        // When
        boolean complete;
        try (ScratchDirectory scratch = Media.scratch(reader, clip)) {
            complete = reader.decode(scratch, reader.probe(scratch), (at, luma, width, height) -> {})
                    .complete();
        } catch (UnreadableMediumException notOneFrame) {
            complete = false;
        }

        // Then
        assertThat(complete).isFalse();
        assertThat(scratches).isEmptyDirectory();
    }

    @Test
    void removesTheScratchOfAProcessThatDied() throws Exception {
        // Given
        Path orphan = Files.createDirectory(directory.resolve("balagh-scratch-999999999-abc"));
        Files.writeString(orphan.resolve("medium"), "left behind");
        ScratchDirectory own = ScratchDirectory.in(directory);

        // When
        ScratchDirectory.sweep(directory);

        // Then
        assertThat(orphan).doesNotExist();
        assertThat(own.directory()).exists();
    }

    @Test
    void removesTheScratchOfTheProcessThatHadItsNumberBefore() throws Exception {
        // Given: in a container the process after a crash has the number of the one before
        String own = "balagh-scratch-" + ProcessHandle.current().pid();
        Path orphan = Files.createDirectory(directory.resolve(own + "-1764500000000-123"));
        Files.writeString(orphan.resolve("medium"), "left behind");
        Path ofAnEarlierRelease = Files.createDirectory(directory.resolve(own + "-4711"));
        ScratchDirectory living = ScratchDirectory.in(directory);

        // When
        ScratchDirectory.sweep(directory);

        // Then
        assertThat(orphan).doesNotExist();
        assertThat(ofAnEarlierRelease).doesNotExist();
        assertThat(living.directory()).exists();
    }

    @Test
    void looksAtThePictureWhereTheSoundCannotBeDecoded() throws Exception {
        // Given
        Path sound = Media.clip(directory.resolve("sound.wav"), Media.notes(1), 6);
        Path clip = Media.clip(directory.resolve("clip.mp4"), Media.FRACTAL, 6, "-pix_fmt", "yuv420p");
        Path heard =
                Media.copy(directory.resolve("heard.mp4"), clip, "-i", sound.toString(), "-c:v", "copy", "-c:a", "aac");
        String bytes = Files.readString(heard, StandardCharsets.ISO_8859_1);
        Path unheard = Files.writeString(
                directory.resolve("unheard.mp4"),
                bytes.replace("mp4a", "xxxx").replace("esds", "xxxx"),
                StandardCharsets.ISO_8859_1);

        // Then
        assertThat(read(heard, Map.of()).decoding().sound()).isNotEmpty();
        assertThat(read(unheard, Map.of()).decoding()).satisfies(decoding -> {
            assertThat(decoding.frames()).isEqualTo(24);
            assertThat(decoding.sound()).isEmpty();
        });
    }

    @Test
    void doesWithoutTheSoundOfAnFfmpegThatCannotFingerprintIt() throws Exception {
        // Given
        Path sound = Media.clip(directory.resolve("sound.wav"), Media.notes(1), 6);
        Path poor = Files.writeString(directory.resolve("poor-ffmpeg"), """
                #!/bin/sh
                test "$2" = -muxers || exec %s "$@"
                """.formatted(ProgramFinder.find("ffmpeg")));
        assertThat(poor.toFile().setExecutable(true)).isTrue();
        Map<String, String> changes = Map.of("balagh.media.ffmpeg", poor.toString());

        // Then
        assertThat(Media.reader(directory, changes).hearsSounds()).isFalse();
        assertThat(read(sound, changes).decoding().sound()).isEmpty();
        assertThat(read(sound, changes).decoding().seconds()).isEqualTo(6);
    }

    private Read read(Path file, Map<String, String> changes) throws Exception {
        MediaReader reader = Media.reader(directory, changes);
        try (ScratchDirectory scratch = Media.scratch(reader, file)) {
            ProbeResult probe = reader.probe(scratch);
            List<Double> times = new ArrayList<>();
            List<Integer> brightness = new ArrayList<>();
            DecodingResult decoding = reader.decode(scratch, probe, (at, luma, width, height) -> {
                times.add(at);
                brightness.add(Byte.toUnsignedInt(luma[luma.length / 2]));
            });
            assertThat(decoding.frames()).isEqualTo(times.size());
            return new Read(probe, decoding, times, brightness);
        }
    }

    private void assertUnreadable(Path file) {
        assertThatThrownBy(() -> read(file, Map.of()))
                .as(file.getFileName().toString())
                .isInstanceOf(UnreadableMediumException.class);
    }
}
