package ma.balagh.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL as another user, since it refuses to run as root: in a user namespace or, where these are blocked, as
 * nobody.
 */
final class UnprivilegedCommand {

    private static final int NOBODY = 65534;

    private final List<String> prefix;

    private UnprivilegedCommand(List<String> prefix) {
        this.prefix = prefix;
    }

    static UnprivilegedCommand find() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedCommand(List.of());
        }
        var namespaces = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return new UnprivilegedCommand(
                namespaces == 0
                        ? List.of("unshare", "-U")
                        : List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }

    List<String> command(List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Gives a folder, made where there is none, to whoever the server runs as. */
    void own(Path directory) throws IOException {
        Files.createDirectories(directory);
        give(directory);
    }

    /** The same with all that lies in it, which nobody else may read then. */
    void ownAll(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.toList()) {
                give(file);
            }
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    private void give(Path file) throws IOException {
        if (prefix.contains("setpriv")) {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
        }
    }
}
