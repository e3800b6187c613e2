package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures as phones take them. */
class HeicTest {

    private static final int BRIGHT = 200;
    private static final int DARK = 60;

    private record Read(ProbeResult probe, DecodingResult decoding, byte[] luma, int width, int height) {

        /** Brightness at a place, from 0 to 1 from the left and from above. */
        int at(double x, double y) {
            return Byte.toUnsignedInt(luma[(int) (y * height) * width + (int) (x * width)]);
        }
    }

    @TempDir
    Path directory;

    @Test
    void readsAPictureOfOnePiece() throws Exception {
        // Given: its left half is bright
        byte[] picture = new HeicPicture(directory, halves(256, 256), 1, 1, List.of(), new byte[0]).bytes(256, 256);

        // When
        Read read = read(picture);

        // Then
        assertThat(read.probe().isStill()).isTrue();
        assertThat(read.decoding().frames()).isEqualTo(1);
        assertThat(read.decoding().stills()).hasSize(1);
        assertThat(read.at(0.2, 0.5)).isGreaterThan(BRIGHT);
        assertThat(read.at(0.8, 0.5)).isLessThan(DARK);
    }

    @Test
    void putsTilesTogetherAndCutsOffWhatStandsOut() throws Exception {
        // Given: of 768 columns the left 300 are bright, and 500 are shown
        byte[] picture = new HeicPicture(
                        directory, "color=black:s=768x512,drawbox=0:0:300:512:white:fill", 3, 2, List.of(), new byte[0])
                .bytes(500, 400);

        // When
        Read read = read(picture);

        // Then
        assertThat(read.probe().picture().orElseThrow())
                .extracting(ProbeResult.Stream::codec, ProbeResult.Stream::width, ProbeResult.Stream::height)
                .containsExactly("hevc", 500, 400);
        assertThat(read.probe().streams()).hasSize(1);
        assertThat(read.at(0.56, 0.9)).isGreaterThan(BRIGHT);
        assertThat(read.at(0.64, 0.9)).isLessThan(DARK);
    }

    @Test
    void turnsAndMirrorsItAsViewersDo() throws Exception {
        // Given: bright on the left; a quarter to the left brings that below, upside down above
        byte[] turned = picture(List.of(HeicPicture.rotation(1)));
        byte[] both = picture(List.of(HeicPicture.rotation(1), HeicPicture.mirror(0)));
        byte[] mirrored = picture(List.of(HeicPicture.mirror(1)));

        // Then
        Read below = read(turned);
        assertThat(below.probe().picture().orElseThrow().rotation()).isEqualTo(270);
        assertThat(below.at(0.5, 0.8)).isGreaterThan(BRIGHT);
        assertThat(below.at(0.5, 0.2)).isLessThan(DARK);
        assertThat(read(both).at(0.5, 0.2)).isGreaterThan(BRIGHT);
        assertThat(read(mirrored).at(0.8, 0.5)).isGreaterThan(BRIGHT);
    }

    @Test
    void readsWhatTheCameraWrote() throws Exception {
        // Given
        byte[] exif = new ExifPicture()
                .text(0x0110, "iPhone 6")
                .place("N", new int[] {33, 1, 34, 1, 2316, 100}, "W", new int[] {7, 1, 35, 1, 2328, 100})
                .block(ByteOrder.BIG_ENDIAN);
        byte[] picture = new HeicPicture(directory, halves(512, 256), 2, 1, List.of(), exif).bytes(512, 256);

        // When
        RecordingMetadata recording = RecordingMetadata.of(read(picture).probe());

        // Then
        assertThat(recording.device()).isEqualTo("iPhone 6");
        assertThat(recording.location()).isNotNull();
    }

    private byte[] picture(List<byte[]> turns) throws Exception {
        return new HeicPicture(directory, halves(512, 256), 2, 1, turns, new byte[0]).bytes(512, 256);
    }

    private static String halves(int width, int height) {
        return "color=black:s=%dx%d,drawbox=0:0:%d:%d:white:fill".formatted(width, height, width / 2, height);
    }

    private Read read(byte[] bytes) throws Exception {
        Path file = Files.write(directory.resolve("picture"), bytes);
        MediaReader reader = Media.reader(directory, Map.of());
        try (ScratchDirectory scratch = Media.scratch(reader, file)) {
            ProbeResult probe = reader.probe(scratch);
            List<byte[]> frames = new ArrayList<>();
            List<int[]> sizes = new ArrayList<>();
            DecodingResult decoding = reader.decode(scratch, probe, (at, luma, width, height) -> {
                frames.add(luma.clone());
                sizes.add(new int[] {width, height});
            });
            return new Read(probe, decoding, frames.getFirst(), sizes.getFirst()[0], sizes.getFirst()[1]);
        }
    }
}
