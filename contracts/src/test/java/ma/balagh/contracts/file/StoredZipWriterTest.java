package ma.balagh.contracts.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredZipWriterTest {

    private static final long FIVE_GIBIBYTES = 5L << 30;

    /** The other program's test has the same bytes: one form. What stands between them is a hole of 5 GiB. */
    private static final String AROUND_FIVE_GIBIBYTES = """
            504b03042d00000000000000210004030201ffffffffffffffff0c0014006f726967696e616c2e6d7034010010000000
            0040010000000000004001000000504b03040a000000000000002100414e44890500000005000000050000007a2e7478
            746166746572504b01022d002d00000000000000210004030201ffffffffffffffff0c00140000000000000000000000
            000000006f726967696e616c2e6d70340100100000000040010000000000004001000000504b01022d002d0000000000
            00002100414e4489050000000500000005000c0000000000000000000000ffffffff7a2e747874010008003e00004001
            000000504b06062c000000000000002d002d000000000000000000020000000000000002000000000000008d00000000
            0000006600004001000000504b060700000000f30000400100000001000000504b050600000000020002008d000000ff
            ffffff0000
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void writesAFileThatOthersReadAlsoBeyondFourGibibytes() throws IOException {
        // Given: a hole in the file in place of the original
        Path file = directory.resolve("large.zip");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            var zip = new StoredZipWriter(List.of(
                    small("a.txt", "before"),
                    new StoredZipWriter.Entry(
                            "original.mp4",
                            FIVE_GIBIBYTES,
                            0x01020304,
                            bytes -> channel.position(channel.position() + FIVE_GIBIBYTES)),
                    small("z.txt", "after")));
            // When
            zip.writeTo(out);
            // Then
            assertThat(channel.position()).isEqualTo(zip.size());
        }
        try (var read = new ZipFile(file.toFile())) {
            assertThat(read.stream().map(Object::toString)).containsExactly("a.txt", "original.mp4", "z.txt");
            assertThat(read.getEntry("original.mp4").getSize()).isEqualTo(FIVE_GIBIBYTES);
            assertThat(read.getInputStream(read.getEntry("z.txt")).readAllBytes())
                    .isEqualTo("after".getBytes(US_ASCII));
        }
    }

    @Test
    void writesTheFormThatTheVerifierExpects() throws IOException {
        // Given
        var zip = new StoredZipWriter(List.of(
                new StoredZipWriter.Entry("original.mp4", FIVE_GIBIBYTES, 0x01020304, hole -> {}),
                small("z.txt", "after")));
        var out = new ByteArrayOutputStream();
        // When
        zip.writeTo(out);
        // Then
        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(AROUND_FIVE_GIBIBYTES.replaceAll("\\s", ""));
    }

    private static StoredZipWriter.Entry small(String name, String text) {
        byte[] content = text.getBytes(US_ASCII);
        var crc = new CRC32();
        crc.update(content);
        return new StoredZipWriter.Entry(name, content.length, crc.getValue(), out -> out.write(content));
    }
}
