package ma.balagh.messaging;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether every channel polls Kafka, which it also does while Kafka is unavailable. The connector's own check remembers
 * each failure for ever, and does not see a poll loop that ends without one.
 */
@Liveness
@ApplicationScoped
class ConsumerLivenessCheck implements HealthCheck {

    /** -1 before the first poll. */
    private static final String LAST_POLL = "last-poll-seconds-ago";

    private final KafkaClientService kafka;
    private final Duration stoppedAfter;
    private final Clock clock;
    private final Map<String, Instant> lastPolls = new ConcurrentHashMap<>();

    ConsumerLivenessCheck(KafkaClientService kafka, MessagingConfig config, Clock clock) {
        this.kafka = kafka;
        this.stoppedAfter = config.stoppedAfter();
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Kafka consumers").up();
        for (var channel : kafka.getConsumerChannels()) {
            if (hasStopped(channel)) {
                response.withData(channel, "stopped").down();
            }
        }
        return response.build();
    }

    /** Whether none of the channel's consumers has polled for as long as a consumer of Kafka may take. */
    boolean hasStopped(String channel) {
        return lastPoll(channel).isBefore(clock.instant().minus(stoppedAfter));
    }

    /** A channel that has not polled yet is given time from the first question on. */
    private Instant lastPoll(String channel) {
        var now = clock.instant();
        List<KafkaConsumer<Object, Object>> consumers = kafka.getConsumers(channel);
        var seen = consumers.stream()
                .map(KafkaConsumer::unwrap)
                .filter(Objects::nonNull)
                .flatMap(ConsumerLivenessCheck::secondsSincePoll)
                .map(now::minusSeconds)
                .max(Comparator.naturalOrder());
        return seen.isPresent()
                ? lastPolls.merge(channel, seen.get(), BinaryOperator.maxBy(Comparator.naturalOrder()))
                : lastPolls.computeIfAbsent(channel, _ -> now);
    }

    private static Stream<Long> secondsSincePoll(Consumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(LAST_POLL))
                .map(metric -> metric.metricValue() instanceof Double seconds ? seconds.longValue() : -1L)
                .filter(seconds -> seconds >= 0);
    }
}
