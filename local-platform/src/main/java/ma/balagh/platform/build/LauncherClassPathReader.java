package ma.balagh.platform.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;

/** The libraries that the module's build has resolved for the launcher; Kafka is among them. */
public final class LauncherClassPathReader {

    /** Where {@code ./balagh} keeps its copy of the list, which a build under way does not rewrite. */
    private static final String PROPERTY = "balagh.launcher.classpath";

    private LauncherClassPathReader() {}

    /** The jars, in the order of the class path. */
    public static List<Path> jars(SuiteDirectories workplace) throws IOException {
        var copy = System.getProperty(PROPERTY);
        var file = copy == null
                ? workplace.repository().resolve("local-platform/target/launcher.classpath")
                : Path.of(copy);
        try {
            return Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
        } catch (NoSuchFileException e) {
            throw new SuiteException("The launcher is not built: run ./balagh once.", e);
        }
    }
}
