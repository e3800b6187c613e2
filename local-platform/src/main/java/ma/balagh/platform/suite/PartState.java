package ma.balagh.platform.suite;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one part stands.
 *
 * @param name the part
 * @param address where it is reached
 * @param pid its process, null when it does not run
 * @param readyAfter how long the start took that this launcher made, null when it made none
 * @param cpuTime user and system time since its start
 */
public record PartState(
        String name,
        String address,
        @Nullable Long pid,
        @Nullable Duration readyAfter,
        Duration cpuTime) {

    public boolean runs() {
        return pid != null;
    }
}
