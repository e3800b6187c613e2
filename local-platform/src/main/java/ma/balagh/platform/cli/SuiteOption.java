package ma.balagh.platform.cli;

import java.nio.file.Path;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.suite.Suite;
import picocli.CommandLine.Option;

/** Which suite a command is about. */
final class SuiteOption {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "adds N to every port and keeps its own data: a second suite beside the first")
    private int portOffset;

    /** A path as the caller means it, who may stand elsewhere than the launcher. */
    Path callersPath(Path given) {
        return callersDirectory().resolve(given).normalize();
    }

    /** Set by {@code ./balagh}, which itself works in the checkout. */
    static Path callersDirectory() {
        return Path.of(System.getProperty("balagh.caller.directory", "")).toAbsolutePath();
    }

    int portOffset() {
        return portOffset;
    }

    SuiteDirectories workplace() {
        return SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), portOffset);
    }

    Suite suite() {
        return new Suite(workplace());
    }
}
