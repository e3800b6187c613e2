package ma.balagh.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a batch so that no event can overtake an earlier one of its subject: in waves, each with at most one event of a
 * subject, each begun after the broker acknowledged the one before. A subject whose event failed is left out of what
 * follows, and so is a topic that could not be reached; the others go on.
 */
@ApplicationScoped
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final EventProducer broker;
    private final String service;

    OutboxSender(EventProducer broker, @ConfigProperty(name = "balagh.service") String service) {
        this.broker = broker;
        this.service = service;
    }

    /** Returns the events that the broker acknowledged: all of them, unless something failed. */
    List<OutboxEvent> send(List<OutboxEvent> batch) throws InterruptedException {
        var acknowledged = new ArrayList<OutboxEvent>(batch.size());
        var failed = new HashSet<String>();
        var unreachable = new HashSet<String>();
        var remaining = batch;
        while (!remaining.isEmpty()) {
            var wave = new LinkedHashMap<String, OutboxEvent>();
            var later = new ArrayList<OutboxEvent>();
            for (var event : remaining) {
                if (wave.putIfAbsent(event.subject(), event) != null) {
                    later.add(event);
                }
            }
            acknowledged.addAll(sendAtOnce(wave.values().stream().toList(), failed, unreachable));
            later.removeIf(event -> failed.contains(event.subject()));
            remaining = later;
        }
        if (!failed.isEmpty()) {
            broker.reset();
        }
        return acknowledged;
    }

    private List<OutboxEvent> sendAtOnce(List<OutboxEvent> wave, Set<String> failed, Set<String> unreachable)
            throws InterruptedException {
        Map<OutboxEvent, Future<RecordMetadata>> underWay = new LinkedHashMap<>();
        try {
            for (var event : wave) {
                if (unreachable.contains(event.topic())) {
                    continue;
                }
                var sending = broker.send(CloudEventHeaders.message(event, service));
                underWay.put(event, sending);
                if (sending.state() == Future.State.FAILED && sending.exceptionNow() instanceof TimeoutException) {
                    // It waited for the topic in vain: the topic's other events would do so, too, one after the other.
                    unreachable.add(event.topic());
                }
            }
        } catch (KafkaException | IllegalStateException e) {
            LOG.atWarn().setCause(e).log("Events wait for the broker");
        }
        wave.stream().filter(event -> !underWay.containsKey(event)).forEach(event -> failed.add(event.subject()));
        var acknowledged = new ArrayList<OutboxEvent>(wave.size());
        for (var entry : underWay.entrySet()) {
            try {
                entry.getValue().get();
                acknowledged.add(entry.getKey());
            } catch (ExecutionException e) {
                var event = entry.getKey();
                failed.add(event.subject());
                RecordLogWriter.about(
                                LOG.atWarn(),
                                event.topic(),
                                line -> line.addKeyValue("eventId", event.id()).addKeyValue("reason", e.getCause()))
                        .log("An event was not acknowledged and is sent again");
            }
        }
        return acknowledged;
    }
}
