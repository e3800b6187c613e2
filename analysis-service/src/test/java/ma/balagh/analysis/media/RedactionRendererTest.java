package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That nothing gets past the painter, and that time stays as it was. */
class RedactionRendererTest {

    /** Paints every picture black. */
    private static final class Blackener implements FrameRedactor {

        private long[] micros = new long[0];
        private final List<Integer> seen = new ArrayList<>();
        private final List<Integer> hidden = new ArrayList<>();

        @Override
        public void begin(long[] at) {
            micros = at;
        }

        @Override
        public void see(int number, byte[] yuv420p, int width, int height) {
            seen.add(number);
        }

        @Override
        public void settle() {}

        @Override
        public void hide(int number, byte[] yuv420p, int width, int height) {
            hidden.add(number);
            Arrays.fill(yuv420p, 0, width * height, (byte) 16);
            Arrays.fill(yuv420p, width * height, yuv420p.length, (byte) 128);
        }
    }

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Rendering rendering;

    private final Blackener blackener = new Blackener();

    @BeforeEach
    void prepare() {
        rendering = new Rendering(directory, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "mp4, -c:v libx264 -c:a aac",
        "matroska, -c:v libx264 -vf setpts='(N+random(0)*0.9)/10/TB' -fps_mode passthrough -c:a libopus",
        "webm, -c:v libvpx-vp9 -deadline realtime -c:a libopus",
        "mpegts, -c:v libx264 -c:a aac",
        "avi, -c:v mpeg4 -c:a libmp3lame",
        "flv, -c:v flv -ar 44100",
        "gif, -an",
        "webp, -c:v libwebp_anim -an"
    })
    void paintsEachPictureAtItsTime(String format, String options) throws Exception {
        // Given
        String all = "-f lavfi -i sine -t 2 -f " + format + " " + options;
        Path clip = Media.clip(directory.resolve("clip"), "testsrc2=s=320x240:r=10", 2, all.split(" "));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium film = redact(scratch, RenderedSound.REMOVE);

            // Then
            Rendering.Found found = rendering.found(film.file());
            assertThat(blackener.hidden)
                    .isEqualTo(blackener.seen)
                    .hasSize(found.times().size());
            for (int k = 0; k < found.times().size(); k++) {
                assertThat(found.times().get(k) - found.times().getFirst())
                        .isCloseTo((blackener.micros[k] - blackener.micros[0]) / 1e6, within(2e-5));
            }
            assertThat(found.probe().sound()).isEmpty();
            assertThat(brightest(film.file())).isLessThan(8);
            assertThat(Rendering.beginsWithItsIndex(film.file())).isTrue();
        }
    }

    @Test
    void keepsPictureAndSoundTogetherWhereOneBeginsLater() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("clip"),
                "testsrc2=s=320x240:r=10",
                2,
                ("-f lavfi -i sine -t 3 -vf setpts=PTS+1/TB -f matroska -c:v libx264 -c:a aac").split(" "));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium film = redact(scratch, RenderedSound.KEEP);

            // Then
            ProbeResult probe = rendering.found(film.file()).probe();
            var picture = probe.packets().track(probe.picture().orElseThrow().index());
            var sound = probe.packets().track(probe.sound().orElseThrow().index());
            assertThat(picture).isNotNull();
            assertThat(sound).isNotNull();
            assertThat(picture.start() - sound.start()).isCloseTo(1, within(0.06));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RenderedSound.class,
            names = {"KEEP", "ALTER"})
    void leavesSoundAsLongAsItWas(RenderedSound wanted) throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp3"), "sine=f=300", 3);

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium sound = redact(scratch, wanted);

            // Then
            assertThat(rendering.found(sound.file()).probe().duration()).isCloseTo(3.0, within(0.3));
        }
    }

    @Test
    void hasNothingLeftOfASoundThatIsRemoved() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp3"), "sine", 1);

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // Then
            assertThatThrownBy(() -> redact(scratch, RenderedSound.REMOVE))
                    .isInstanceOfSatisfying(
                            UnrenderableMediumException.class,
                            unrendered -> assertThat(unrendered.reason())
                                    .isEqualTo(UnrenderableMediumException.Reason.NOTHING_LEFT));
        }
    }

    @Test
    void paintsASinglePicture() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.png"), "testsrc2=s=320x240", 1, "-frames:v", "1");

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            RenderedMedium picture = redact(scratch, RenderedSound.REMOVE);

            // Then
            assertThat(picture.form()).isEqualTo(RenderedMedium.Form.PICTURE);
            assertThat(blackener.hidden).containsExactly(0);
            assertThat(brightest(picture.file())).isLessThan(20);
        }
    }

    @Test
    void saysThatMoreIsToBeHiddenThanCanBe() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp4"), "testsrc2=s=320x240:r=10", 1);
        FrameRedactor overwhelmed = new FrameRedactor() {
            @Override
            public void begin(long[] micros) {}

            @Override
            public void see(int number, byte[] yuv420p, int width, int height) throws UnrenderableMediumException {
                if (number == 5) {
                    throw new UnrenderableMediumException(UnrenderableMediumException.Reason.TOO_LARGE);
                }
            }

            @Override
            public void settle() {}

            @Override
            public void hide(int number, byte[] yuv420p, int width, int height) {}
        };

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // Then
            assertThatThrownBy(() -> rendering
                            .renderer()
                            .redacted(
                                    scratch, rendering.probe(scratch), overwhelmed, RenderedSound.REMOVE, share -> {}))
                    .isInstanceOfSatisfying(
                            UnrenderableMediumException.class,
                            unrendered -> assertThat(unrendered.reason())
                                    .isEqualTo(UnrenderableMediumException.Reason.TOO_LARGE));
        }
    }

    @Test
    void failsWithItsPainter() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp4"), "testsrc2=s=320x240:r=10", 1);
        FrameRedactor broken = new FrameRedactor() {
            @Override
            public void begin(long[] micros) {}

            @Override
            public void see(int number, byte[] yuv420p, int width, int height) {}

            @Override
            public void settle() {}

            @Override
            public void hide(int number, byte[] yuv420p, int width, int height) {
                if (number == 5) {
                    throw new IllegalStateException("no paint");
                }
            }
        };

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // Then
            assertThatThrownBy(() -> rendering
                            .renderer()
                            .redacted(scratch, rendering.probe(scratch), broken, RenderedSound.REMOVE, share -> {}))
                    .hasMessage("no paint");
        }
    }

    @Test
    void leavesNoProcessBehindWhenItIsToStop() throws Exception {
        // Given: somebody who stops the worker in the middle of painting
        Path clip = Media.clip(directory.resolve("clip.mp4"), "testsrc2=s=320x240:r=10", 5);
        Thread worker = Thread.currentThread();
        FrameRedactor stopping = new FrameRedactor() {
            @Override
            public void begin(long[] micros) {}

            @Override
            public void see(int number, byte[] yuv420p, int width, int height) {}

            @Override
            public void settle() {}

            @Override
            public void hide(int number, byte[] yuv420p, int width, int height) {
                if (number == 5) {
                    worker.interrupt();
                }
            }
        };

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // Then
            assertThatThrownBy(() -> rendering
                            .renderer()
                            .redacted(scratch, rendering.probe(scratch), stopping, RenderedSound.REMOVE, share -> {}))
                    .isInstanceOf(InterruptedException.class);
            assertThat(ProcessHandle.current().descendants())
                    .noneMatch(child -> child.info().command().orElse("").contains("ffmpeg"));
        }
    }

    private RenderedMedium redact(ScratchDirectory scratch, RenderedSound sound) throws Exception {
        return rendering.renderer().redacted(scratch, rendering.probe(scratch), blackener, sound, share -> {});
    }

    /** Light of the brightest pixel of all pictures, 0 to 255. */
    private int brightest(Path film) throws Exception {
        Path pixels = directory.resolve("pixels.gray");
        Process process = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-i",
                        film.toString(),
                        "-vf",
                        "format=gray",
                        "-f",
                        "rawvideo",
                        pixels.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        int brightest = 0;
        for (byte pixel : Files.readAllBytes(pixels)) {
            brightest = Math.max(brightest, Byte.toUnsignedInt(pixel));
        }
        return brightest;
    }
}
