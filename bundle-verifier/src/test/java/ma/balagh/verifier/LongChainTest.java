package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of a million entries in a process that could hold a small part of it. */
@Tag("long")
final class LongChainTest {

    private static final int ENTRIES = 1_000_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void verifiesAMillionEntriesInAHeapOf64Mebibytes() throws IOException, InterruptedException {
        // Given
        Path bundle = directory.resolve("bundle.zip");
        LongChain.bundle(bundle, ENTRIES);
        // When
        var verifier = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyBundleCommand.class.getName(),
                        bundle.toString()))
                .redirectErrorStream(true)
                .start();
        var output = new String(verifier.getInputStream().readAllBytes(), UTF_8);
        // Then
        assertThat(verifier.waitFor()).as(output).isZero();
        assertThat(output).contains("1000000 entries", "PASS     original", "PASS     digests", "No claim failed");
    }
}
