package ma.balagh.messaging;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One replay of a service's dead letters, in a process of its own ({@code balagh.messaging.replay}): the records that
 * were on its dead-letter topics at the start, and that no earlier replay took, go through the service's own consumers
 * once more. A record that fails becomes a dead letter again, for the next replay. The process ends when Kafka has
 * committed all of them.
 */
@Singleton
final class DeadLetterReplayer {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReplayer.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final boolean isOn;
    private final Config config;
    private final Map<String, Object> settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Map<TopicPartition, Long> ends = Map.of();

    DeadLetterReplayer(
            MessagingConfig messaging,
            Config config,
            @Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.isOn = messaging.replay();
        this.config = config;
        this.settings = new HashMap<>(connection);
    }

    /** Before the channels open, so that what this run puts aside lies behind its end. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!isOn) {
            return;
        }
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.getValue(ReplayConfigInterceptor.GROUP, String.class));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var looking = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> ReplayConfigInterceptor.TOPIC.matcher(name).matches())
                .map(name -> config.getValue(name, String.class))
                .distinct()
                .flatMap(topic -> looking.partitionsFor(topic).stream())
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        // Not to read them: of others the client warns at each look.
        looking.assign(partitions);
        ends = Map.copyOf(looking.endOffsets(partitions));
        Thread.ofVirtual().name("replay").start(() -> watch(looking));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    /** Whether a record may be handed to the service by this process; always, where nothing is replayed. */
    boolean includes(ConsumerRecord<String, byte[]> consumed) {
        return !isOn
                || consumed.offset()
                        < ends.getOrDefault(new TopicPartition(consumed.topic(), consumed.partition()), 0L);
    }

    private void watch(KafkaConsumer<?, ?> looking) {
        try (looking) {
            var before = -1L;
            do {
                var left = left(looking, before);
                if (left != before) {
                    LOG.atInfo().addKeyValue("left", left).log("Dead letters are replayed");
                }
                if (left == 0) {
                    end(looking);
                    return;
                }
                before = left;
            } while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many of them Kafka does not know as done; {@code otherwise} when it cannot be asked. */
    private long left(KafkaConsumer<?, ?> looking, long otherwise) {
        try {
            var firsts = looking.beginningOffsets(ends.keySet());
            var committed = looking.committed(ends.keySet());
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var done = committed.get(end.getKey());
                        var first = firsts.getOrDefault(end.getKey(), 0L);
                        return Math.max(0, end.getValue() - (done == null ? first : Math.max(first, done.offset())));
                    })
                    .sum();
        } catch (KafkaException e) {
            LOG.warn("How many dead letters are left is asked again", e);
            return otherwise;
        }
    }

    private void end(KafkaConsumer<?, ?> looking) {
        try {
            var again = looking.endOffsets(ends.keySet()).entrySet().stream()
                    .mapToLong(end -> end.getValue() - ends.getOrDefault(end.getKey(), 0L))
                    .sum();
            LOG.atInfo()
                    .addKeyValue("again", again)
                    .log("All dead letters are replayed; so many came, or came again, since");
        } catch (KafkaException e) {
            LOG.warn("All dead letters are replayed; how many came again is not known", e);
        } finally {
            Quarkus.asyncExit(0);
        }
    }
}
