package ma.balagh.platform.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.platform.part.SuiteDirectories;

/**
 * A Java program of the suite, started for a laptop: serial collector and start-up cache.
 *
 * @param name of its cache
 * @param options for the JVM, heap included: part of the cache's fingerprint
 * @param jars its class path: part of the cache's fingerprint
 * @param start properties of this suite, class path option, main class and arguments
 */
public record JavaProgram(String name, List<String> options, List<Path> jars, List<String> start) {

    private static final List<String> LAPTOP = List.of(
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    /** Spares a short-lived or seldom busy program the second compiler's work. */
    public static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** Its command line, with the start-up cache where there is one. */
    public List<String> command(SuiteDirectories workplace) throws IOException {
        return command(workplace, cache(workplace).reading());
    }

    /** The same for a run that others are like: where there is no start-up cache yet, it writes one. */
    public List<String> trainingCommand(SuiteDirectories workplace) throws IOException {
        return command(workplace, cache(workplace).training());
    }

    private List<String> command(SuiteDirectories workplace, List<String> caching) {
        var command = new ArrayList<String>();
        command.add(workplace.java().toString());
        command.addAll(caching);
        command.addAll(options);
        command.addAll(LAPTOP);
        command.addAll(start);
        return command;
    }

    public AotCache cache(SuiteDirectories workplace) throws IOException {
        return AotCache.of(workplace, name, jars, options);
    }
}
