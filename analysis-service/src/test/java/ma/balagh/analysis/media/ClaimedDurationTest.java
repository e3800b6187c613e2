package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers that do not say how long they are, or not truly. */
class ClaimedDurationTest {

    private record Read(ProbeResult probe, DecodingResult decoding, double lastFrame) {}

    @TempDir
    Path directory;

    @Test
    void readsFootageBehindTheEndThatTheContainerClaims() throws Exception {
        // Given: four seconds that claim to be one
        Path clip = Media.clip(directory.resolve("short.mkv"), "testsrc2=s=320x240:r=10", 4);
        claim(clip, 1000);

        // When
        Read read = read(clip);

        // Then
        assertThat(read.probe().duration()).isCloseTo(1.0, within(0.1));
        assertThat(read.lastFrame()).isGreaterThanOrEqualTo(3.5);
        assertThat(read.decoding().seconds()).isCloseTo(4.0, within(0.3));
        assertThat(stillTimes(read))
                .hasSize(12)
                .startsWith(0.0)
                .satisfies(times -> assertThat(times.getLast()).isGreaterThanOrEqualTo(3.5));
    }

    @Test
    void showsStillsOfAllThatThereIsOfWhatClaimsToBeLonger() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mkv"), "testsrc2=s=64x64:r=8", 10);
        claim(clip, 36_000_000);

        // When
        List<Double> times = stillTimes(read(clip));

        // Then
        assertThat(times).hasSize(12).startsWith(0.0);
        assertThat(times.getLast()).isBetween(9.0, 10.0);
    }

    @Test
    void looksAtAllThatThereIsOfWhatClaimsToLastForYears() throws Exception {
        // Given: a claim by which one picture in hours would be looked at
        Path clip = Media.clip(directory.resolve("a.mkv"), "testsrc2=s=64x64:r=8", 10);
        claim(clip, 1e12);

        // When
        Read read = read(clip);

        // Then
        assertThat(read.probe().duration()).isGreaterThan(1e8);
        assertThat(read.decoding().frames()).isBetween(39, 41);
        assertThat(read.decoding().count()).isEqualTo(new DecodingResult.Count(80, 80));
    }

    @Test
    void spreadsStillsEvenlyOverALongMedium() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("long.ts"), "testsrc2=s=64x64:r=8", 300, "-c:v", "mpeg2video");

        // When
        List<Double> times = stillTimes(read(clip));

        // Then
        assertThat(times).hasSize(12).startsWith(0.0);
        assertThat(times.getLast()).isBetween(290.0, 300.0);
        for (int k = 1; k < times.size(); k++) {
            assertThat(times.get(k) - times.get(k - 1)).isBetween(15.0, 40.0);
        }
    }

    /** Writes another duration into a Matroska file: milliseconds. */
    private static void claim(Path clip, double duration) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(clip));
        int at = 0;
        while (bytes.get(at) != 0x44 || bytes.get(at + 1) != (byte) 0x89 || bytes.get(at + 2) != (byte) 0x88) {
            at++;
        }
        Files.write(clip, bytes.putDouble(at + 3, duration).array());
    }

    private static List<Double> stillTimes(Read read) {
        return read.decoding().stills().stream().map(DecodingResult.Still::at).toList();
    }

    private Read read(Path file) throws Exception {
        MediaReader reader = Media.reader(directory, Map.of());
        try (ScratchDirectory scratch = Media.scratch(reader, file)) {
            ProbeResult probe = reader.probe(scratch);
            var last = new AtomicReference<>(0.0);
            DecodingResult decoding = reader.decode(scratch, probe, (at, luma, width, height) -> last.set(at));
            return new Read(probe, decoding, last.get());
        }
    }
}
