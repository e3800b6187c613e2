package ma.balagh.analysis.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentReaderTest {

    private static final double EXACT = 0.0011;

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
        "mp4, -c:v libx264 -g 250",
        "mp4, -c:v libx265 -x265-params log-level=none",
        "webm, -c:v libvpx -deadline realtime",
        "matroska, -c:v libx264",
        "avi, -c:v mpeg4",
        "mpegts, -c:v libx264 -g 50",
        "vob, -c:v mpeg2video",
        "flv, -c:v libx264",
        "asf, -c:v wmv2",
        "ogg, -c:v libtheora",
        "gif, -an",
        "webp, -c:v libwebp_anim -an"
    })
    void findsThePictureOfAMomentAndItsNeighbours(String format, String options) throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("clip"), "testsrc2=s=160x120:r=25", 8, ("-f " + format + " " + options).split(" "));

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            ProbeResult probe = rendering.probe(scratch);
            // When
            MomentPicture moment = rendering.moments().at(scratch, probe, 6.13);

            // Then
            assertThat(moment.at()).isCloseTo(6.12, within(EXACT));
            assertThat(moment.previous()).isCloseTo(6.08, within(EXACT));
            assertThat(moment.next()).isCloseTo(6.16, within(EXACT));
            assertThat(moment.jpeg()).startsWith((byte) 0xFF, (byte) 0xD8);

            // When: by its neighbours' times, as they were told
            MomentPicture next = rendering.moments().at(scratch, probe, requireNonNull(moment.next()));
            MomentPicture back = rendering.moments().at(scratch, probe, requireNonNull(next.previous()));

            // Then
            assertThat(next.at()).isCloseTo(moment.next(), within(1e-6));
            assertThat(back.jpeg()).isEqualTo(moment.jpeg());
        }
    }

    @Test
    void hasNothingBeforeTheFirstAndBehindTheLast() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp4"), "testsrc2=s=160x120:r=10", 2);

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            ProbeResult probe = rendering.probe(scratch);
            // When
            MomentPicture first = rendering.moments().at(scratch, probe, 0);
            MomentPicture last = rendering.moments().at(scratch, probe, 77);

            // Then
            assertThat(first.at()).isZero();
            assertThat(first.previous()).isNull();
            assertThat(first.next()).isCloseTo(0.1, within(EXACT));
            assertThat(last.at()).isCloseTo(1.9, within(EXACT));
            assertThat(last.previous()).isCloseTo(1.8, within(EXACT));
            assertThat(last.next()).isNull();
        }
    }

    @Test
    void findsPicturesThatStandForSeconds() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("clip"),
                "testsrc2=s=160x120:r=25",
                12,
                "-vf",
                "select='not(mod(n,125))'",
                "-fps_mode",
                "passthrough",
                "-f",
                "matroska");

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            MomentPicture moment = rendering.moments().at(scratch, rendering.probe(scratch), 7);

            // Then
            assertThat(moment.at()).isCloseTo(5, within(EXACT));
            assertThat(moment.previous()).isCloseTo(0, within(EXACT));
            assertThat(moment.next()).isCloseTo(10, within(EXACT));
        }
    }

    /** The window that reaches back to the standing picture holds more pictures than are written. */
    @Test
    void findsAPictureThatStandsBehindHundreds() throws Exception {
        // Given
        Path clip = Media.clip(
                directory.resolve("clip"),
                "testsrc2=s=160x120:r=25",
                45,
                "-vf",
                "select='lte(t,24)+gte(t,40)'",
                "-fps_mode",
                "passthrough",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-f",
                "matroska");

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            MomentPicture moment = rendering.moments().at(scratch, rendering.probe(scratch), 38);

            // Then
            assertThat(moment.at()).isCloseTo(24, within(EXACT));
            assertThat(moment.previous()).isCloseTo(23.96, within(EXACT));
            assertThat(moment.next()).isCloseTo(40, within(EXACT));
            assertThat(moment.jpeg())
                    .isEqualTo(rendering
                            .moments()
                            .at(scratch, rendering.probe(scratch), 24.01)
                            .jpeg());
        }
    }

    @Test
    void showsASinglePictureAtAnyTime() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.png"), "testsrc2=s=160x120", 1, "-frames:v", "1");

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // When
            MomentPicture moment = rendering.moments().at(scratch, rendering.probe(scratch), 3);

            // Then
            assertThat(moment.at()).isZero();
            assertThat(moment.previous()).isNull();
            assertThat(moment.next()).isNull();
        }
    }

    @Test
    void hasNothingToShowOfASound() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("clip.mp3"), "sine", 1);

        try (ScratchDirectory scratch = rendering.scratch(clip)) {
            // Then
            assertThatThrownBy(() -> rendering.moments().at(scratch, rendering.probe(scratch), 0))
                    .isInstanceOf(UnreadableMediumException.class);
        }
    }
}
