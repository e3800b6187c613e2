package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import ma.balagh.analysis.feature.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentStoreTest {

    private static final UUID LEDGER = UUID.randomUUID();
    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;
    private static final Function<UUID, MediumKeyframes> NO_DATABASE = id -> {
        throw new AssertionError("nothing has to be read from the database");
    };

    @TempDir
    Path directory;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        // Given
        FootageSnapshot written = snapshot(5);

        // When
        write(written);
        FootageSnapshot read = read();

        // Then
        assertThat(read.sequence()).isEqualTo(5);
        for (int k = 0; k < 5; k++) {
            assertThat(read.position(k)).isEqualTo(written.position(k));
            assertThat(read.stored(k).parts())
                    .usingRecursiveComparison()
                    .isEqualTo(written.stored(k).parts());
            assertThat(read.table().keyframes(k).toBytes())
                    .isEqualTo(written.table().keyframes(k).toBytes());
        }
    }

    @Test
    void namesFromTheFileWhatMemoryNames() throws IOException {
        // Given
        FootageSnapshot written = snapshot(4);
        write(written);
        FootageSnapshot read = read();

        for (int k = 0; k < 4; k++) {
            // When
            FootageQuery query = seen(Scene.of(k + 1, WIDTH, HEIGHT).drawn(WIDTH, HEIGHT, 1.2, -20, -10));

            // Then
            assertThat(read.table().named(query, 0))
                    .isEqualTo(written.table().named(query, 0))
                    .containsKey(k);
            assertThat(read.table().named(query, k + 1)).doesNotContainKey(k);
        }
    }

    @Test
    void lengthensTheLastSegmentAndKeepsWhatIsBeingSearched() throws IOException {
        // Given
        FootageSnapshot before = snapshot(2).with(write(snapshot(2)));
        FootageQuery query = seen(Scene.of(1, WIDTH, HEIGHT).drawn());

        // When
        FootageSnapshot after = before.with(entry(3));
        FootageSnapshot moved = after.with(write(after));

        // Then: one file, of which all is found
        assertThat(names()).containsExactly("footage-0000000000-0000000003.segment");
        assertThat(moved.table().recent().keyframes()).isZero();
        assertThat(moved.table().named(query, 0)).containsOnlyKeys(0);
        assertThat(read().entries()).hasSize(3);

        // Then: who still has the deleted one reads on
        assertThat(before.table().named(query, 0)).containsOnlyKeys(0);
        assertThat(before.stored(1).parts())
                .usingRecursiveComparison()
                .isEqualTo(moved.stored(1).parts());
    }

    @Test
    void noticesEveryChangeOfTheFile() throws IOException {
        // Given
        FootageSnapshot written = snapshot(2);
        Path file = write(written).getFirst().file();
        byte[] bytes = Files.readAllBytes(file);

        for (int at = 0; at < bytes.length; at += at < 10_000 ? 101 : bytes.length / 17) {
            // When
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);

            // Then: it is not taken, or what is damaged comes from the database
            List<FootageSegmentReader> chain = chain(
                    LEDGER,
                    id -> written.table()
                            .keyframes(written.position(0).evidenceId().equals(id) ? 0 : 1));
            for (FootageSegmentReader segment : chain) {
                for (int k = 0; k < 2; k++) {
                    assertThat(segment.stored(k).parts())
                            .usingRecursiveComparison()
                            .isEqualTo(written.stored(k).parts());
                    assertThat(segment.features(k).words())
                            .isEqualTo(written.table().recent().features(k).words());
                }
                assertThat(file).doesNotExist();
            }

            // When
            Files.write(file, Arrays.copyOf(bytes, at));

            // Then
            assertThat(chain(LEDGER, NO_DATABASE)).isEmpty();
        }
    }

    @Test
    void leavesAnotherVersionAlone() throws IOException {
        // Given
        Path file = write(snapshot(1)).getFirst().file();
        byte[] bytes = Files.readAllBytes(file);
        bytes[Long.BYTES]++;
        var checksum = new CRC32C();
        checksum.update(bytes, 0, SegmentHeader.SIZE - Integer.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(SegmentHeader.SIZE - Integer.BYTES, (int)
                checksum.getValue());
        Files.write(file, bytes);

        // Then
        assertThatThrownBy(() -> FootageSegmentReader.open(file, NO_DATABASE)).hasMessageContaining("version");
        assertThat(chain(LEDGER, NO_DATABASE)).isEmpty();
    }

    @Test
    void takesNothingOfAnotherDatabase() throws IOException {
        // When
        write(snapshot(1));

        // Then
        assertThat(chain(UUID.randomUUID(), NO_DATABASE)).isEmpty();
        assertThat(chain(LEDGER, NO_DATABASE)).hasSize(1);
    }

    @Test
    void writesNothingWhereAnotherProcessIsAtItAndTakesWhatThatWrote() throws Exception {
        // Given: two replicas that know the same media
        FootageSnapshot one = snapshot(3);
        List<FootageSegmentReader> written = write(one);

        try (FileChannel lock = FileChannel.open(directory.resolve("footage.lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();

            // When
            FootageSnapshot other = one.with(entry(4));
            List<FootageSegmentReader> shared = write(other);

            // Then
            assertThat(shared.getLast().header()).isEqualTo(written.getLast().header());
            assertThat(other.with(shared).table().recent().endEntry()).isEqualTo(4);
            assertThat(names()).containsExactly("footage-0000000000-0000000003.segment");
        }
    }

    @Test
    void leavesToAReplicaThatIsAheadWhatItWrote() throws IOException {
        // Given
        FootageSnapshot behind = snapshot(2);
        write(behind.with(entry(3)));

        // When
        List<FootageSegmentReader> taken = write(behind);

        // Then: its last segment has media that this one does not know yet
        assertThat(taken).isEmpty();
        assertThat(names()).containsExactly("footage-0000000000-0000000003.segment");
    }

    @Test
    void losesNothingWhereWritingIsCutShort() throws Exception {
        // Given: a process that writes one segment after the other
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();

        // When: it is killed in the middle of one
        try {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> names().stream().anyMatch(name -> name.endsWith(".segment"))
                            && names().stream().anyMatch(name -> name.endsWith(".part")));
        } finally {
            writer.destroyForcibly().waitFor();
        }

        // Then
        int kept =
                FootageSnapshot.of(chain(Writer.LEDGER, NO_DATABASE)).entries().size();
        assertThat(kept).isPositive();

        // When
        write(snapshot(1));

        // Then
        assertThat(read().entries()).hasSize(1);
        assertThat(names()).containsExactly("footage-0000000000-0000000001.segment");
    }

    /** Writes segments until it is killed. */
    static final class Writer {

        static final UUID LEDGER = new UUID(1, 2);

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            var target = new SegmentStore(Path.of(arguments[0]), NO_DATABASE);
            FootageSnapshot snapshot = snapshot(1);
            while (true) {
                snapshot = snapshot.with(target.write(LEDGER, snapshot, header -> true))
                        .with(entry(snapshot.entries().size() + 1));
            }
        }
    }

    private List<FootageSegmentReader> write(FootageSnapshot snapshot) throws IOException {
        return new SegmentStore(directory, NO_DATABASE).write(LEDGER, snapshot, header -> true);
    }

    private FootageSnapshot read() throws IOException {
        return FootageSnapshot.of(chain(LEDGER, NO_DATABASE));
    }

    private List<FootageSegmentReader> chain(UUID ledger, Function<UUID, MediumKeyframes> database) throws IOException {
        return new SegmentStore(directory, database).chain(ledger, List.of());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("footage.lock"))
                    .toList();
        }
    }

    private static FootageSnapshot snapshot(int media) {
        FootageSnapshot snapshot = FootageSnapshot.empty();
        for (int k = 1; k <= media; k++) {
            snapshot = snapshot.with(entry(k));
        }
        return snapshot;
    }

    /** Each shows another picture; the details as they come from the database. */
    private static FootageEntry entry(int number) {
        List<byte[]> parts =
                seen(Scene.of(number, WIDTH, HEIGHT).drawn()).footage().parts();
        return new FootageEntry(number, new UUID(0, number), MediumFootage.of(parts));
    }

    private static FootageQuery seen(byte[] picture) {
        var recorder = new FootageRecorder(50);
        recorder.see(0, picture, WIDTH, HEIGHT);
        return recorder.query();
    }
}
