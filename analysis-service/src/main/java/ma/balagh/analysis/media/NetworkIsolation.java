package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a process is started here without a network, and in a process namespace of its own, so that all of its children
 * end with it: as root, in a user namespace of its own, or not at all.
 */
final class NetworkIsolation {

    private NetworkIsolation() {}

    /** The words before a command; none where the kernel or the container does not permit it. */
    static List<String> available() {
        Path unshare = Programs.find("unshare");
        if (unshare == null) {
            return List.of();
        }
        return Stream.of(
                        List.of("--net", "--pid", "--kill-child", "--"),
                        List.of("--map-root-user", "--net", "--pid", "--kill-child", "--"),
                        List.of("--net", "--"),
                        List.of("--map-root-user", "--net", "--"))
                .map(options -> Stream.concat(Stream.of(unshare.toString()), options.stream())
                        .toList())
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
