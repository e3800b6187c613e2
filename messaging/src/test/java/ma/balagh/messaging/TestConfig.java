package ma.balagh.messaging;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Impatient settings for tests without Quarkus. */
record TestConfig(
        int concurrency,
        int backlog,
        Duration retryFirst,
        Duration retryLongest,
        int outboxBatch,
        Duration outboxPoll,
        Duration outboxStandby)
        implements MessagingConfig {

    @Override
    public MemorySize backlogSize() {
        return new MemorySize(BigInteger.valueOf(1 << 20));
    }

    @Override
    public Duration stoppedAfter() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean replay() {
        return false;
    }

    @Override
    public boolean relay() {
        return true;
    }

    static TestConfig impatient() {
        return new TestConfig(
                4,
                100,
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                // Small, so that a test with a few dozen events needs several batches.
                7,
                Duration.ofMillis(500),
                Duration.ofMillis(50));
    }
}
