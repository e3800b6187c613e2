package ma.balagh.analysis.media;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How a process is started without a network here: as root, in a user namespace of its own, or not at all. */
final class NetworkIsolation {

    private NetworkIsolation() {}

    /** The words before a command; none where the kernel or the container does not permit it. */
    static List<String> available() {
        return Stream.of(List.of("unshare", "--net", "--"), List.of("unshare", "--map-root-user", "--net", "--"))
                .filter(NetworkIsolation::permitted)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean permitted(List<String> prefix) {
        try {
            var command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
