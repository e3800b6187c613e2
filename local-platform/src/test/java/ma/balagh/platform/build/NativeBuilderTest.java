package ma.balagh.platform.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import ma.balagh.platform.part.SuiteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeBuilderTest {

    private static final String ON_THIS_MACHINE = "-Dquarkus.native.container-build=false";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path machine;

    @Test
    void isWhatTheEnvironmentPointsAt() throws IOException {
        // Given
        program("graalvm/bin/native-image");
        program("docker");

        // Then
        assertThat(NativeBuilder.options(
                        Map.of("GRAALVM_HOME", machine.resolve("graalvm").toString(), "PATH", path())))
                .contains("-Pnative", ON_THIS_MACHINE);
    }

    @Test
    void mayStandOnThePath() throws IOException {
        // Given
        program("native-image");

        // Then
        assertThat(NativeBuilder.options(Map.of("PATH", path()))).contains(ON_THIS_MACHINE);
    }

    @Test
    void mayRunInAContainer() throws IOException {
        // Given
        program("podman");

        // Then
        assertThat(NativeBuilder.options(Map.of("PATH", path()))).contains("-Dquarkus.native.container-build=true");
    }

    @Test
    void saysWhatToInstallWhereThereIsNone() {
        assertThatThrownBy(() -> NativeBuilder.options(Map.of("PATH", path())))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("GRAALVM_HOME")
                .hasMessageContaining("sudo apt install gcc");
    }

    @Test
    void doesNotPassOverAHomeWithoutABuilder() throws IOException {
        // Given
        program("docker");

        // Then
        assertThatThrownBy(() -> NativeBuilder.options(Map.of("GRAALVM_HOME", machine.toString(), "PATH", path())))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(machine.toString());
    }

    private String path() {
        return "/nowhere:" + machine;
    }

    private void program(String name) throws IOException {
        var file = machine.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
