package ma.balagh.analysis.media;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds programs on the path, as a shell does. */
final class ProgramFinder {

    private ProgramFinder() {}

    static @Nullable Path find(String name) {
        if (name.contains(File.separator)) {
            Path path = Path.of(name).toAbsolutePath();
            return Files.isExecutable(path) ? path : null;
        }
        String directories = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String directory : directories.split(File.pathSeparator, -1)) {
            Path path = Path.of(directory, name);
            if (Files.isExecutable(path) && !Files.isDirectory(path)) {
                return path.toAbsolutePath();
            }
        }
        return null;
    }
}
