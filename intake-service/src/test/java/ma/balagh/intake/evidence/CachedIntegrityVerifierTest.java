package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import ma.balagh.intake.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CachedIntegrityVerifierTest {

    private static final int READERS = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void hashesAFileOnceForManyReaders() throws Exception {
        // Given: a pipe, out of which the bytes come only once and only when we say
        byte[] clip = Clips.mp4();
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var integrity = integrity();
        var digest = new Sha256Digest(Clips.sha256(clip));
        List<FutureTask<Boolean>> readers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            var reader = new FutureTask<>(() -> integrity.isIntact(new DirectoryStore.KeptFile(pipe), digest));
            readers.add(reader);
            threads.add(Thread.ofPlatform().daemon().start(reader));
        }
        await().until(() -> threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count()
                == READERS - 1);
        // When
        Files.write(pipe, clip);
        // Then
        for (var reader : readers) {
            assertThat(reader.get()).isTrue();
        }
    }

    @Test
    void tellsAMissingFileFromOtherBytes() throws IOException {
        // Given
        var digest = new Sha256Digest(Clips.sha256(Clips.mp4()));
        Path other = Files.write(directory.resolve("other"), Clips.mp4());
        // Then
        assertThat(integrity().isIntact(new DirectoryStore.KeptFile(other), digest))
                .isFalse();
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> integrity().isIntact(new DirectoryStore.KeptFile(directory.resolve("none")), digest));
    }

    private CachedIntegrityVerifier integrity() {
        return new CachedIntegrityVerifier(new StoreConfig(directory), Clock.systemUTC());
    }
}
