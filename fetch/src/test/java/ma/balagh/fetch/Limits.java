package ma.balagh.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bounds for tests. */
record Limits(
        Set<Integer> ports,
        Duration connectTime,
        Duration answerTime,
        Duration wholeTime,
        MemorySize maxSize,
        MemorySize leastPerWindow,
        Duration rateWindow)
        implements FetchConfig {

    static Limits of(Set<Integer> ports) {
        return new Limits(
                ports,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                bytes(1 << 20),
                bytes(1),
                Duration.ofSeconds(20));
    }

    Limits answerWithin(Duration time) {
        return new Limits(ports, connectTime, time, wholeTime, maxSize, leastPerWindow, rateWindow);
    }

    Limits doneWithin(Duration time) {
        return new Limits(ports, connectTime, answerTime, time, maxSize, leastPerWindow, rateWindow);
    }

    Limits atLeast(long bytes, Duration window) {
        return new Limits(ports, connectTime, answerTime, wholeTime, maxSize, bytes(bytes), window);
    }

    @Override
    public Optional<List<String>> allowedAddresses() {
        return Optional.empty();
    }

    private static MemorySize bytes(long number) {
        return new MemorySize(BigInteger.valueOf(number));
    }
}
