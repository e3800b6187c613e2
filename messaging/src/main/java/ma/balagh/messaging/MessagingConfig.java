package ma.balagh.messaging;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of the outbox relay and of consumers. */
@ConfigMapping(prefix = "balagh.messaging")
public interface MessagingConfig {

    /** How many events a service processes at once; each holds a database connection while it does. */
    @WithDefault("8")
    int concurrency();

    /**
     * How many received records may wait in memory before a service stops polling. Very many of one key wait for each
     * other; what comes behind them is handled at once, as long as it is polled.
     */
    @WithDefault("10000")
    int backlog();

    /** How large these may be altogether. */
    @WithDefault("32M")
    MemorySize backlogSize();

    /** Wait before the first retry; doubled for each further one, with jitter. */
    @WithDefault("200ms")
    Duration retryFirst();

    /** The longest wait between two attempts to process an event. */
    @WithDefault("30s")
    Duration retryLongest();

    /**
     * How long a channel may not have polled Kafka before it counts as stopped: it is not live, and gets a new
     * consumer. Kafka gives a consumer up after as long (max.poll.interval.ms). While it is away, a commit waits a
     * minute between two polls.
     */
    @WithDefault("5m")
    Duration stoppedAfter();

    /** Whether this process replays the service's dead letters and ends; see {@link DeadLetterReplayer}. */
    @WithDefault("false")
    boolean replay();

    /** Whether this process sends what lies in the outbox; others go on with it where it does not. */
    @WithDefault("true")
    boolean relay();

    /** How many events the relay reads from the outbox at once. */
    @WithDefault("200")
    int outboxBatch();

    /** How often the relay looks into the outbox when no notification wakes it; also its longest wait after a failure. */
    @WithDefault("5s")
    Duration outboxPoll();

    /** How often a standby replica tries to become the one that relays. */
    @WithDefault("2s")
    Duration outboxStandby();
}
