package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifReaderTest {

    private static final ExifPicture CAMERA = new ExifPicture()
            .text(0x010F, "Apple")
            .text(0x0110, "iPhone 6")
            .text(0x0131, "9.3")
            .text(0x9003, "2016:07:30 22:15:00")
            .text(0x9011, "+01:00")
            .place("N", new int[] {33, 1, 34, 1, 2316, 100}, "W", new int[] {7, 1, 35, 1, 2328, 100});

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"jpg,BIG", "jpg,LITTLE", "png,BIG", "png,LITTLE", "webp,BIG", "webp,LITTLE"})
    void readsWhenWhereAndWithWhatAPictureWasTaken(String extension, String order) throws Exception {
        // When
        RecordingMetadata recording = recording(
                extension, CAMERA.block(order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));

        // Then
        assertThat(recording.at()).isEqualTo(Instant.parse("2016-07-30T21:15:00Z"));
        assertThat(recording.device()).isEqualTo("Apple iPhone 6");
        assertThat(recording.system()).isEqualTo("iOS 9.3");
        assertThat(recording.location()).satisfies(location -> {
            assertThat(location.latitude()).isCloseTo(33.5731, within(1e-5));
            assertThat(location.longitude()).isCloseTo(-7.5898, within(1e-5));
        });
    }

    @Test
    void keepsTheLocalTimeOfACameraThatDoesNotKnowItsZone() throws Exception {
        // When
        RecordingMetadata recording = recording("jpg", new ExifPicture().text(0x9003, "2016:07:30 22:15:00"));

        // Then
        assertThat(recording.at()).isNull();
        assertThat(recording.clock()).isEqualTo(LocalDateTime.parse("2016-07-30T22:15:00"));
        assertThat(recording.isSilent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday", ""})
    void readsNoTimeFromAClockThatWasNotSet(String text) throws Exception {
        RecordingMetadata recording = recording("jpg", new ExifPicture().text(0x9003, text));

        assertThat(recording.isSilent()).isTrue();
    }

    @Test
    void readsPlacesOfACameraThatDidNotKnowIt() throws Exception {
        // Given
        var nullIsland = new ExifPicture().place("N", new int[] {0, 1, 0, 1, 0, 1}, "E", new int[] {0, 1, 0, 1, 0, 1});
        var searching = new ExifPicture().place("N", new int[6], "E", new int[6]);
        var nowhere = new ExifPicture().place("S", new int[] {95, 1, 0, 1, 0, 1}, "E", new int[] {190, 1, 0, 1, 0, 1});
        var farOut = new ExifPicture().place("N", new int[] {3334, 1, 0, 1, 0, 1}, "E", new int[] {7, 1, 0, 1, 0, 1});

        // Then
        assertThat(recording("jpg", nullIsland).location())
                .satisfies(location -> assertThat(location.isNullIsland()).isTrue());
        assertThat(recording("jpg", searching).location()).isNull();
        assertThat(recording("jpg", nowhere).location()).isEqualTo(new RecordedLocation(-95, 190));
        assertThat(recording("jpg", farOut).location()).isNull();
    }

    @Test
    void readsNothingFromAPictureWithoutExif() throws Exception {
        Path picture = Media.clip(directory.resolve("plain.jpg"), "testsrc2=s=64x64", 1, "-frames:v", "1");

        assertThat(ExifReader.of(picture)).isEmpty();
    }

    @Test
    void survivesEveryByteThatMayBeWrong() throws Exception {
        // Given
        byte[] block = CAMERA.block(ByteOrder.BIG_ENDIAN);
        var random = new Random(5);

        for (int k = 0; k < 3000; k++) {
            // When
            byte[] damaged = block.clone();
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(-128, 128);
            }
            int end = random.nextInt(4) == 0 ? random.nextInt(damaged.length) : damaged.length;
            Path picture = Files.write(
                    directory.resolve("damaged.jpg"),
                    ExifPicture.inJpeg(new byte[] {(byte) 0xFF, (byte) 0xD8}, java.util.Arrays.copyOf(damaged, end)));

            // Then: whatever comes out, nothing is thrown
            assertThat(RecordingMetadata.of(
                            new ProbeResult("jpeg_pipe", null, java.util.List.of(), ExifReader.of(picture))))
                    .isNotNull();
        }
    }

    @Test
    void readsNoMoreThanItMayOfAFileThatLiesAboutLengths() throws Exception {
        // Given: a PNG whose Exif has 2 GiB, and one whose first chunk ends behind the file
        byte[] png =
                Files.readAllBytes(Media.clip(directory.resolve("a.png"), "testsrc2=s=64x64", 1, "-frames:v", "1"));
        byte[] large = ExifPicture.inPng(png, new byte[8]);
        large[33] = 0x7F;
        byte[] beyond = png.clone();
        beyond[8] = (byte) 0xFF;

        // Then
        assertThat(ExifReader.of(Files.write(directory.resolve("large.png"), large)))
                .isEmpty();
        assertThat(ExifReader.of(Files.write(directory.resolve("beyond.png"), beyond)))
                .isEmpty();
        assertThat(ExifReader.of(Files.write(directory.resolve("empty"), new byte[0])))
                .isEqualTo(Map.of());
    }

    private RecordingMetadata recording(String extension, ExifPicture exif) throws Exception {
        return recording(extension, exif.block(ByteOrder.BIG_ENDIAN));
    }

    private RecordingMetadata recording(String extension, byte[] block) throws Exception {
        Path plain = Media.clip(directory.resolve("plain." + extension), "testsrc2=s=64x64", 1, "-frames:v", "1");
        Path picture = Files.write(
                directory.resolve("a." + extension), ExifPicture.in(extension, Files.readAllBytes(plain), block));
        MediaReader reader = Media.reader(directory, Map.of());
        try (ScratchDirectory scratch = Media.scratch(reader, picture)) {
            return RecordingMetadata.of(reader.probe(scratch));
        }
    }
}
