package ma.balagh.platform.part;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One process of the suite. */
public interface SuitePart {

    /** Its name in commands, log and pid files. */
    String name();

    /** Every port that it listens on, the one that people use first. */
    List<Integer> ports();

    /** Where people and programs reach it. */
    String address();

    /** Names of the parts that must be ready before this one starts. */
    Set<String> needs();

    /** Whether it is packaged from this checkout, so that it cannot start before the build has ended. */
    default boolean isBuiltHere() {
        return false;
    }

    /** How long a start may take before it counts as failed. */
    default Duration patience() {
        return Duration.ofSeconds(120);
    }

    /** Fetches, unpacks and configures what the next start needs; cheap when nothing is missing. */
    void prepare(ProgressListener progress) throws IOException, InterruptedException;

    /** The process to start. */
    LaunchCommand launch() throws IOException;

    /** One look whether it serves; never waits longer than a second or two. */
    boolean isReady();

    /** What has to be done inside the running part before others may use it. */
    default void initialize() {}

    /** The signal that ends it in good order, as {@code kill} names it. */
    default String stopSignal() {
        return "TERM";
    }

    /** Whether its end in good order also writes the start-up cache that a first run has collected. */
    default boolean isTraining() throws IOException {
        return false;
    }

    /** Called when the process has ended in good order. */
    default void stopped() throws IOException {}
}
