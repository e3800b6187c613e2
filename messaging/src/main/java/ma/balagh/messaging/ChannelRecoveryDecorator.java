package ma.balagh.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.MultiSelectFirstUntilOtherOp;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaConsumer;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a channel a new Kafka consumer after its stream has failed, or when its consumer has stopped polling. The connector
 * does neither: its source cannot be subscribed again, and one whose consumer was closed (after a nack, for example) stays
 * silent. The new consumer starts at the committed offsets, so that records come twice rather than never.
 *
 * <p>A failure downstream, in the consumer's method, is out of reach here: {@link EventReceiver#receive} has none.
 */
@ApplicationScoped
class ChannelRecoveryDecorator implements PublisherDecorator {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRecoveryDecorator.class);

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final InboundConnector connector;
    private final KafkaClientService kafka;
    private final ConsumerLivenessCheck liveness;
    private final Event<Consumer<?, ?>> metrics;
    private final Config config;
    private final MessagingConfig messaging;
    private final Set<Consumer<?, ?>> retired = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;

    /**
     * @param metrics whose observer in Quarkus binds the metrics of a consumer at its first event, and unbinds them at
     * the second
     */
    ChannelRecoveryDecorator(
            @Connector(KafkaConnector.CONNECTOR_NAME) InboundConnector connector,
            KafkaClientService kafka,
            @Liveness ConsumerLivenessCheck liveness,
            Event<Consumer<?, ?>> metrics,
            Config config,
            MessagingConfig messaging) {
        this.connector = connector;
        this.kafka = kafka;
        this.liveness = liveness;
        this.metrics = metrics;
        this.config = config;
        this.messaging = messaging;
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
    }

    /** Next to the connector, so that all other decorators see one stream that does not fail. */
    @Override
    public int getPriority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> channels, boolean isConnector) {
        return isConnector ? recovering(publisher, channels.getFirst()) : publisher;
    }

    private Multi<Message<?>> recovering(Multi<? extends Message<?>> first, String channel) {
        var isFirst = new AtomicBoolean(true);
        return Multi.createFrom()
                .deferred(() -> watched(isFirst.getAndSet(false) ? first : renewed(channel), channel))
                .onFailure(_ -> !isStopping)
                .invoke(failure -> LOG.atError()
                        .addKeyValue("channel", channel)
                        .setCause(failure)
                        .log("A channel has failed and gets a new consumer"))
                .onFailure(_ -> !isStopping)
                .retry()
                .withBackOff(messaging.retryFirst(), messaging.retryLongest())
                .indefinitely();
    }

    /** A stream from Kafka never completes. */
    private Multi<Message<?>> watched(Multi<? extends Message<?>> records, String channel) {
        var stopped = Multi.createFrom()
                .ticks()
                .startingAfter(messaging.stoppedAfter())
                .every(LOOK)
                .onOverflow()
                .drop()
                .select()
                .where(_ -> liveness.hasStopped(channel));
        return upcast(records)
                .plug(running -> new MultiSelectFirstUntilOtherOp<>(running, stopped))
                .onCompletion()
                .failWith(() -> new IllegalStateException("The consumer has stopped polling"));
    }

    private Multi<? extends Message<?>> renewed(String channel) {
        kafka.getConsumers(channel).forEach(this::retire);
        return MultiUtils.publisher(connector.getPublisher(new ChannelConfig(config, channel)));
    }

    /** Otherwise it would keep its partitions until Kafka misses its polls, and its metrics for ever. */
    private void retire(KafkaConsumer<?, ?> old) {
        if (old instanceof ReactiveKafkaConsumer<?, ?> consumer) {
            consumer.close();
        }
        var client = old.unwrap();
        if (client != null && retired.add(client)) {
            metrics.fire(client);
        }
    }

    @SuppressWarnings("unchecked") // messages are only read from it
    private static Multi<Message<?>> upcast(Multi<? extends Message<?>> messages) {
        return (Multi<Message<?>>) messages;
    }

    /** The settings that the connector got for the channel at the start. */
    private static final class ChannelConfig extends ConnectorConfig {

        ChannelConfig(Config all, String channel) {
            super(ConnectorFactory.INCOMING_PREFIX, all, channel);
        }
    }
}
