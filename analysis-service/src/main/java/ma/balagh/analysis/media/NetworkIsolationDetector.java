package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * How a process is started here without a network, and in a process namespace of its own, so that all of its children
 * end with it: as root, in a user namespace of its own, or not at all.
 */
final class NetworkIsolationDetector {

    private static final Logger LOG = Logger.getLogger(NetworkIsolationDetector.class);

    private static final List<List<String>> OPTIONS = List.of(
            List.of("--net", "--pid", "--kill-child", "--"),
            List.of("--map-root-user", "--net", "--pid", "--kill-child", "--"),
            List.of("--net", "--"),
            List.of("--map-root-user", "--net", "--"));

    private NetworkIsolationDetector() {}

    /** The words before a command; none where the kernel or the container does not permit it. Tries them. */
    static List<String> available() throws InterruptedException {
        Path unshare = ProgramFinder.find("unshare");
        if (unshare != null) {
            for (var options : OPTIONS) {
                var prefix = Stream.concat(Stream.of(unshare.toString()), options.stream())
                        .toList();
                if (isPermitted(prefix)) {
                    return prefix;
                }
            }
        }
        LOG.warn("Media tools run with this process's network: unshare(1) is not permitted here");
        return List.of();
    }

    private static boolean isPermitted(List<String> prefix) throws InterruptedException {
        try {
            var command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
