package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form for browsers of each format that is taken in. */
class MediumRendererTest {

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Rendering rendering;

    @BeforeEach
    void prepare() {
        rendering = new Rendering(directory, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "mp4, true, -c:v libx264 -pix_fmt yuv444p -c:a aac",
        "mp4, true, -c:v libx265 -x265-params log-level=none -c:a libmp3lame",
        "mp4, false, -c:v libaom-av1 -cpu-used 8 -an",
        "mov, true, -c:v mjpeg -c:a pcm_s16le",
        "3gp, false, -c:v h263 -s 176x144 -an",
        "ipod, true, -c:v libx264 -c:a aac",
        "webm, true, -c:v libvpx -c:a libvorbis",
        "webm, true, -c:v libvpx-vp9 -deadline realtime -c:a libopus",
        "matroska, true, -c:v libx264 -c:a flac",
        "avi, true, -c:v mpeg4 -c:a libmp3lame",
        "mpegts, true, -c:v libx264 -c:a aac",
        "vob, true, -c:v mpeg2video -r 25 -c:a ac3",
        "flv, true, -c:v flv -ar 44100 -c:a libmp3lame",
        "asf, true, -c:v wmv2 -c:a wmav2",
        "ogg, true, -c:v libtheora -c:a libvorbis",
        "gif, false, -an",
        "webp, false, -c:v libwebp_anim -an"
    })
    void makesAFilmOfAFilm(String format, boolean heard, String options) throws Exception {
        // Given
        String all = "-f lavfi -i sine -t 2 -f " + format + " -metadata title=Secret " + options;
        Path clip = Media.clip(directory.resolve("clip"), "testsrc2=s=321x241:r=10", 2, all.split(" "));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium film = rendering.renderer().playable(scratch, rendering.probe(scratch), share -> {});

            // Then
            assertThat(film.form()).isEqualTo(RenderedMedium.Form.FILM);
            Rendering.Found found = rendering.found(film.file());
            assertThat(found.probe().picture().orElseThrow().codec()).isEqualTo("h264");
            assertThat(found.probe().sound().map(ProbeResult.Stream::codec).stream())
                    .isEqualTo(heard ? List.of("aac") : List.of());
            assertThat(found.probe().duration()).isCloseTo(2.0, within(0.25));
            assertThat(film.pictures()).isEqualTo(found.times().size()).isBetween(19, 52);
            assertThat(found.probe().tags()).doesNotContainKey("title");
            assertThat(Rendering.beginsWithItsIndex(film.file())).isTrue();
            assertThat(film.commands()).singleElement().asString().startsWith("ffmpeg ");
        }
    }

    @Test
    void turnsAndShrinksAsPlayersDo() throws Exception {
        // Given
        Path wide = Media.clip(directory.resolve("wide.mp4"), "testsrc2=s=1920x1080:r=5", 1);
        Path turned = Media.copy(directory.resolve("clip.mp4"), wide, "-c", "copy");
        Path marked = directory.resolve("marked.mp4");
        assertThat(new ProcessBuilder(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-display_rotation",
                                "90",
                                "-i",
                                turned.toString(),
                                "-c",
                                "copy",
                                marked.toString())
                        .start()
                        .waitFor())
                .isZero();

        try (ScratchDirectory scratch = rendering.scratch(marked)) {
            // When
            RenderedMedium film = rendering.renderer().playable(scratch, rendering.probe(scratch), share -> {});

            // Then
            ProbeResult.Stream picture =
                    rendering.found(film.file()).probe().picture().orElseThrow();
            assertThat(List.of(picture.width(), picture.height(), picture.rotation()))
                    .containsExactly(720, 1280, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"mp3, -c:a libmp3lame", "ogg, -c:a libopus", "wav, -c:a pcm_s16le", "asf, -c:a wmav2"})
    void makesASoundOfASound(String format, String options) throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip"), "sine", 2, ("-f " + format + " " + options).split(" "));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium sound = rendering.renderer().playable(scratch, rendering.probe(scratch), share -> {});

            // Then
            assertThat(sound.form()).isEqualTo(RenderedMedium.Form.SOUND);
            ProbeResult found = rendering.found(sound.file()).probe();
            assertThat(found.isSound()).isTrue();
            assertThat(found.sound().orElseThrow().codec()).isEqualTo("aac");
            assertThat(found.duration()).isCloseTo(2.0, within(0.2));
            assertThat(Rendering.beginsWithItsIndex(sound.file())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"image2pipe, -c:v png", "webp, -c:v libwebp", "avif, -c:v libaom-av1 -cpu-used 8"})
    void makesAPictureOfAPicture(String format, String options) throws Exception {
        // Given
        String all = "-frames:v 1 -f " + format + " " + options;
        Path clip = Media.clip(directory.resolve("clip"), "testsrc2=s=320x240", 1, all.split(" "));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium picture = rendering.renderer().playable(scratch, rendering.probe(scratch), share -> {});

            // Then
            assertThat(picture.form()).isEqualTo(RenderedMedium.Form.PICTURE);
            assertThat(Files.readAllBytes(picture.file())).startsWith((byte) 0xFF, (byte) 0xD8);
        }
    }

    /** What x264 was told stands in what it makes. */
    @Test
    void encodesWithAsManyThreadsAsAreAllowed() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp4"), "testsrc2=s=1280x720:r=5", 1);
        var narrow = new Rendering(directory, Map.of(), Map.of("balagh.media.threads", "1"));

        try (ScratchDirectory scratch = narrow.scratch(clip)) {
            // When
            RenderedMedium film = narrow.renderer().playable(scratch, narrow.probe(scratch), share -> {});

            // Then
            assertThat(Files.readString(film.file(), StandardCharsets.ISO_8859_1))
                    .containsPattern("x264 .* threads=1 ");
        }
    }

    @Test
    void givesUpWhatGrowsTooLarge() throws Exception {
        // Given
        var narrow = new Rendering(directory, Map.of("balagh.render.size-limit", "20K"));
        Path clip = Media.clip(directory.resolve("clip.mp4"), Media.FRACTAL, 3);

        try (ScratchDirectory scratch = narrow.scratch(clip)) {
            // Then
            assertThatThrownBy(() -> narrow.renderer().playable(scratch, narrow.probe(scratch), share -> {}))
                    .isInstanceOfSatisfying(
                            UnrenderableMediumException.class,
                            unrendered -> assertThat(unrendered.reason())
                                    .isEqualTo(UnrenderableMediumException.Reason.TOO_LARGE));
        }
    }

    @Test
    void showsWhatADamagedFilmHasLeft() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("clip"), "testsrc2=s=320x240:r=25", 4, "-f", "mpegts", "-c:v", "libx264", "-g", "25");
        byte[] bytes = Files.readAllBytes(clip);
        Files.write(clip, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium film = rendering.renderer().playable(scratch, rendering.probe(scratch), share -> {});

            // Then
            assertThat(rendering.found(film.file()).probe().duration()).isBetween(1.5, 3.5);
        }
    }
}
