package ma.balagh.platform.part;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directories of one suite.
 *
 * @param repository the checkout
 * @param shared what all suites of this checkout have in common: programs, start-up caches
 * @param data what this suite must not lose: databases, records, evidence, and its logs
 * @param ports where it listens
 */
public record SuiteDirectories(Path repository, Path shared, Path data, SuitePorts ports) {

    /** The suite of that offset in its usual place below {@code .balagh/}. */
    public static SuiteDirectories in(Path repository, int portOffset) {
        var shared = repository.resolve(".balagh");
        var name = portOffset == 0 ? "data" : "offset-" + portOffset;
        return new SuiteDirectories(repository, shared, shared.resolve(name), new SuitePorts(portOffset));
    }

    /** A suite whose data lie elsewhere, such as in a test's temporary directory. */
    public static SuiteDirectories in(Path repository, Path data, int portOffset) {
        return new SuiteDirectories(repository, repository.resolve(".balagh"), data, new SuitePorts(portOffset));
    }

    /** The checkout that {@code start} lies in. */
    public static Path repositoryAround(Path start) {
        for (var candidate = start.toAbsolutePath().normalize(); candidate != null; candidate = candidate.getParent()) {
            if (Files.isExecutable(candidate.resolve("balagh")) && Files.exists(candidate.resolve("local-platform"))) {
                return candidate;
            }
        }
        throw new SuiteException("This is no checkout of Balagh: " + start.toAbsolutePath());
    }

    /** Whether it has its usual place and so lasts; a test's suite does not. */
    public boolean isKept() {
        return data.startsWith(shared);
    }

    public Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return data.resolve("run").resolve(part + ".pid");
    }

    /**
     * There while a restore is under way, and where one ended before its end. Its name comes first, so that it is deleted
     * after all else.
     */
    public Path restoring() {
        return data.resolve(".restoring");
    }

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
