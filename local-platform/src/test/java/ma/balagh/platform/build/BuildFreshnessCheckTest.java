package ma.balagh.platform.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildFreshnessCheckTest {

    private static final Instant BUILT = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path directory;

    private Path product;
    private Path source;

    @BeforeEach
    void write() throws IOException {
        product = at(Files.writeString(directory.resolve("product.jar"), ""), BUILT);
        source = Files.createDirectory(directory.resolve("src"));
        at(Files.writeString(source.resolve("A.java"), ""), BUILT.minusSeconds(60));
        at(source, BUILT.minusSeconds(60));
    }

    @Test
    void isFreshWhenEverySourceIsOlder() throws IOException {
        assertThat(BuildFreshnessCheck.isStale(product, List.of(source))).isFalse();
    }

    @Test
    void isStaleWhenASourceWasChanged() throws IOException {
        // Given
        at(source.resolve("A.java"), BUILT.plusSeconds(1));
        // Then
        assertThat(BuildFreshnessCheck.isStale(product, List.of(source))).isTrue();
    }

    @Test
    void isStaleWhenASourceWasRemoved() throws IOException {
        // Given
        Files.delete(source.resolve("A.java"));
        at(source, BUILT.plusSeconds(1));
        // Then
        assertThat(BuildFreshnessCheck.isStale(product, List.of(source))).isTrue();
    }

    @Test
    void isStaleWhenNothingWasBuilt() throws IOException {
        assertThat(BuildFreshnessCheck.isStale(directory.resolve("missing.jar"), List.of(source)))
                .isTrue();
    }

    private static Path at(Path path, Instant time) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(time));
    }
}
