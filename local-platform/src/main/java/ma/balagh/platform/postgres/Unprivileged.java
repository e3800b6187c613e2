package ma.balagh.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: root starts it in a user namespace or, where these are blocked, as nobody. */
final class Unprivileged {

    private static final int NOBODY = 65534;

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged find() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        var namespaces = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return new Unprivileged(
                namespaces == 0
                        ? List.of("unshare", "-U")
                        : List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }

    List<String> command(List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Gives a folder to whoever the server runs as. */
    void own(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (prefix.contains("setpriv") || prefix.stream().anyMatch(word -> word.startsWith("--reuid"))) {
            Files.setAttribute(directory, "unix:uid", NOBODY);
            Files.setAttribute(directory, "unix:gid", NOBODY);
        }
    }
}
