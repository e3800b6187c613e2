package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that move, which FFmpeg does not read by itself. */
class WebpAnimationTest {

    private record Read(ProbeResult probe, DecodingResult decoding, List<Integer> left, List<Integer> right) {}

    @TempDir
    Path directory;

    @Test
    void laysPicturesThatChangeAPartOverTheOnesBefore() throws Exception {
        // Given: black for a second; then its right half is white, for another
        byte[] animation = animation(
                200,
                100,
                picture(0, 0, still("black", 200, 100), 200, 100, 1000, 2),
                picture(100, 0, still("white", 100, 100), 100, 100, 1000, 2));

        // When
        Read read = read(animation);

        // Then
        assertThat(read.probe().duration()).isEqualTo(2.0);
        assertThat(read.probe().isStill()).isFalse();
        assertThat(read.decoding().complete()).isTrue();
        assertThat(read.left()).hasSize(16).allMatch(brightness -> brightness < 40);
        assertThat(read.right().subList(0, 8)).allMatch(brightness -> brightness < 40);
        assertThat(read.right().subList(8, 16)).allMatch(brightness -> brightness > 200);
    }

    @Test
    void saysThatItDidNotSeeAllOfADamagedOne() throws Exception {
        // Given: the second picture's bytes are none
        byte[] animation = animation(
                200,
                100,
                picture(0, 0, still("gray", 200, 100), 200, 100, 1000, 2),
                picture(0, 0, new byte[30], 200, 100, 1000, 2));

        // When
        Read read = read(animation);

        // Then
        assertThat(read.decoding().frames()).isPositive();
        assertThat(read.decoding().complete()).isFalse();
    }

    @Test
    void decodesNoMorePicturesThanFramesOfAnyMedium() throws Exception {
        // Given
        byte[] picture = picture(0, 0, still("gray", 16, 16), 16, 16, 20, 2);
        byte[][] many = new byte[5000][];
        java.util.Arrays.fill(many, picture);

        // When
        var animation = WebpAnimation.of(Files.write(directory.resolve("a"), animation(16, 16, many)), 100)
                .orElseThrow();

        // Then
        assertThat(animation.pictures()).hasSize(100);
        assertThat(animation.complete()).isFalse();
    }

    @Test
    void refusesOneThatWouldFillTheMemory() throws Exception {
        // Given
        byte[] bomb = animation(16384, 16384, picture(0, 0, still("gray", 16, 16), 16, 16, 20, 2));

        // Then
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(UnreadableMediumException.class);
    }

    /** A picture's content: its chunks, without the head of a file. */
    private byte[] still(String colour, int width, int height) throws Exception {
        Path file = Media.clip(
                directory.resolve("still.webp"),
                "color=%s:s=%dx%d".formatted(colour, width, height),
                1,
                "-frames:v",
                "1",
                "-c:v",
                "libwebp");
        byte[] bytes = Files.readAllBytes(file);
        return ByteBuffer.allocate(bytes.length - 12)
                .put(bytes, 12, bytes.length - 12)
                .array();
    }

    /** @param flags 1: cleared afterwards; 2: not blended */
    static byte[] picture(int x, int y, byte[] chunks, int width, int height, int milliseconds, int flags) {
        var content = ByteBuffer.allocate(16 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : new int[] {x / 2, y / 2, width - 1, height - 1, milliseconds}) {
            content.putShort((short) value).put((byte) (value >> 16));
        }
        return Bytes.chunk("ANMF", content.put((byte) flags).put(chunks).array());
    }

    static byte[] animation(int width, int height, byte[]... pictures) {
        var head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(2);
        for (int value : new int[] {width - 1, height - 1}) {
            head.putShort((short) value).put((byte) (value >> 16));
        }
        byte[] all = Bytes.joined(
                Bytes.chunk("VP8X", head.array()), Bytes.chunk("ANIM", new byte[6]), Bytes.joined(pictures));
        return Bytes.chunk("RIFF", Bytes.joined(Bytes.ascii("WEBP"), all));
    }

    private Read read(byte[] bytes) throws Exception {
        Path file = Files.write(directory.resolve("animation"), bytes);
        MediaReader reader = Media.reader(directory, Map.of("balagh.media.frames-per-second", "8"));
        try (ScratchDirectory scratch = Media.scratch(reader, file)) {
            ProbeResult probe = reader.probe(scratch);
            List<Integer> left = new ArrayList<>();
            List<Integer> right = new ArrayList<>();
            DecodingResult decoding = reader.decode(scratch, probe, (at, luma, width, height) -> {
                int row = height / 2 * width;
                left.add(Byte.toUnsignedInt(luma[row + width / 4]));
                right.add(Byte.toUnsignedInt(luma[row + width * 3 / 4]));
            });
            return new Read(probe, decoding, left, right);
        }
    }
}
