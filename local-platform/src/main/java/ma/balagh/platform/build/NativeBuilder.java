package ma.balagh.platform.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.platform.part.SuiteException;

/** What makes native executables on this machine. */
public final class NativeBuilder {

    private static final String PROGRAM = "native-image";
    private static final List<String> CONTAINER_RUNTIMES = List.of("docker", "podman");

    private NativeBuilder() {}

    /**
     * What Maven is told so that it builds natively and quickly, for trying: an executable for operation is built without
     * {@code -Ob}.
     *
     * @param environment of the launcher: GraalVM or Mandrel from {@code GRAALVM_HOME} or the path, or else a container
     *     runtime from the path
     * @throws SuiteException when there is neither
     */
    public static List<String> options(Map<String, String> environment) {
        return List.of(
                "-Pnative",
                "-Dquarkus.native.container-build=" + isInContainer(environment),
                "-Dquarkus.native.additional-build-args-append=-Ob");
    }

    private static boolean isInContainer(Map<String, String> environment) {
        var home = environment.get("GRAALVM_HOME");
        if (home != null) {
            if (!Files.isExecutable(Path.of(home, "bin", PROGRAM))) {
                throw new SuiteException(
                        "There is no bin/%s in GRAALVM_HOME (%s): point it at GraalVM or Mandrel for JDK 25."
                                .formatted(PROGRAM, home));
            }
            return false;
        }
        if (isOnPath(PROGRAM, environment)) {
            return false;
        }
        if (CONTAINER_RUNTIMES.stream().anyMatch(runtime -> isOnPath(runtime, environment))) {
            return true;
        }
        throw new SuiteException("Native executables need GraalVM or Mandrel for JDK 25: unpack one"
                + " (https://github.com/graalvm/mandrel/releases), point GRAALVM_HOME at it, install a C compiler (Debian,"
                + " Ubuntu: sudo apt install gcc libc6-dev zlib1g-dev) and try again; Docker or Podman will do, too.");
    }

    private static boolean isOnPath(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
