package ma.balagh.messaging;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether this replica has reached Kafka: asked until it has, and not again. A replica with a wrong address or
 * certificate must not replace a working one. A later outage of Kafka does not make it unready: events wait in the
 * outbox, and the metrics show it.
 */
@Readiness
@ApplicationScoped
class BrokerReadinessCheck implements HealthCheck {

    /** Counts answers, where a connection is counted before it is known whether it may stay. */
    private static final String HEARD = "incoming-byte-total";

    private final KafkaClientService kafka;
    private volatile boolean met;

    BrokerReadinessCheck(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    @Override
    public HealthCheckResponse call() {
        met = met || kafka.getConsumerChannels().stream().anyMatch(this::hasHeard);
        return HealthCheckResponse.named("Kafka").status(met).build();
    }

    private boolean hasHeard(String channel) {
        List<KafkaConsumer<Object, Object>> consumers = kafka.getConsumers(channel);
        return consumers.stream().map(KafkaConsumer::unwrap).anyMatch(BrokerReadinessCheck::hasHeard);
    }

    private static boolean hasHeard(@Nullable Consumer<?, ?> consumer) {
        return consumer != null
                && consumer.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals(HEARD))
                        .anyMatch(metric -> metric.metricValue() instanceof Double bytes && bytes > 0);
    }
}
