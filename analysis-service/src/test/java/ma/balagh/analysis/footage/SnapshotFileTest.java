package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import ma.balagh.analysis.feature.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotFileTest {

    private static final UUID LEDGER = UUID.randomUUID();
    private static final int VERSION_AT = Long.BYTES + Integer.BYTES - 1;

    @TempDir
    Path directory;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        // Given
        FootageSnapshot written = snapshot(5);
        var file = new SnapshotFile(directory);

        // When
        file.write(LEDGER, written);
        FootageSnapshot read = file.read();

        // Then
        FootageSnapshot.Entry last = written.entries().getLast();
        assertThat(file.header())
                .isEqualTo(new SnapshotFile.Header(LEDGER, 5, new FootageLedger.Position(5, last.evidenceId())));
        assertThat(read.sequence()).isEqualTo(5);
        for (int k = 0; k < 5; k++) {
            FootageSnapshot.Entry before = written.entries().get(k);
            FootageSnapshot.Entry after = read.entries().get(k);
            assertThat(after.evidenceId()).isEqualTo(before.evidenceId());
            assertThat(read.footage(after).parts())
                    .usingRecursiveComparison()
                    .isEqualTo(written.footage(before).parts());
        }
    }

    @Test
    void noticesEveryChangeOfTheFile() throws IOException {
        // Given
        var file = new SnapshotFile(directory);
        file.write(LEDGER, snapshot(2));
        Path path = directory.resolve("footage.snapshot");
        byte[] bytes = Files.readAllBytes(path);

        for (int at = 0; at < bytes.length; at += 1 + bytes.length / 50) {
            // When
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(path, changed);

            // Then
            assertThatThrownBy(file::header).isInstanceOf(SnapshotFile.Damaged.class);

            // When
            Files.write(path, Arrays.copyOf(bytes, at));

            // Then
            assertThatThrownBy(file::header).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesAnotherVersionAlone() throws IOException {
        // Given
        var file = new SnapshotFile(directory);
        file.write(LEDGER, snapshot(1));
        Path path = directory.resolve("footage.snapshot");
        byte[] bytes = Files.readAllBytes(path);
        bytes[VERSION_AT]++;
        var checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, checksum.getValue());
        Files.write(path, bytes);

        // Then
        assertThatThrownBy(file::header).hasMessageContaining("version");
    }

    @Test
    void keepsTheFormerFileWhereWritingIsCutShort() throws Exception {
        // Given: a process that writes one snapshot after the other
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        var file = new SnapshotFile(directory);
        Path unfinished = directory.resolve("footage.snapshot.part");

        // When: it is killed in the middle of one
        try {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> file.exists() && Files.exists(unfinished));
        } finally {
            writer.destroyForcibly().waitFor();
        }

        // Then
        assertThat(file.header().ledger()).isEqualTo(Writer.LEDGER);
        assertThat(file.read().entries()).hasSize(Writer.MEDIA);

        // When
        file.write(LEDGER, snapshot(1));

        // Then
        assertThat(file.read().entries()).hasSize(1);
        assertThat(unfinished).doesNotExist();
    }

    /** Writes snapshots until it is killed. */
    static final class Writer {

        static final UUID LEDGER = new UUID(1, 2);
        static final int MEDIA = 400;

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            var file = new SnapshotFile(Path.of(arguments[0]));
            FootageSnapshot snapshot = snapshot(MEDIA);
            while (true) {
                file.write(LEDGER, snapshot);
            }
        }
    }

    private static FootageSnapshot snapshot(int media) {
        byte[] picture = Scene.of(1, 256, 192).drawn();
        FootageSnapshot snapshot = FootageSnapshot.empty();
        for (int k = 1; k <= media; k++) {
            var recorder = new FootageRecorder(50);
            recorder.see(0, picture, 256, 192);
            picture[k] ^= 1;
            snapshot = snapshot.with(new FootageLedger.Entry(
                    k, UUID.randomUUID(), recorder.query().footage()));
        }
        return snapshot;
    }
}
