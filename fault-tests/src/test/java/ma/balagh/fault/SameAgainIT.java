package ma.balagh.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import ma.balagh.platform.test.SuiteUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** An application built a second time is the same, byte for byte: with it, the layers of its image (docs/images.md). */
@DisabledIfSystemProperty(
        named = SuiteUnderTest.FLAVOUR,
        matches = "native",
        disabledReason = "It has packages of its own.")
@Tag("long")
final class SameAgainIT {

    @Test
    void givesTheSameFilesForTheSameSources() throws Exception {
        // Given
        var twice = new ProcessBuilder("images/twice", "dispatch-service")
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true);
        twice.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // All that the builds need was fetched by the one that runs this test.
        twice.environment().put("MAVEN_ARGS", "--offline");

        // When
        var process = twice.start();
        var said = process.inputReader().lines().toList();

        // Then
        assertThat(process.waitFor()).as(() -> String.join("\n", said)).isZero();
    }
}
