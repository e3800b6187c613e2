package ma.balagh.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import ma.balagh.contracts.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a service consumes events. A consumer is one line:
 *
 * <pre>{@code
 * @Incoming("reports")
 * Uni<Void> on(Message<byte[]> message) {
 *     return receiver.receive(message, ReportEvent.class, reports::apply);
 * }
 * }</pre>
 *
 * <p>The handler runs on a virtual thread inside a transaction that begins with the event's id in the inbox: a duplicate
 * ends there. Events of one key are handled in order, those of different keys at the same time. The record is
 * acknowledged after the commit; what its handler publishes belongs to the publisher's trace.
 *
 * <p>A record that is no event, and one whose failure is final (see {@link FailureKind}), becomes a dead letter and is
 * acknowledged then. Any other failure is retried with growing waits for ever and holds up nothing but its own key. An event
 * type that this release does not know is passed over.
 */
@ApplicationScoped
public class EventReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(EventReceiver.class);

    private static final Duration SHUTDOWN_PATIENCE = Duration.ofMillis(1500);

    private final RecordProcessor delivery;
    private final DeadLetterReplayer replay;
    private final MessagingConfig config;
    private final KeyedExecutor executor;

    EventReceiver(RecordProcessor delivery, DeadLetterReplayer replay, MessagingConfig config) {
        this.delivery = delivery;
        this.replay = replay;
        this.config = config;
        this.executor = new KeyedExecutor(config.backlog(), config.backlogSize().asLongValue());
    }

    /**
     * Takes over a record and acknowledges it when it is done. The result is only back pressure: it ends as soon as the
     * next record may come.
     *
     * @param events what the channel's topic carries
     * @param handler one domain method with a {@code switch} over the sealed {@code events}
     */
    public <E extends Event> Uni<Void> receive(Message<byte[]> message, Class<E> events, Consumer<E> handler) {
        // A failure here would end the channel for good, with the record not acknowledged.
        return Uni.createFrom()
                .completionStage(() -> takeOver(message, events, handler))
                .onFailure()
                .invoke(failure -> LOG.atError().setCause(failure).log("A record cannot be taken over now"))
                .onFailure()
                .retry()
                .withBackOff(config.retryFirst(), config.retryLongest())
                .indefinitely();
    }

    private <E extends Event> CompletionStage<Void> takeOver(
            Message<byte[]> message, Class<E> events, Consumer<E> handler) {
        var consumed = consumed(message);
        if (!replay.includes(consumed)) {
            return CompletableFuture.completedStage(null);
        }
        return executor.add(laneOf(consumed), sizeOf(consumed), () -> {
            if (delivery.deliver(consumed, events, handler, executor)) {
                acknowledge(message, consumed);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            executor.close(SHUTDOWN_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void acknowledge(Message<byte[]> message, ConsumerRecord<String, byte[]> consumed) {
        message.ack().whenComplete((done, failure) -> {
            if (failure != null) {
                // No harm: the record comes again and ends at the inbox.
                RecordLogWriter.about(
                                LOG.atWarn(),
                                consumed.topic(),
                                line -> line.addKeyValue("offset", consumed.offset())
                                        .setCause(failure))
                        .log("A processed record could not be acknowledged");
            }
        });
    }

    private static int sizeOf(ConsumerRecord<String, byte[]> consumed) {
        return Math.max(0, consumed.serializedKeySize()) + Math.max(0, consumed.serializedValueSize());
    }

    /** Records without a key are in order within their partition. */
    private static Object laneOf(ConsumerRecord<String, byte[]> consumed) {
        var key = consumed.key() == null ? "partition-" + consumed.partition() : consumed.key();
        return consumed.topic() + "/" + key;
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> consumed(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalArgumentException("not a message of a Kafka channel"))
                .getRecord();
    }
}
