package ma.balagh.intake.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;
import ma.balagh.intake.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningDigestCacheTest {

    private final UUID id = UUID.randomUUID();
    private final byte[] clip = Clips.mp4(1, 700_000);

    @Test
    void catchesUpWithWhatAnotherProcessWrote(@TempDir Path directory) throws IOException {
        // Given
        var here = new RunningDigestCache();
        var there = new RunningDigestCache();
        Path path = Files.write(directory.resolve("upload"), clip);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            // When: pieces go to either process
            take(here, file, 0, 100_000);
            take(there, file, 100_000, 400_000);
            take(here, file, 400_000, 700_000);
            // Then
            assertThat(RunningDigestCache.result(here.of(id, file, 700_000)).hex())
                    .isEqualTo(Clips.sha256(clip));
            assertThat(RunningDigestCache.result(there.of(id, file, 700_000)).hex())
                    .isEqualTo(Clips.sha256(clip));
        }
    }

    @Test
    void forgetsWhatWasNotKept(@TempDir Path directory) throws IOException {
        // Given
        var digests = new RunningDigestCache();
        Path path = Files.write(directory.resolve("upload"), clip);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            take(digests, file, 0, 100_000);
            // When: bytes that a checksum refuses
            digests.of(id, file, 100_000).update(new byte[500]);
            // Then
            assertThat(RunningDigestCache.result(digests.of(id, file, 700_000)).hex())
                    .isEqualTo(Clips.sha256(clip));
        }
    }

    private void take(RunningDigestCache digests, FileChannel file, int from, int to) throws IOException {
        MessageDigest sha256 = digests.of(id, file, from);
        sha256.update(clip, from, to - from);
        digests.keep(id, sha256, to);
    }
}
