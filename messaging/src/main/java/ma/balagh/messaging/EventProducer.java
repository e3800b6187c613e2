package ma.balagh.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The service's Kafka producer: idempotent, acknowledged by all in-sync replicas, made at its first use. */
@ApplicationScoped
class EventProducer {

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    EventProducer(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @ConfigProperty(name = "balagh.service") String service) {
        settings = new HashMap<>();
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        // May say otherwise about the timeouts above, not about what makes sending safe below.
        settings.putAll(connection);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // The relay hands over whole batches, so waiting for more would only add latency.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    /** Hands over a record; the future ends with the acknowledgement. May block while the broker is away. */
    Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
        return open().send(message);
    }

    /** Throws away what is under way after a failure, so that nothing of it arrives after what is sent next. */
    synchronized void reset() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private synchronized KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    void close() {
        reset();
    }
}
