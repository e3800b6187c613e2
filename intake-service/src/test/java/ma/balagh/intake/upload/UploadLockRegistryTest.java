package ma.balagh.intake.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import ma.balagh.intake.evidence.StoreConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadLockRegistryTest {

    private final UUID id = UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void givesAnUploadToOneRequestAtATime() throws IOException {
        // Given
        var locks = new UploadLockRegistry(new StoreConfig(directory));
        // Then
        try (var _ = locks.hold(id).orElseThrow()) {
            assertThat(locks.hold(id)).isEmpty();
            assertThat(new UploadLockRegistry(new StoreConfig(directory)).hold(id))
                    .isEmpty();
            locks.hold(UUID.randomUUID()).orElseThrow().close();
            assertThat(locks.hold(id)).isEmpty();
        }
        locks.hold(id).orElseThrow().close();
        locks.close();
    }

    @Test
    void waitsForAnotherReplicaUntilThatOneDies() throws Exception {
        // Given
        var locks = new UploadLockRegistry(new StoreConfig(directory));
        Process replica = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replica.class.getName(),
                        directory.toString(),
                        id.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(replica.inputReader().readLine()).isEqualTo("held");
            // Then
            assertThat(locks.hold(id)).isEmpty();
            // When
            replica.destroyForcibly();
            assertThat(replica.waitFor(10, TimeUnit.SECONDS)).isTrue();
            // Then
            locks.hold(id).orElseThrow().close();
        } finally {
            replica.destroyForcibly();
        }
        locks.close();
    }

    /** Holds an upload until it is killed. */
    static final class Replica {

        private Replica() {}

        static void main(String[] arguments) throws InterruptedException {
            var locks = new UploadLockRegistry(new StoreConfig(Path.of(arguments[0])));
            try (var _ = locks.hold(UUID.fromString(arguments[1])).orElseThrow()) {
                System.out.println("held");
                Thread.currentThread().join();
            }
        }
    }
}
